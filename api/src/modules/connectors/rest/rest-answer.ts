import type { Json } from '@botpro/graphql/flows'
import type { OutsideAnswer } from '../../../platform/outside/outside.ts'
import { CallProblem } from '../call-problem.ts'
import type { OperationDefinition } from '../operation/operation.ts'
import { answerJson } from './answer-json.ts'
import { mapped } from './answer-mapping.ts'
import type { Redaction } from './redaction.ts'

/** What a system answered, readable. */
export interface RestAnswer {
  status: number
  mediaType: string
  text: string
  retryAfterMs: number | undefined
  /** Where a redirect leads, without what it asks there. */
  leadsTo: string | undefined
}

export function readAnswer(answer: OutsideAnswer, redaction: Redaction): RestAnswer {
  const { status, mediaType, charset, headers, body } = answer
  const leadsTo = redirectOf(answer)
  return { status, mediaType, text: redaction.of(decoded(body, charset)), retryAfterMs: retryAfter(headers['retry-after']), leadsTo: leadsTo && redaction.of(leadsTo) }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** The address itself; what it asks there, and who asks, may be a secret of the system's. */
export function redirectOf({ status, url, headers: { location } }: Pick<OutsideAnswer, 'status' | 'url' | 'headers'>): string | undefined {
  if (!REDIRECTS.has(status) || !location || !URL.canParse(location, url)) return undefined
  const { protocol, host, pathname } = new URL(location, url)
  return `${protocol}//${host}${pathname}`.slice(0, 500)
}

export const redirected = (who: string, leadsTo: string, status: number) =>
  new CallProblem('REDIRECTED', `${who} answers with a redirect to ${leadsTo}; write that address.`, { status })

function decoded(body: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

/** What a good answer says; else throws what it means that it is none. */
export function dataOf(answer: RestAnswer, { outputs, notFoundStatuses, method }: OperationDefinition): Json {
  const { status } = answer
  if (notFoundStatuses.includes(status)) throw new CallProblem('NOT_FOUND', 'The system says that there is no such thing.', { status })
  if (status >= 500) throw new CallProblem('FAILED', 'The system failed.', { status, retryAfterMs: answer.retryAfterMs })
  if (status >= 400) throw new CallProblem('REFUSED', refusals[status] ?? 'The system refused it.', { status, retryAfterMs: answer.retryAfterMs })
  if (answer.leadsTo) throw redirected('The system', answer.leadsTo, status)
  if (status >= 300) throw new CallProblem('REFUSED', 'The system sends on to another place, which is not followed.', { status })
  try {
    return mapped(method === 'HEAD' ? null : contentOf(answer, outputs.length === 0), outputs)
  } catch (error) {
    throw error instanceof CallProblem ? new CallProblem(error.code, error.message, { status }) : error
  }
}

const refusals: Record<number, string> = {
  400: 'The system could not make sense of it.', 401: 'The system does not let us in: it takes no such secret.', 403: 'The system knows us and does not allow it.',
  404: 'The system says that there is no such thing.', 409: 'The system says that it does not fit what it knows.', 422: 'The system did not take what it was given.',
  429: 'The system says that it was asked too often.',
}

function contentOf({ text, mediaType }: RestAnswer, takesText: boolean): Json {
  if (text.trim() === '') return null
  const content = answerJson(text)
  if (content !== undefined) return content
  if (takesText && mediaType === 'text/plain') return answerJson(JSON.stringify(text)) ?? text
  const kind = /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) && mediaType.length < 80 ? mediaType : 'something'
  throw new CallProblem('BAD_ANSWER', kind.includes('json') ? 'It sent JSON that cannot be read.' : `It sent ${kind}, which is not JSON.`)
}

/** Seconds or a date. */
function retryAfter(said: string | undefined): number | undefined {
  if (!said) return undefined
  const ms = /^\d{1,6}$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - Date.now()
  return Number.isFinite(ms) ? Math.max(ms, 0) : undefined
}
