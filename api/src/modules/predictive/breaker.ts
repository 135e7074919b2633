const FAILURES = 3
const REST_MS = 30_000

/** Leaves a server alone that failed several times in a row, and after a rest tries it once to see. */
export class Breaker {
  readonly #perf: { now(): number }
  #failures = 0
  #restsUntil = 0

  constructor(perf: { now(): number } = performance) {
    this.#perf = perf
  }

  /** Whether the server may be asked. After the rest the first who asks goes to see; others wait for what comes of it. */
  admits(): boolean {
    if (this.#failures < FAILURES) return true
    if (this.#perf.now() < this.#restsUntil) return false
    this.#rest()
    return true
  }

  succeeded() {
    this.#failures = 0
  }

  failed() {
    if (++this.#failures >= FAILURES) this.#rest()
  }

  #rest() {
    this.#restsUntil = this.#perf.now() + REST_MS
  }
}
