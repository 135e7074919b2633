import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import { originOf, type ChannelOrigin, type ConversationOrigin, type MessageReceived, type TracedOrigin } from '../../channels/index.ts'
import type { Bot } from '../bot/bot.ts'
import { sceneFor } from '../bot/bot-scene.ts'
import { botPlace, bySpeech, messagesOf, settleTurn } from '../bot/bot-turn.ts'
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

/** Agents see how she came, and where the bot has the conversation it greets her, or does what begins with it. The thread must be locked. */
export async function arrive(unit: Unit, bot: Bot, { id, update, place, open, language, isGreeted }: Arriving): Promise<void> {
  const origin = await originOf(unit, update.origin)
  if (!open) place.conversationId = await openConversation(unit, place, { id: newId(unit.now), language, origin })
  else if (origin) await settleOrigin(unit, place.conversationId, origin)
  const scene = isGreeted && (!open || open.owner === 'BOT') ? await sceneFor(unit, place.channel.id, open?.language ?? language) : null
  const turn = scene && await bot.arrived(scene, { ...botPlace(unit, place), link: origin?.linkName ?? null, ...!open && { opening: { greeted: true } } })
  const greeting = scene && (!open || !turn) ? [bySpeech(await bot.welcome(scene, { unit, channelAccountId: place.channel.id, channelKind: place.channel.kind }))] : []
  await appendMessages(unit, place, [notice({ id, update, origin }), ...greeting, ...(turn ? messagesOf(turn) : [])])
  if (turn) await settleTurn(unit, place.conversationId, turn)
}

const notice = ({ id, update, origin }: Pick<Arriving, 'id' | 'update'> & { origin: TracedOrigin | null }): NewMessage =>
  ({ id, author: 'SYSTEM', text: origin?.linkName ?? '', notice: 'ARRIVED', visibility: 'INTERNAL', status: 'SENT', toldAt: update.at })

const SETTLE = `
  update conversation set link_id = $3, referral = $4, version = version + 1
  where tenant_id = $1 and id = $2 and link_id is null and referral is null returning id`

const FURTHER = `
  update conversation set further_links = further_links || $3::uuid
  where tenant_id = $1 and id = $2 and link_id is distinct from $3 and $3 <> all (further_links) returning id`

/** A conversation keeps the origin that it has. True where she has not followed this link in it before. */
export async function settleOrigin(unit: Unit, conversationId: string, { linkId, referral }: ConversationOrigin): Promise<boolean> {
  const settled = await unit.sql('conversation-settle-origin', SETTLE, [unit.tenantId, conversationId, linkId, referral])
  if (settled.length > 0) unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
  return settled.length > 0 || (linkId !== null && (await unit.sql('conversation-further-link', FURTHER, [unit.tenantId, conversationId, linkId])).length > 0)
}
