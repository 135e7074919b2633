import type { Unit } from '../../../platform/unit.ts'
import type { BotSpeech, BotTurn } from './bot.ts'
import type { NewMessage } from '../messages/message-store.ts'

export const bySpeech = ({ text, menu }: BotSpeech): NewMessage => ({ author: 'BOT', text, menu, status: 'SENT' })

/** What is written of a turn of the bot's. */
export const messagesOf = ({ says, handOff }: BotTurn): NewMessage[] =>
  [...says.map(bySpeech), ...(handOff ? [{ author: 'SYSTEM', text: '', status: 'SENT', notice: 'HANDED_TO_QUEUE' } as const] : [])]

// On the path of every message no entity is loaded; from the queue on, the entity's verbs guard the state.
const ENQUEUE = `update conversation set owner = 'QUEUE', queued_at = $3, first_queued_at = coalesce(first_queued_at, $3)
  where tenant_id = $1 and id = $2`

export async function handToQueue(unit: Unit, conversationId: string): Promise<void> {
  await unit.sql('conversation-enqueue', ENQUEUE, [unit.tenantId, conversationId, unit.now])
}
