import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import { channelLinksById, originOf, type ChannelOrigin, type ConversationOrigin, type MessageReceived } from '../../channels/index.ts'
import type { Bot } from '../bot/bot.ts'
import { sceneFor } from '../bot/bot-scene.ts'
import { bySpeech } from '../bot/bot-turn.ts'
import { appendMessages, type NewMessage, type ThreadPlace } from '../messages/message-store.ts'
import { openConversation, type OpenState } from '../visitor/visitor-thread.store.ts'

/** Somebody followed a link or an advertisement into a chat, and has not said a word yet. */
export type Arrival = MessageReceived & { origin: ChannelOrigin }

export const isArrival = (update: MessageReceived): update is Arrival => {
  const { text, content, media = [], optionId, mail, origin } = update
  return origin !== undefined && !text && !content && media.length === 0 && !optionId && !mail
}

interface Arriving {
  id: string
  update: Arrival
  place: ThreadPlace
  open: OpenState | null
  language: Language
  /** Whether the bot may speak. */
  isGreeted: boolean
}

/** Agents see how she came, and the bot greets her where it has the conversation. The thread must be locked. */
export async function arrive(unit: Unit, bot: Bot, { id, update, place, open, language, isGreeted }: Arriving): Promise<void> {
  const origin = await originOf(unit, update.origin)
  if (!open) place.conversationId = await openConversation(unit, place, { id: newId(unit.now), language, origin })
  else if (origin) await settleOrigin(unit, place.conversationId, origin)
  const mayGreet = isGreeted && (!open || open.owner === 'BOT')
  const greeting = mayGreet ? [bySpeech(await bot.welcome(await sceneFor(unit, place.channel.id, open?.language ?? language), { unit, channelAccountId: place.channel.id, channelKind: place.channel.kind }))] : []
  await appendMessages(unit, place, [await notice(unit, { id, update, origin }), ...greeting])
}

async function notice(unit: Unit, { id, update, origin }: Pick<Arriving, 'id' | 'update'> & { origin: ConversationOrigin | null }): Promise<NewMessage> {
  const [link] = origin?.linkId ? await channelLinksById(unit, [origin.linkId]) : []
  return { id, author: 'SYSTEM', text: link?.name ?? '', notice: 'ARRIVED', visibility: 'INTERNAL', status: 'SENT', toldAt: update.at }
}

const SETTLE = `
  update conversation set link_id = $3, referral = $4, version = version + 1
  where tenant_id = $1 and id = $2 and link_id is null and referral is null returning id`

/** A conversation keeps the origin that it has. */
async function settleOrigin(unit: Unit, conversationId: string, { linkId, referral }: ConversationOrigin): Promise<void> {
  const settled = await unit.sql('conversation-settle-origin', SETTLE, [unit.tenantId, conversationId, linkId, referral])
  if (settled.length > 0) unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
}
