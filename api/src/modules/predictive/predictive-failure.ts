export type PredictiveProblem =
  | 'UNREACHABLE' | 'ADDRESS_NOT_ALLOWED' | 'TIMED_OUT' | 'KEY_REFUSED' | 'NOT_THERE' | 'QUESTION_REFUSED' | 'TOO_OFTEN'
  | 'SERVER_FAILED' | 'TOO_LARGE' | 'NOT_UNDERSTOOD' | 'LIMIT_REACHED' | 'RESTING' | 'BUSY' | 'NOT_SERVED'

/** A server was of no use. Whoever asked does without it. */
export class PredictiveFailure extends Error {
  readonly problem: PredictiveProblem
  /** What the server said of it; for those who configure it, and for no log. */
  readonly detail: string | null

  constructor(problem: PredictiveProblem, detail: string | null = null) {
    super(`A predictive model was of no use: ${problem}.`)
    this.name = 'PredictiveFailure'
    this.problem = problem
    this.detail = detail
  }
}
