import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import { originOf } from '../../channels/index.ts'
import { settleOrigin } from '../channel/channel-arrival.ts'
import { withoutLoop } from '../channel/automatic-answers.ts'
import type { Message } from '../messages/message.ts'
import type { Entered } from '../messages/message-exchange.ts'
import { appendMessages, type NewMessage } from '../messages/message-store.ts'
import { openConversation } from '../visitor/visitor-thread.store.ts'
import { holdForDesk } from './held-conversation.store.ts'
import { heldNotice } from './held-notice.ts'

/** A contact's message while nobody may answer: stored and counted as any other, kept for the desk, and told so once in her session. */
export async function takeHeld(unit: Unit, { said, place, open, attach }: Entered, message: NewMessage): Promise<Message[]> {
  const origin = said.origin ? await originOf(unit, said.origin) : null
  if (!open) place.conversationId = await openConversation(unit, place, { id: newId(unit.now), language: said.language, threadKey: said.threadKey, subject: said.subject, origin })
  else if (origin) await settleOrigin(unit, place.conversationId, origin)
  const [stored] = await appendMessages(unit, place, [message])
  await attach?.(stored!)
  await holdForDesk(unit, unit.tenantId, { conversationIds: [place.conversationId], because: 'WROTE' })
  return [stored!, ...await answered(unit, { said, place, open })]
}

/** Machines are told nothing, and nothing leaves by a channel that is paused. */
async function answered(unit: Unit, { said, place }: Entered): Promise<Message[]> {
  const { manner, automaticAnswers, language, text } = said
  if (manner === 'SILENT' || manner === 'HAND_OVER') return []
  const notice = await heldNotice(unit, place, language)
  if (!notice) return []
  const turn = { says: [{ text: notice.text, menu: null }], handOff: false }
  const mayAnswer = !automaticAnswers || (await withoutLoop(unit, turn, { text, place, limit: automaticAnswers })).says.length > 0
  return mayAnswer ? appendMessages(unit, place, [notice]) : []
}
