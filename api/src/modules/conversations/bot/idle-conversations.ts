import { systemActor } from '../../../platform/actor.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { appendMessages, lockThread } from '../messages/message-store.ts'
import { isNotServed } from '../../tenancy/index.ts'
import { isHeld } from '../held/held-conversation.store.ts'
import type { BotTurn } from './bot.ts'
import { DEFAULT_IDLE_HOURS } from './bot-settings.ts'
import { messagesOf, settleTurn } from './bot-turn.ts'

export interface IdleConversation {
  tenantId: string
  id: string
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'conversations.close-idle': object
  }
}

interface Parts {
  units: Pick<Units, 'tenant' | 'readPlatform'>
  /** Those of them in which the bot waits for something that will come: a moment, an event, an answer of a system. */
  awaited(unit: ReadUnit, conversations: readonly IdleConversation[]): Promise<ReadonlySet<string>>
  /** How many are read at once. */
  most?: number
}

const IS_IDLE = `c.status = 'OPEN' and c.owner = 'BOT' and c.last_activity_at <= $1::timestamptz - make_interval(hours => coalesce(b.idle_hours, ${DEFAULT_IDLE_HOURS}))
  and not ${isNotServed('c.tenant_id')} and not ${isHeld('c')}`
const FOUND = `
  select c.tenant_id as "tenantId", c.id from conversation c left join bot_settings b on b.tenant_id = c.tenant_id
  where ${IS_IDLE} and ($2::uuid is null or (c.tenant_id, c.id) > ($2, $3)) order by c.tenant_id, c.id limit $4`
const STILL = `
  select from conversation c left join bot_settings b on b.tenant_id = c.tenant_id where ${IS_IDLE} and c.tenant_id = $2 and c.id = $3`

const CLOSES: BotTurn = { says: [], handOff: false, closes: true }

/**
 * Closes what the bot alone has and in which nobody has said a word for as long as the company says: whoever writes there again may be
 * somebody else. Each in a unit of its own, under the lock of its thread, so twice is once, in however many processes.
 */
export class IdleConversations {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** All that are idle now, page by page; one that cannot be closed keeps no other open. */
  async close(): Promise<void> {
    const { units, most = 500 } = this.#parts
    const failures: unknown[] = []
    for (let after: IdleConversation | undefined, isMore = true; isMore;) {
      const { found, idle } = await this.#page(after, most)
      for (const one of idle) {
        await units.tenant({ tenantId: one.tenantId, actor: systemActor(one.tenantId) }, unit => this.#closeOne(unit, one)).catch(error => failures.push(error))
      }
      isMore = found.length === most
      after = found.at(-1)
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} idle conversations could not be closed.`)
  }

  async #page(after: IdleConversation | undefined, most: number) {
    await using unit = this.#parts.units.readPlatform({ actor: systemActor() })
    const found = await unit.sql<IdleConversation>('conversations-idle', FOUND, [unit.now, after?.tenantId ?? null, after?.id ?? null, most])
    const awaited = found.length > 0 ? await this.#parts.awaited(unit, found) : new Set()
    return { found, idle: found.filter(({ id }) => !awaited.has(id)) }
  }

  async #closeOne(unit: Unit, one: IdleConversation): Promise<void> {
    const place = await lockThread(unit, one.id)
    if (!place || (await unit.sql('conversation-still-idle', STILL, [unit.now, unit.tenantId, one.id])).length === 0) return
    if ((await this.#parts.awaited(unit, [one])).has(one.id)) return
    await appendMessages(unit, place, messagesOf(CLOSES))
    await settleTurn(unit, one.id, CLOSES)
  }
}
