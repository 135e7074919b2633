import type { CallCode } from './connector-call.ts'

export interface CallProblemDetail {
  status?: number
  /** How long the system asks to be left alone, in milliseconds. */
  retryAfterMs?: number
  /** The system is not to blame. */
  isOurs?: boolean
}

/** Nothing came of a call. Inside this module only: whoever calls gets it as a result. */
export class CallProblem extends Error {
  readonly code: CallCode | (string & {})
  readonly detail: CallProblemDetail

  constructor(code: CallCode | (string & {}), message: string, detail: CallProblemDetail = {}) {
    super(message)
    this.name = 'CallProblem'
    this.code = code
    this.detail = detail
  }
}
