import type { Unit } from '../../../platform/unit.ts'
import type { BotPlace, BotSpeech, BotTurn } from './bot.ts'
import { MAX_TEXT, type NoticeKind } from '../messages/message.ts'
import type { NewMessage, ThreadPlace } from '../messages/message-store.ts'
import { queueNamed } from '../sorting/labels.ts'

export const bySpeech = ({ id, text, menu, content, media }: BotSpeech): NewMessage => ({ author: 'BOT', text, menu, status: 'SENT', ...id && { id }, ...content && { content }, ...media && { media } })

/** What is written of a turn of the bot's. The summary stands where the bot hands over, and no contact sees it. */
export const messagesOf = ({ says, handOff, closes = false }: Pick<BotTurn, 'says' | 'handOff' | 'closes'>): NewMessage[] =>
  [...says.map(bySpeech), ...(handOff ? [notice('HANDED_TO_QUEUE'), ...summaryOf(handOff)] : closes ? [notice('CLOSED')] : [])]

const notice = (kind: NoticeKind): NewMessage => ({ author: 'SYSTEM', text: '', status: 'SENT', notice: kind })

function summaryOf(handOff: BotTurn['handOff']): NewMessage[] {
  const text = typeof handOff === 'object' ? handOff.summary?.trim() : undefined
  return text ? [{ author: 'BOT', text: text.slice(0, MAX_TEXT), status: 'SENT', visibility: 'INTERNAL' }] : []
}

// On the path of every message no entity is loaded; from the queue on, the entity's verbs guard the state.
const ENQUEUE = `update conversation set owner = 'QUEUE', queued_at = $3, first_queued_at = coalesce(first_queued_at, $3),
    queue = case when $4 then $5 else queue end, priority = coalesce($6, priority)
  where tenant_id = $1 and id = $2`

/** The messages of the turn are added in the same unit: they bring the conversation's version and its event. */
export async function handToQueue(unit: Unit, conversationId: string, handOff: BotTurn['handOff'] = true): Promise<void> {
  const how = typeof handOff === 'object' ? handOff : null
  const queue = how?.queue ? queueNamed(how.queue) : null
  await unit.sql('conversation-enqueue', ENQUEUE, [unit.tenantId, conversationId, unit.now, how !== null, queue, how?.priority ?? null])
}

const CLOSE = `update conversation set status = 'CLOSED', closed_at = $3, queued_at = null, unread_count = 0, urgent_since = null
  where tenant_id = $1 and id = $2`

/** What a turn does beside its words, in the unit that writes them. */
export async function settleTurn(unit: Unit, conversationId: string, { keep, handOff, closes }: BotTurn): Promise<void> {
  await keep?.(unit)
  if (handOff) await handToQueue(unit, conversationId, handOff)
  else if (closes) await unit.sql('conversation-close-by-bot', CLOSE, [unit.tenantId, conversationId, unit.now])
}

/** The thread as the bot is told of it. */
export const botPlace = (unit: Unit, { channel, conversationId, contactId }: ThreadPlace): BotPlace =>
  ({ unit, channelAccountId: channel.id, channelKind: channel.kind, conversationId, contactId })
