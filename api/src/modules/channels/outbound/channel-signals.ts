import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../platform/clock.ts'
import { Turns } from '../../../platform/turns.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'

export interface Signal {
  kind: 'READ' | 'TYPING'
  /** As the channel knows her. */
  to: string
  /** The last message of hers that is meant. */
  messageId: string | null
}

const AT_ONCE = { atOnce: 8, mayWait: 64 }
const REMEMBERED = 10_000

/**
 * Tells people on a channel that they were read, or that somebody writes to them. Best effort: nothing waits for it, nothing
 * is tried again, and where there is much to tell, some of it is not told. A line that is stopped is left in peace.
 */
export class ChannelSignals {
  readonly #parts: { lines: Lines; clock: Clock }
  readonly #turns = new Turns(AT_ONCE)
  /** Until when somebody is shown as writing, by account and person. */
  readonly #shown = new LRUCache<string, number>({ max: REMEMBERED })

  constructor(parts: { lines: Lines; clock: Clock }) {
    this.#parts = parts
  }

  tell(account: LineAccount, signal: Signal): void {
    const { adapter, state, isStopped } = account
    if (!adapter.signal || state !== 'LIVE' || isStopped) return
    const line = this.#parts.lines.at(account, this.#parts.clock())
    if (signal.kind === 'TYPING' && !this.#isDue(`${account.channelAccountId} ${signal.to}`, line.now, Number(line.profile.limits['typingMs']))) return
    void this.#turns.run(() => adapter.signal!(signal, line)).catch(() => {})
  }

  #isDue(whom: string, now: Date, typingMs: number): boolean {
    if ((this.#shown.get(whom) ?? 0) > now.getTime()) return false
    this.#shown.set(whom, now.getTime() + typingMs)
    return true
  }
}
