import type { Json, Key } from '@botpro/graphql/flows'

/** One operation of a connector's, with what it needs to know. */
export interface ConnectorRequest {
  connector: Key
  operation: Key
  /** By the names of the operation's inputs. What it does not know is left aside. */
  input: Record<string, Json>
  /** The same again is the same deed: it is told to systems that know what to do with it. */
  idempotencyKey: string
  signal?: AbortSignal
  /** For everything together, also what is tried again. */
  budgetMs?: number
}

export type CallCode =
  | 'TIMEOUT' | 'UNREACHABLE'
  /** The system answered that it will not: a 4xx. */
  | 'REFUSED'
  /** It sends on to another address, which is not followed: what is meant for one place is told to no other. */
  | 'REDIRECTED'
  /** A 404, or another status that the operation says means the same. */
  | 'NOT_FOUND'
  /** The system failed: a 5xx. */
  | 'FAILED'
  /** It failed several times in a row and is left alone for a while. */
  | 'OPEN'
  | 'BAD_INPUT' | 'BAD_ANSWER'
  /** There is no such connector or operation. */
  | 'NO_CONNECTOR'
  /** It may have happened: what must not be done twice was sent, and no answer came. */
  | 'UNKNOWN'

export interface CallFailure {
  ok: false
  code: CallCode | (string & {})
  status?: number
  /** In English, for those who build; nothing of secrets or of our network. */
  message: string
  ms: number
}

export interface CallSuccess {
  ok: true
  data: Json
  ms: number
  /** A demo system answered: nothing of it is true. */
  isDemo?: true
}

export type CallResult = CallSuccess | CallFailure
