/** What may go at once, filled up again one by one. */
class Bucket {
  #level: number
  #at: number
  readonly #size: number
  readonly #everyMs: number

  constructor(size: number, everyMs: number, now: number) {
    this.#size = size
    this.#everyMs = everyMs
    this.#level = size
    this.#at = now
  }

  /** For how many milliseconds one has to wait. */
  waitMs(now: number): number {
    this.#level = Math.min(this.#size, this.#level + (now - this.#at) / this.#everyMs)
    this.#at = now
    return this.#level > 1 - 1e-9 ? 0 : (1 - this.#level) * this.#everyMs
  }

  take(): void {
    this.#level--
  }
}

/** How fast a bot may write: a few at once and then one a second in one chat, thirty a second in all. */
export class TelegramLimits {
  readonly #chats = new Map<string, Bucket>()
  readonly #chatEveryMs: number
  readonly #chatBurst: number
  readonly #perSecond: number
  #all?: Bucket

  constructor({ chatEveryMs = 1000, chatBurst = 5, perSecond = 30 }: { chatEveryMs?: number; chatBurst?: number; perSecond?: number }) {
    this.#chatEveryMs = chatEveryMs
    this.#chatBurst = chatBurst
    this.#perSecond = perSecond
  }

  /** Zero where it may be sent, which is then counted; else for how many seconds the bot has to wait. */
  waitFor(chat: string, now: number): number {
    const all = this.#all ??= new Bucket(this.#perSecond, 1000 / this.#perSecond, now)
    const one = this.#chats.get(chat) ?? new Bucket(this.#chatBurst, this.#chatEveryMs, now)
    this.#chats.set(chat, one)
    const waitMs = Math.max(all.waitMs(now), one.waitMs(now))
    if (waitMs > 0) return Math.ceil(waitMs / 1000)
    all.take()
    one.take()
    return 0
  }
}
