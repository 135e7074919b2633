import { LRUCache } from 'lru-cache'
import type { RetryScope } from '../outgoing.ts'

/**
 * Telegram says that it was too much, but not of what: for one chat, or of the whole bot. When a second chat is refused
 * while the first one still has to wait, it is the bot.
 */
export class Floods {
  readonly #refused = new LRUCache<string, { chat: string; until: number }>({ max: 10_000 })

  scopeOf({ account, chat, now, waitMs }: { account: string; chat: string; now: Date; waitMs: number }): RetryScope {
    const before = this.#refused.get(account)
    this.#refused.set(account, { chat, until: now.getTime() + waitMs })
    return before && before.chat !== chat && before.until > now.getTime() ? 'ACCOUNT' : 'PERSON'
  }
}
