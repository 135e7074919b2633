import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'

/** Everything that a client may ever see as a code. `GRAPHQL_…` are for documents that cannot be run at all. */
const TOLD = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_INCLUDED',
  'NOT_FOUND',
  'RATE_LIMITED',
  'CONFLICT',
  'RESYNC_REQUIRED',
  'TENANT_SUSPENDED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
])
const REQUEST_ERRORS: Record<string, string> = {
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
}

/** An incident of which the client learns only the id. */
export interface Incident {
  incidentId: string
  path?: string
  error: unknown
}
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

/** Tells clients what concerns them, and keeps everything else for the log. */
export function errorFormatter(log: (incident: Incident) => void): FormatError {
  return (formatted, error) => {
    const cause = causeOf(error)
    const code = codeOf(formatted, cause)
    return code ? told(formatted, cause, code) : hidden(formatted, cause, log)
  }
}

/** The error that was thrown, out of the wrappings of the engine. */
function causeOf(error: unknown): { code?: unknown; field?: unknown; limit?: unknown; retryAfter?: unknown } {
  let cause = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause as object
}

function codeOf(formatted: GraphQLFormattedError, cause: { code?: unknown }) {
  const known = [cause?.code, formatted.extensions?.['code']].find(code => TOLD.has(code as string))
  if (known) return known as string
  const request = REQUEST_ERRORS[String(formatted.extensions?.['code'])]
  // What the engine itself refuses before running anything is about the request: a variable, an operation name.
  return request ?? (cause instanceof GraphQLError && !formatted.path ? 'BAD_USER_INPUT' : undefined)
}

function told(
  { message, locations, path }: GraphQLFormattedError,
  cause: ReturnType<typeof causeOf>,
  code: string,
) {
  const extensions = {
    code,
    ...(typeof cause.field === 'string' && { field: cause.field }),
    ...(code === 'NOT_INCLUDED' && typeof cause.limit === 'number' && { limit: cause.limit }),
    ...(typeof cause.retryAfter === 'number' && { retryAfter: cause.retryAfter }),
  }
  return {
    message: withoutSuggestions(message),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions,
  }
}

function hidden({ path }: GraphQLFormattedError, error: unknown, log: (incident: Incident) => void) {
  const incidentId = randomUUID()
  log({ incidentId, path: path?.join('.'), error })
  const extensions = { code: 'INTERNAL', incidentId }
  return { message: 'Something went wrong on our side.', ...(path && { path }), extensions }
}

/** Suggestions would spell out a schema that introspection keeps to itself. */
const withoutSuggestions = (message: string) => message.replace(/\s*Did you mean [^?]*\?/g, '')
