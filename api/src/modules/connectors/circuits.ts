import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, ExponentialBackoff, handleWhen, type CircuitBreakerPolicy } from 'cockatiel'
import { LRUCache } from 'lru-cache'
import { CallProblem } from './call-problem.ts'

export type ConnectorState = 'ANSWERING' | 'RESTING' | 'PROBING'

export interface CircuitsOptions {
  failures?: number
  /** For how long a system is left alone at first, and at most. */
  restMs?: number
  longestRestMs?: number
}

const MOST_KEPT = 10_000
const OUTAGES = new Set(['TIMEOUT', 'UNREACHABLE', 'FAILED', 'UNKNOWN'])

const isOutage = (error: unknown): boolean =>
  error instanceof CallProblem && !error.detail.isOurs && (OUTAGES.has(error.code) || error.detail.status === 429)

/** A circuit breaker for each connector, in this process: what fails again and again is left alone, then tried by one call. */
export class Circuits {
  readonly #options: Required<CircuitsOptions>
  readonly #circuits = new LRUCache<string, CircuitBreakerPolicy>({ max: MOST_KEPT })

  constructor({ failures = 5, restMs = 15_000, longestRestMs = 120_000 }: CircuitsOptions = {}) {
    this.#options = { failures, restMs, longestRestMs }
  }

  /** Throws OPEN, without the work, while the system is left alone. */
  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const circuit = this.#circuitOf(key)
    // The one call that is let through decides for all; nobody waits for what comes of it.
    if (circuit.state === CircuitState.HalfOpen) throw open()
    const done = await circuit.execute(() => settled(work)).catch(error => { throw error instanceof BrokenCircuitError ? open() : error })
    if ('refusal' in done) throw done.refusal
    return done.result
  }

  stateOf(key: string): ConnectorState {
    const state = this.#circuits.peek(key)?.state
    return state === CircuitState.Open ? 'RESTING' : state === CircuitState.HalfOpen ? 'PROBING' : 'ANSWERING'
  }

  #circuitOf(key: string): CircuitBreakerPolicy {
    const known = this.#circuits.get(key) ?? this.#newCircuit()
    this.#circuits.set(key, known)
    return known
  }

  #newCircuit(): CircuitBreakerPolicy {
    const { failures, restMs, longestRestMs } = this.#options
    return circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: new ExponentialBackoff({ initialDelay: restMs, maxDelay: longestRestMs }), breaker: new ConsecutiveBreaker(failures),
    })
  }
}

const open = () => new CallProblem('OPEN', 'The system failed several times in a row and is left alone for a while.')

/** A system that refuses is there: for the circuit it is as good as one that answers. */
const settled = <Result>(work: () => Promise<Result>): Promise<{ result: Result } | { refusal: unknown }> =>
  work().then(result => ({ result }), refusal => {
    if (isOutage(refusal)) throw refusal
    return { refusal }
  })
