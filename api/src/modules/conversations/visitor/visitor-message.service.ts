import { BadInput, Conflict } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/language.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ContactService } from '../../contacts/index.ts'
import type { ServiceReader } from '../../tenancy/index.ts'
import { attachFiles, carriesFiles, uploadedFiles } from '../attachments/attachment.store.ts'
import type { Bot } from '../bot/bot.ts'
import type { BotUnderstanding } from '../bot/bot-understanding.ts'
import { optionTapped } from '../channel/channel-choice.ts'
import { uploaderOf, visitorOf, type Visitor } from '../conversation.policy.ts'
import { MAX_OPTION_ID, type Message } from '../messages/message.ts'
import { checkedContent } from '../messages/message-content.ts'
import { MessageExchange } from '../messages/message-exchange.ts'
import { messageByClientId } from '../messages/message-store.ts'
import type { SecondThoughts } from '../bot/second-thoughts.ts'
import { answersTo, lockThread } from './visitor-thread.store.ts'

export interface VisitorSays {
  clientId: string
  text: string
  optionId?: string | null
  attachmentIds: string[]
  language: Language
  /** The token of the link by which she came. */
  ref?: string | null
}

interface VisitorMessageParts {
  contacts: ContactService
  bot: Bot
  understanding?: BotUnderstanding
  thoughts?: SecondThoughts
  service?: ServiceReader
}

/** What a visitor writes, and what the bot answers in the same moment; or later, where a model of the tenant's may do better. */
export class VisitorMessageService {
  readonly #contacts: ContactService
  readonly #exchange: MessageExchange

  constructor({ contacts, ...parts }: VisitorMessageParts) {
    this.#contacts = contacts
    this.#exchange = new MessageExchange(parts)
  }

  /** The message stored and the answers to it; the first of them is the message, or the same as before for a repeat. */
  async receive(unit: Unit, says: VisitorSays): Promise<Message[] | InvalidInput> {
    const visitor = visitorOf(unit.actor)
    const said = spoken(says)
    if (said instanceof InvalidInput) return said
    const { place, open } = await this.#enter(unit, visitor, said)
    const before = await messageByClientId(unit, place.identityId, { author: 'CONTACT', clientId: said.clientId })
    if (before) return repeated(unit, before, said)
    const { clientId, text, optionId = null, language, attachmentIds, ref } = said
    const files = await uploadedFiles(unit, attachmentIds, uploaderOf(visitor))
    const chosen = optionId ? await optionTapped(unit, place.identityId, { optionId, text }) : null
    const stored = await this.#exchange.take(unit, {
      said: { clientId, text, optionId, ...chosen && { chosenFrom: chosen.from }, language, fileCount: attachmentIds.length, files, ...ref && { origin: { token: ref } } }, place, open,
      attach: ({ id }) => attachFiles(unit, { messageId: id, attachmentIds, uploadedBy: uploaderOf(visitor) }),
    })
    // What the bot tells the agents is not for her.
    return stored.filter(({ visibility }) => visibility === 'PUBLIC')
  }

  async #enter(unit: Unit, visitor: Visitor, said: VisitorSays) {
    const known = await lockThread(unit, visitor)
    if (known) return known
    await this.#contacts.admit(unit, { ...visitor, language: said.language })
    return (await lockThread(unit, visitor, { create: true }))!
  }
}

function spoken(says: VisitorSays): VisitorSays | InvalidInput {
  if (says.optionId && says.optionId.length > MAX_OPTION_ID) throw new BadInput('optionId')
  return checkedContent(says)
}

/** The client's first try arrived after all: it gets what it would have got then. */
async function repeated(unit: Unit, before: Message, said: VisitorSays): Promise<Message[]> {
  const same = before.text === said.text && before.chosenOptionId === (said.optionId ?? null) &&
    await carriesFiles(unit, before, said.attachmentIds)
  if (!same) throw new Conflict('This id was used for another message.')
  return [before, ...(await answersTo(unit, before))]
}
