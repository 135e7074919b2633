import { systemActor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { tenantLanguage } from '../../tenancy/index.ts'
import { handToQueue, messagesOf } from '../bot/bot-turn.ts'
import type { ConversationOwner } from '../conversation.entity.ts'
import { appendMessages, lockThread } from '../messages/message-store.ts'
import { heldAndDue, letGo, type HeldBecause, type HeldConversation } from './held-conversation.store.ts'

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'conversations.deliver-held': object
  }
}

const NOTES: Record<HeldBecause, Record<Language, string>> = {
  WROTE: {
    ES: 'El cliente escribió mientras el servicio estaba suspendido. Nadie le ha respondido todavía.',
    EN: 'The customer wrote while the service was suspended. Nobody has answered yet.',
  },
  BOT_STOPPED: {
    ES: 'El bot estaba en medio de una conversación cuando el servicio se suspendió, y lo que esperaba ya pasó. Sigue tú con el cliente.',
    EN: 'The bot was in the middle of a conversation when the service was suspended, and what it waited for is over. Please go on with the customer.',
  },
}

interface Parts {
  units: Pick<Units, 'tenant' | 'readPlatform'>
  /** How many are read at once. */
  most?: number
}

/**
 * What came while the service stood still, brought to the desk once it is back: what the bot has goes to the queue, what people have stays
 * theirs, and a note says why. Each in a unit of its own that takes the row away, so twice is once, and what a process leaves the next does.
 */
export class DeskDelivery {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** One that cannot be handed over keeps no other waiting. */
  async deliver(): Promise<void> {
    const { units, most = 500 } = this.#parts
    const failures: unknown[] = []
    for (let after: HeldConversation | undefined, isMore = true; isMore;) {
      const page = await this.#page(after, most)
      for (const held of page) {
        await units.tenant({ tenantId: held.tenantId, actor: systemActor(held.tenantId) }, unit => handOver(unit, held)).catch(error => failures.push(error))
      }
      isMore = page.length === most
      after = page.at(-1)
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} conversations could not be brought to the desk.`)
  }

  async #page(after: HeldConversation | undefined, most: number): Promise<HeldConversation[]> {
    await using unit = this.#parts.units.readPlatform({ actor: systemActor() })
    return await heldAndDue(unit, after, most)
  }
}

const OWNER = `select owner from conversation where tenant_id = $1 and id = $2 and status = 'OPEN'`

async function handOver(unit: Unit, { conversationId }: HeldConversation): Promise<void> {
  const place = await lockThread(unit, conversationId)
  const because = await letGo(unit, conversationId)
  const [open] = await unit.sql<{ owner: ConversationOwner }>('held-owner', OWNER, [unit.tenantId, conversationId])
  if (!place || !because || !open) return
  const isBots = open.owner === 'BOT'
  if (!isBots && because === 'BOT_STOPPED') return
  const handOff = { queue: null, summary: NOTES[because][await tenantLanguage(unit)] }
  const [notice, ...note] = messagesOf({ says: [], handOff })
  await appendMessages(unit, place, isBots ? [notice!, ...note] : note)
  if (isBots) await handToQueue(unit, conversationId, handOff)
}
