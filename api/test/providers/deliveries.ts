import { setTimeout as sleep } from 'node:timers/promises'

/** A request to a webhook. */
export interface Delivery {
  headers: Record<string, string>
  body: Buffer | string
}

export interface DeliveryOptions {
  /** Requests under way at once. */
  atOnce?: number
  /** How often each is sent, whatever was answered: from 1 to this many times. */
  copies?: number
  /** Sent in another order than they happened. */
  isShuffled?: boolean
  /** Wait after the first failure; it doubles with each up to `longestMs`. Providers take seconds to days; tests have less. */
  retryMs?: number
  longestMs?: number
  /** Given up after so many tries; never when left out. */
  tries?: number
  /** In [0, 1), from a seed. */
  random?: () => number
}

/** Sends updates to a webhook until it answers 200, as providers do. */
export class Deliveries {
  options: DeliveryOptions
  /** How each try ended: the status, or 0 where nobody answered. */
  readonly answers: number[] = []
  readonly givenUp: Delivery[] = []
  #target?: string
  #waiting: Delivery[] = []
  readonly #running = new Set<Promise<void>>()

  constructor(options: DeliveryOptions = {}) {
    this.options = options
  }

  /** From here on everything is sent there, what waits too. */
  to(url: string): void {
    this.#target = url
    this.#next()
  }

  push(...deliveries: Delivery[]): void {
    const { copies = 1, isShuffled = false, random = Math.random } = this.options
    for (const delivery of deliveries) {
      const times = 1 + Math.floor(random() * copies)
      for (let copy = 0; copy < times; copy++) {
        const place = isShuffled ? Math.floor(random() * (this.#waiting.length + 1)) : this.#waiting.length
        this.#waiting.splice(place, 0, delivery)
      }
    }
    this.#next()
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  /** Stops trying: what was not taken by then never will be. */
  async stop(): Promise<void> {
    this.#waiting = []
    this.options = { ...this.options, tries: 0 }
    await this.settled()
  }

  #next() {
    while (this.#target && this.#waiting.length > 0 && this.#running.size < (this.options.atOnce ?? 4)) {
      const running = this.#deliver(this.#waiting.shift()!).finally(() => {
        this.#running.delete(running)
        this.#next()
      })
      this.#running.add(running)
    }
  }

  async #deliver(delivery: Delivery) {
    for (let turn = 0; turn < (this.options.tries ?? Infinity); turn++) {
      const status = await post(this.#target!, delivery)
      this.answers.push(status)
      if (status === 200) return
      const { retryMs = 50, longestMs = 1000 } = this.options
      await sleep(Math.min(retryMs * 2 ** turn, longestMs))
    }
    this.givenUp.push(delivery)
  }
}

async function post(url: string, { headers, body }: Delivery): Promise<number> {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body as string)), signal: AbortSignal.timeout(10_000) })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}
