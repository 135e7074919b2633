import { OutsideProblem, type OutsideProblemCode } from '../../platform/outside/outside-problem.ts'
import type { OutsideAnswer } from '../../platform/outside/outside.ts'
import { PredictiveFailure, type PredictiveProblem } from './predictive-failure.ts'

const MAX_DETAIL = 300

const BY_CODE: Record<OutsideProblemCode, PredictiveProblem> = {
  BAD_ADDRESS: 'ADDRESS_NOT_ALLOWED', ADDRESS_REFUSED: 'ADDRESS_NOT_ALLOWED', UNREACHABLE: 'UNREACHABLE', TOO_SLOW: 'TIMED_OUT',
  TOO_LARGE: 'TOO_LARGE', WRONG_KIND: 'NOT_UNDERSTOOD', UNREADABLE: 'NOT_UNDERSTOOD',
}

const BY_STATUS: Record<number, PredictiveProblem> = { 401: 'KEY_REFUSED', 403: 'KEY_REFUSED', 404: 'NOT_THERE', 405: 'NOT_THERE', 408: 'TIMED_OUT', 429: 'TOO_OFTEN' }

/** Nothing came of a request. */
export function failureFrom(error: unknown): unknown {
  return error instanceof OutsideProblem ? new PredictiveFailure(BY_CODE[error.code], error.message) : error
}

/** It answered that it would not. A redirect is no answer: what was meant for one server is not told to another. */
export function failureOf({ status, body }: OutsideAnswer, apiKey: string | null): PredictiveFailure {
  const problem = BY_STATUS[status] ?? (status >= 500 ? 'SERVER_FAILED' : status < 400 ? 'NOT_THERE' : 'QUESTION_REFUSED')
  return new PredictiveFailure(problem, `${status} ${withoutKey(saidIn(body.toString('utf8')), apiKey)}`.trim())
}

/** The part of an error that is meant to be read. */
function saidIn(text: string): string {
  try {
    const { error, message, detail } = JSON.parse(text)
    const said = error?.message ?? message ?? detail ?? error
    return typeof said === 'string' ? said : ''
  } catch {
    return ''
  }
}

/** Some servers repeat the key that they refuse, or a part of it. */
export function withoutKey(text: string, apiKey: string | null): string {
  const whole = apiKey ? text.replaceAll(apiKey, '…') : text
  return whole.replace(/\b(sk|key|tok(en)?)[-_][\w*.-]{6,}/gi, '…').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, MAX_DETAIL)
}
