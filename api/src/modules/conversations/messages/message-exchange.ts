import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import { originOf, type AutomaticLimit, type ChannelOrigin, type TracedOrigin } from '../../channels/index.ts'
import { oweAnswer } from '../bot/answer-later.ts'
import { withoutLoop } from '../channel/automatic-answers.ts'
import type { Bot, BotScene, BotTurn, ChosenFrom } from '../bot/bot.ts'
import { sceneFor } from '../bot/bot-scene.ts'
import { handOverOf } from '../bot/menu-bot.ts'
import { botPlace, bySpeech, messagesOf, settleTurn } from '../bot/bot-turn.ts'
import type { BotUnderstanding, Heard } from '../bot/bot-understanding.ts'
import { arrive, settleOrigin } from '../channel/channel-arrival.ts'
import { isTappedTwice } from '../channel/channel-choice.ts'
import type { Message } from './message.ts'
import { alwaysServed, type ServiceReader } from '../../tenancy/index.ts'
import { takeHeld } from '../held/held-message.ts'
import { appendMessages, type NewMessage, type ThreadPlace } from './message-store.ts'
import type { SecondThoughts } from '../bot/second-thoughts.ts'
import { openConversation, type OpenState } from '../visitor/visitor-thread.store.ts'

/** What a contact said, on whichever channel. */
export interface Said extends Pick<NewMessage, 'id' | 'clientId' | 'content' | 'mail' | 'repliesTo' | 'toldAt'> {
  text: string
  optionId: string | null
  /** Of which menu the option is, where that is known. */
  chosenFrom?: ChosenFrom
  language: Language
  fileCount: number
  /** What is known of them already. */
  files?: { id: string; name: string; type: string }[]
  /** Of mails: which of the contact's threads, and what about. */
  threadKey?: string
  subject?: string | null
  /** How she came, where the channel tells it: kept by the conversation that this message opens, or that has no origin yet. */
  origin?: ChannelOrigin
  /** How far the bot may speak: to a machine it says nothing, by mail it does not greet, and while a channel is paused it leaves everything to people. */
  manner?: 'CHAT' | 'MAIL' | 'SILENT' | 'HAND_OVER'
  /** Of mails, whose sender may be a machine. */
  automaticAnswers?: AutomaticLimit
}

export interface Entered {
  said: Said
  place: ThreadPlace
  open: OpenState | null
  /** Puts the files to the message, in the same unit. */
  attach?: (message: Message) => Promise<void>
}

interface Parts {
  bot: Bot
  understanding?: BotUnderstanding
  thoughts?: SecondThoughts
  service?: ServiceReader
}

/** A contact's message and the bot's answer to it, in one step: wherever she wrote it. */
export class MessageExchange {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The message stored, then everything else that came of it. The thread must be locked. */
  async take(unit: Unit, entered: Entered): Promise<Message[]> {
    const { place, open, attach } = entered
    const said = { ...entered.said, id: entered.said.id ?? newId(unit.now) }
    if (!await this.#isServed(unit)) return takeHeld(unit, entered, messageFrom(said, null))
    const { understanding, thoughts } = this.#parts
    const scene = !open || open.owner === 'BOT' ? await sceneFor(unit, place.channel.id, said.language) : null
    const origin = said.origin ? await originOf(unit, said.origin) : null
    const link = origin && await isFollowed(unit, { place, open, origin }) ? origin.linkName : null
    const greeted = open ? [] : await this.#open(unit, { ...entered, origin }, scene!)
    const isTwice = open !== null && scene !== null && await isTappedTwice(unit, place.identityId, said)
    const heard = scene && isHeard(said) && !isTwice ? await this.#hear(unit, scene, entered) : null
    const meant = isTwice ? NOTHING_MORE : scene && said.manner !== 'SILENT' ? await this.#turn(unit, scene, { ...entered, said, heard, link, greeted: greeted.length > 0 }) : null
    const turn = meant && said.automaticAnswers ? await withoutLoop(unit, meant, { text: said.text, place, limit: said.automaticAnswers }) : meant
    const isLater = turn !== null && turn.says.length > 0 && heard !== null && await thoughts?.areWorthIt(unit, heard, turn) === true
    const stored = await appendMessages(unit, place, [...greeted, messageFrom(said, turn), ...(turn && !isLater ? messagesOf(turn) : [])])
    const message = stored[greeted.length]!
    await attach?.(message)
    if (isLater) await oweAnswer(unit, message)
    else if (turn && heard) await understanding!.note(unit, { heard, turn, place, message })
    if (turn && !isLater) await settleTurn(unit, place.conversationId, turn)
    return [message, ...stored.slice(0, greeted.length), ...stored.slice(greeted.length + 1)]
  }

  /** A contact came and has not said a word yet. */
  async arrive(unit: Unit, arriving: Parameters<typeof arrive>[2]): Promise<void> {
    await arrive(unit, this.#parts.bot, { ...arriving, isGreeted: arriving.isGreeted && await this.#isServed(unit) })
  }

  async #isServed({ tenantId }: Unit): Promise<boolean> {
    return (await (this.#parts.service ?? alwaysServed).rules(tenantId)).isServed
  }

  async #open(unit: Unit, { said, place, origin }: Entered & { origin: TracedOrigin | null }, scene: BotScene): Promise<NewMessage[]> {
    const { language, threadKey, subject } = said
    place.conversationId = await openConversation(unit, place, { id: newId(unit.now), language, threadKey, subject, origin })
    if ((said.manner ?? 'CHAT') !== 'CHAT') return []
    return [bySpeech(await this.#parts.bot.welcome(scene, { unit, channelAccountId: place.channel.id, channelKind: place.channel.kind }))]
  }

  async #turn(unit: Unit, scene: BotScene, { said, place, open, heard, link, greeted }: Entered & { heard: Heard | null; link: string | null; greeted: boolean }): Promise<BotTurn> {
    const { bot } = this.#parts
    const { text, optionId, chosenFrom, manner, content } = said
    if (manner === 'HAND_OVER') return { says: [], handOff: true }
    const at = { ...botPlace(unit, place), messageId: said.id, link, ...!open && { opening: { greeted } } }
    const turn = await bot.answer(scene, { text, optionId, ...chosenFrom && { chosenFrom }, reading: heard?.reading, answer: heard?.answer, content, files: said.files ?? unseen(said.fileCount) }, at)
    // Nobody writes a second mail to choose from a menu.
    return manner === 'MAIL' && turn.misunderstood ? { ...handOverOf(scene), misunderstood: true } : turn
  }

  async #hear(unit: Unit, scene: BotScene, { said: { text, optionId, chosenFrom, language }, place }: Entered): Promise<Heard | null> {
    const asked = { text, optionId, isOlderOption: chosenFrom?.isLatest === false, language, channel: place.channel.kind, timeZone: scene.calendar.timeZone }
    return await this.#parts.understanding?.hear(unit, asked) ?? null
  }
}

/** A site tells the link again whenever its page is loaded; every other channel only when she has just come by it. */
async function isFollowed(unit: Unit, { place, open, origin }: Pick<Entered, 'place' | 'open'> & { origin: TracedOrigin }): Promise<boolean> {
  const isNews = !open || await settleOrigin(unit, place.conversationId, origin)
  return isNews || place.channel.kind !== 'WEB'
}

/** It is answered already. */
const NOTHING_MORE: BotTurn = { says: [], handOff: false }

const isHeard = ({ manner }: Said) => manner !== 'SILENT' && manner !== 'HAND_OVER'

function messageFrom({ id, text, optionId, clientId, content, mail, repliesTo, toldAt, fileCount }: Said, turn: BotTurn | null): NewMessage {
  const status = turn && !turn.handOff ? 'READ' : 'DELIVERED'
  return {
    author: 'CONTACT', text, status, chosenOptionId: optionId, clientId, attachmentCount: fileCount,
    ...id && { id }, ...content && { content }, ...mail && { mail }, ...repliesTo && { repliesTo }, ...toldAt && { toldAt },
  }
}

/** Files of which only the number is known yet. */
const unseen = (count: number) => Array.from({ length: count }, () => ({ id: '', name: '', type: '' }))
