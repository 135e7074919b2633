import { BadInput, Conflict } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { originOf } from '../channels/index.ts'
import type { ContactService } from '../contacts/index.ts'
import { attachFiles, carriesFiles } from './attachment.store.ts'
import { oweAnswer } from './answer-later.ts'
import type { Bot, BotScene, BotTurn } from './bot.ts'
import { sceneFor } from './bot-scene.ts'
import { bySpeech, handToQueue, messagesOf } from './bot-turn.ts'
import type { BotUnderstanding, Heard } from './bot-understanding.ts'
import { uploaderOf, visitorOf, type Visitor } from './conversation.policy.ts'
import { MAX_OPTION_ID, type Message } from './message.ts'
import { checkedContent } from './message-content.ts'
import { appendMessages, messageByClientId, type NewMessage, type ThreadPlace } from './message-store.ts'
import type { SecondThoughts } from './second-thoughts.ts'
import { answersTo, lockVisitorThread, openConversation, type OpenState } from './visitor-thread.store.ts'

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
}

/** What a visitor writes, and what the bot answers in the same moment; or later, where a model of the tenant's may do better. */
export class VisitorMessageService {
  readonly #contacts: ContactService
  readonly #bot: Bot
  readonly #understanding?: BotUnderstanding
  readonly #thoughts?: SecondThoughts

  constructor({ contacts, bot, understanding, thoughts }: VisitorMessageParts) {
    this.#contacts = contacts
    this.#bot = bot
    this.#understanding = understanding
    this.#thoughts = thoughts
  }

  /** The message stored and the answers to it; the first of them is the message, or the same as before for a repeat. */
  async receive(unit: Unit, says: VisitorSays): Promise<Message[] | InvalidInput> {
    const visitor = visitorOf(unit.actor)
    const said = spoken(says)
    if (said instanceof InvalidInput) return said
    const { place, open } = await this.#enter(unit, visitor, said)
    const before = await messageByClientId(unit, place.identityId, { author: 'CONTACT', clientId: said.clientId })
    return before ? repeated(unit, before, said) : this.#store(unit, { visitor, said, place, open })
  }

  async #enter(unit: Unit, visitor: Visitor, said: VisitorSays) {
    const known = await lockVisitorThread(unit, visitor)
    if (known) return known
    await this.#contacts.admit(unit, { ...visitor, language: said.language })
    return (await lockVisitorThread(unit, visitor, { create: true }))!
  }

  async #store(unit: Unit, { visitor, said, place, open }: Entered): Promise<Message[]> {
    const scene = !open || open.owner === 'BOT' ? await sceneFor(unit, visitor.channelAccountId, said.language) : null
    const greeted: NewMessage[] = []
    if (!open) {
      const origin = said.ref ? await originOf(unit, { token: said.ref }) : null
      place.conversationId = await openConversation(unit, place, { ...visitor, language: said.language, id: newId(unit.now), origin })
      greeted.push(bySpeech(this.#bot.welcome(scene!)))
    }
    const heard = scene ? await this.#hear(unit, scene, said) : null
    const turn = scene ? this.#turn(scene, said, heard) : null
    const status = turn && !turn.handOff ? 'READ' : 'DELIVERED'
    const message: NewMessage = {
      author: 'CONTACT', text: said.text, status, chosenOptionId: said.optionId ?? null, clientId: said.clientId,
      attachmentCount: said.attachmentIds.length,
    }
    const isLater = turn !== null && heard !== null && await this.#thoughts?.areWorthIt(unit, heard, turn) === true
    const stored = await appendMessages(unit, place, [...greeted, message, ...(turn && !isLater ? messagesOf(turn) : [])])
    await attachFiles(unit, { messageId: stored[greeted.length]!.id, attachmentIds: said.attachmentIds, uploadedBy: uploaderOf(visitor) })
    if (isLater) await oweAnswer(unit, stored[greeted.length]!)
    else if (turn && heard) await this.#understanding!.note(unit, { heard, turn, place, message: stored[greeted.length]! })
    if (turn?.handOff) await handToQueue(unit, place.conversationId)
    return [stored[greeted.length]!, ...stored.slice(0, greeted.length), ...stored.slice(greeted.length + 1)]
  }

  /** A file says nothing to the bot: a person has to look at it. */
  #turn(scene: BotScene, said: VisitorSays, heard: Heard | null): BotTurn {
    if (said.attachmentIds.length > 0 && !said.text) return this.#bot.handOff(scene)
    return this.#bot.answer(scene, { text: said.text, optionId: said.optionId ?? null, reading: heard?.reading, answer: heard?.answer })
  }

  async #hear(unit: Unit, scene: BotScene, { text, optionId, language }: VisitorSays): Promise<Heard | null> {
    return await this.#understanding?.hear(unit, { text, optionId: optionId ?? null, language, timeZone: scene.calendar.timeZone }) ?? null
  }
}

interface Entered {
  visitor: Visitor
  said: VisitorSays
  place: ThreadPlace
  open: OpenState | null
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
