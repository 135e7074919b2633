import type { Unit } from '../../../platform/unit.ts'
import type { BotPlace, BotSpeech, BotTurn } from './bot.ts'
import type { NoticeKind } from '../messages/message.ts'
import type { NewMessage, ThreadPlace } from '../messages/message-store.ts'

export const bySpeech = ({ text, menu, content, fileIds }: BotSpeech): NewMessage =>
  ({ author: 'BOT', text, menu, status: 'SENT', ...content && { content }, ...fileIds && { fileIds, attachmentCount: fileIds.length } })

/** What is written of a turn of the bot's. */
export const messagesOf = ({ says, handOff, closes }: BotTurn): NewMessage[] =>
  [...says.map(bySpeech), ...(handOff ? [notice('HANDED_TO_QUEUE')] : closes ? [notice('CLOSED')] : [])]

const notice = (kind: NoticeKind): NewMessage => ({ author: 'SYSTEM', text: '', status: 'SENT', notice: kind })

// On the path of every message no entity is loaded; from the queue on, the entity's verbs guard the state.
const ENQUEUE = `update conversation set owner = 'QUEUE', queued_at = $3, first_queued_at = coalesce(first_queued_at, $3)
  where tenant_id = $1 and id = $2`

export async function handToQueue(unit: Unit, conversationId: string): Promise<void> {
  await unit.sql('conversation-enqueue', ENQUEUE, [unit.tenantId, conversationId, unit.now])
}

const CLOSE = `update conversation set status = 'CLOSED', closed_at = $3, queued_at = null, unread_count = 0, urgent_since = null
  where tenant_id = $1 and id = $2`

/** What a turn does beside its words, in the unit that writes them. */
export async function settleTurn(unit: Unit, conversationId: string, { keep, handOff, closes }: BotTurn): Promise<void> {
  await keep?.(unit)
  if (handOff) await handToQueue(unit, conversationId)
  else if (closes) await unit.sql('conversation-close-by-bot', CLOSE, [unit.tenantId, conversationId, unit.now])
}

/** The thread as the bot is told of it. */
export const botPlace = (unit: Unit, { channel, conversationId, contactId }: ThreadPlace): BotPlace =>
  ({ unit, channelAccountId: channel.id, channelKind: channel.kind, conversationId, contactId })
