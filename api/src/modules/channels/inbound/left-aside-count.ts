export interface CountedAside {
  channelAccountId: string
  why: string
  count: number
}

const EVERY_MS = 60_000

/** Counts what is left aside, and tells once a minute: a group that talks all day is to be a line of the log, not a thousand. */
export class LeftAsideCount {
  readonly #tell: (counted: CountedAside) => void
  readonly #counts = new Map<string, CountedAside>()
  #later?: NodeJS.Timeout

  constructor(tell: (counted: CountedAside) => void) {
    this.#tell = tell
  }

  add(channelAccountId: string, why: string): void {
    const key = `${channelAccountId} ${why}`
    const counted = this.#counts.get(key) ?? { channelAccountId, why, count: 0 }
    this.#counts.set(key, { ...counted, count: counted.count + 1 })
    this.#later ??= setTimeout(() => this.tell(), EVERY_MS).unref()
  }

  /** Everything since the last time. */
  tell(): void {
    clearTimeout(this.#later)
    this.#later = undefined
    for (const counted of this.#counts.values()) this.#tell(counted)
    this.#counts.clear()
  }
}
