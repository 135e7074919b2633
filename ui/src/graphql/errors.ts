import { CombinedError } from '@urql/core'

/** The codes that the texts under `errors` explain; anything else is INTERNAL. */
export const ERROR_CODES = [
  'NETWORK', 'BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'CONFLICT',
  'NOT_INCLUDED', 'TENANT_SUSPENDED', 'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** One code for whatever went wrong, so that a screen can say it in words. */
export function errorCode(error: unknown): ErrorCode {
  if (!(error instanceof CombinedError)) return 'INTERNAL'
  if (error.networkError) return 'NETWORK'
  const code = error.graphQLErrors[0]?.extensions?.code
  return ERROR_CODES.find(known => known === code) ?? 'INTERNAL'
}
