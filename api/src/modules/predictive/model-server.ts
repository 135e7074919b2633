import { setTimeout as sleep } from 'node:timers/promises'
import type { Outside, OutsideAnswer } from '../../platform/outside/outside.ts'
import { PredictiveFailure } from './predictive-failure.ts'
import { failureFrom, failureOf } from './server-failure.ts'

/** A server that speaks the interface of OpenAI, at one moment. */
export interface ModelServer {
  baseUrl: string
  apiKey: string | null
  /** What the model for this question is called there. */
  model: string
}

/** What is asked at one path of it, and until when an answer is of use. */
export interface ServerQuestion {
  path: string
  body: object
  /** On the clock of `perf`. */
  until: number
}

const MAX_BYTES = 2_000_000
const FIRST_WAIT_MS = 200
/** With less than this left no server answers anyway. */
const LEAST_MS = 100

/** Asks such a server: inside a time, once more where it says that it is busy, and never for more than an answer can be. */
export class ModelServers {
  readonly #outside: Pick<Outside, 'request'>
  readonly #perf: { now(): number }

  constructor(outside: Pick<Outside, 'request'>, perf: { now(): number } = performance) {
    this.#outside = outside
    this.#perf = perf
  }

  /** What it answered, as JSON. Throws a PredictiveFailure. */
  async ask(server: ModelServer, question: ServerQuestion): Promise<unknown> {
    const first = await this.#once(server, question)
    const wait = isPassing(first) ? retryAfter(first) : undefined
    if (wait === undefined || wait > question.until - this.#perf.now() - LEAST_MS) return bodyOf(first, server)
    await sleep(wait)
    return bodyOf(await this.#once(server, question), server)
  }

  async #once({ baseUrl, apiKey }: ModelServer, { path, body, until }: ServerQuestion): Promise<OutsideAnswer> {
    const timeoutMs = Math.floor(until - this.#perf.now())
    if (timeoutMs < LEAST_MS) throw new PredictiveFailure('TIMED_OUT')
    const headers = {
      'content-type': 'application/json', accept: 'application/json', ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
    }
    try {
      return await this.#outside.request({
        url: baseUrl + path, method: 'POST', headers, body: JSON.stringify(body), maxBytes: MAX_BYTES, timeoutMs,
      })
    } catch (error) {
      throw failureFrom(error)
    }
  }
}

const isPassing = ({ status }: OutsideAnswer) => status === 429 || status >= 500

/** Seconds or a date; in milliseconds. */
function retryAfter({ headers }: OutsideAnswer): number {
  const said = headers['retry-after']?.trim()
  if (!said) return FIRST_WAIT_MS
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now()
  return Number.isFinite(ms) ? Math.max(ms, FIRST_WAIT_MS) : FIRST_WAIT_MS
}

function bodyOf(answer: OutsideAnswer, server: ModelServer): unknown {
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, server.apiKey)
  try {
    return JSON.parse(answer.body.toString('utf8'))
  } catch {
    throw new PredictiveFailure('NOT_UNDERSTOOD')
  }
}
