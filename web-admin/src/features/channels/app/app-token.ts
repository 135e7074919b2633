import type { AppTokensRow_AppTokenFragment as AppToken } from '../../../contract/graphql.ts'

export type TokenState = 'active' | 'ending' | 'ended' | 'revoked'

export function tokenState({ revokedAt, endsAt }: Pick<AppToken, 'revokedAt' | 'endsAt'>, now: Date): TokenState {
  if (revokedAt) return 'revoked'
  if (!endsAt) return 'active'
  return new Date(endsAt) <= now ? 'ended' : 'ending'
}

/** For how long a token goes on beside the one that takes its place, in hours. */
export const OVERLAPS = { none: 0, day: 24, month: 720, quarter: 2160 } as const
export type Overlap = keyof typeof OVERLAPS

/** What a developer types to see that it works. */
export const exampleOf = (endpoint: string) => `curl ${endpoint} -H 'content-type: application/json' -d '{
  "query": "mutation($input: StartAppSessionInput!) { startAppSession(input: $input) { ... on VisitorSession { token } ... on UserError { message } } }",
  "variables": { "input": { "appToken": "bpa_live_…" } } }'`
