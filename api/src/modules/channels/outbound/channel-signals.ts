import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../platform/clock.ts'
import { Turns } from '../../../platform/turns.ts'
import type { Allowances } from './allowance.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'

export interface Signal {
  kind: 'READ' | 'TYPING'
  /** As the channel knows her. */
  to: string
  /** The last message of hers that is meant. */
  messageId: string | null
}

interface Parts {
  lines: Lines
  allowances: Allowances
  clock: Clock
}

const AT_ONCE = { atOnce: 8, mayWait: 64 }
const REMEMBERED = 10_000

/**
 * Tells people on a channel that they were read, or that somebody writes to them. Best effort: nothing waits for it, nothing
 * is tried again, and what the account may not call now, for its messages come first, is not told. A line that is stopped is left in peace.
 */
export class ChannelSignals {
  readonly #parts: Parts
  readonly #turns = new Turns(AT_ONCE)
  /** Until when somebody is shown as writing, by account and person. */
  readonly #shown = new LRUCache<string, number>({ max: REMEMBERED })

  constructor(parts: Parts) {
    this.#parts = parts
  }

  tell(account: LineAccount, signal: Signal): void {
    const { adapter, state, isStopped } = account
    if (!adapter.signal || state !== 'LIVE' || isStopped) return
    const line = this.#parts.lines.at(account, this.#parts.clock())
    if (signal.kind === 'TYPING' && !this.#isDue(`${account.channelAccountId} ${signal.to}`, line.now, Number(line.profile.limits['typingMs']))) return
    if (signal.kind === 'READ' && !adapter.capabilities(line).hasReadReceipts) return
    if (!this.#parts.allowances.of(account.channelAccountId).takeSpare(line.profile, line.now.getTime())) return
    void this.#turns.run(() => adapter.signal!(signal, line)).catch(() => {})
  }

  #isDue(whom: string, now: Date, typingMs: number): boolean {
    if ((this.#shown.get(whom) ?? 0) > now.getTime()) return false
    this.#shown.set(whom, now.getTime() + typingMs)
    return true
  }
}
