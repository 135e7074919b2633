import { setTimeout as sleep } from 'node:timers/promises'
import { CallProblem } from './call-problem.ts'

export interface Trying {
  /** How often again, at most. */
  retries: number
  /** What one try may take. */
  timeoutMs: number
  /** When all is over, on the clock of `perf`. */
  until: number
  perf: { now(): number }
  /** From 0 up to 1. */
  chance: () => number
  signal?: AbortSignal
  /** Told of each try before it begins. */
  onTry: () => void
}

const FIRST_WAIT_MS = 200
const WAITS_TIMES = 3
/** With less than this left no system answers anyway. */
const LEAST_MS = 50
const PASSING = new Set(['TIMEOUT', 'UNREACHABLE', 'FAILED'])

const isPassing = ({ code, detail }: CallProblem) => PASSING.has(code) || detail.status === 429

/** Does it, and again where the failure may have passed, as long as there is time. By hand: libraries know of tries, not of a budget that they share. */
export async function withRetries<Result>(work: (timeoutMs: number) => Promise<Result>, trying: Trying): Promise<Result> {
  for (let tried = 0; ; tried++) {
    const left = trying.until - trying.perf.now()
    if (left < LEAST_MS) throw new CallProblem('TIMEOUT', 'There was no time left to ask.', { isOurs: true })
    trying.onTry()
    try {
      return await work(Math.floor(Math.min(left, trying.timeoutMs)))
    } catch (error) {
      if (!(error instanceof CallProblem) || !isPassing(error) || tried >= trying.retries) throw error
      const wait = waitBefore(tried, error, trying)
      if (wait > trying.until - trying.perf.now() - LEAST_MS || trying.signal?.aborted) throw error
      await sleep(wait, undefined, { signal: trying.signal }).catch(() => { throw error })
    }
  }
}

/** Longer each time, never at the same moment as others, and not before the system wants. */
function waitBefore(tried: number, { detail }: CallProblem, { chance }: Trying): number {
  return Math.max(detail.retryAfterMs ?? 0, FIRST_WAIT_MS * WAITS_TIMES ** tried * (0.5 + chance() / 2))
}
