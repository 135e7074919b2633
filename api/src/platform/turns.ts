/** Too many run and wait already. */
export class Busy extends Error {
  constructor(message = 'Too much is being done at the moment; try again.') {
    super(message)
    this.name = 'Busy'
  }
}

export interface TurnsOptions {
  atOnce: number
  mayWait: number
}

/** Lets some work run side by side in this process, some more wait for its turn, and turns the rest away. */
export class Turns {
  readonly #options: TurnsOptions
  readonly #waiting = new Set<() => void>()
  #running = 0

  constructor(options: TurnsOptions) {
    this.#options = options
  }

  get isFull(): boolean {
    return this.#running >= this.#options.atOnce && this.#waiting.size >= this.#options.mayWait
  }

  /** A signal takes work out of the queue; what has begun runs to its end, for it takes its place until then. */
  async run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    await this.#enter(signal)
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  async #enter(signal?: AbortSignal) {
    signal?.throwIfAborted()
    if (this.isFull) throw new Busy()
    if (this.#running >= this.#options.atOnce) return this.#wait(signal)
    this.#running++
  }

  #wait(signal?: AbortSignal) {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const giveUp = () => {
      this.#waiting.delete(resolve)
      reject(signal!.reason)
    }
    this.#waiting.add(resolve)
    signal?.addEventListener('abort', giveUp, { once: true })
    return promise.finally(() => signal?.removeEventListener('abort', giveUp))
  }

  /** The place goes to whoever waits longest. */
  #leave() {
    const [next] = this.#waiting
    if (!next) return void this.#running--
    this.#waiting.delete(next)
    next()
  }
}
