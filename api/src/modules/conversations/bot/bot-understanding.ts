import type { Language } from '../../../platform/language.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { ChannelKind } from '../../channels/index.ts'
import { codeOf, languageOfCode, type BotReading, type Elena, type MisunderstoodReason } from '../../elena/index.ts'
import type { BotAnswer, BotAnswers } from '../../knowledge/index.ts'
import { detectLanguage } from '../../language/index.ts'
import type { BotTurn } from './bot.ts'
import { saysUnhelpful } from './menu-bot.ts'
import type { Message } from '../messages/message.ts'
import type { ThreadPlace } from '../messages/message-store.ts'

export interface Asked {
  text: string
  optionId: string | null
  /** Of a menu of before: its title may have to stand for it. */
  isOlderOption?: boolean
  timeZone: string
  /** Of the conversation, for texts that do not show theirs. */
  language: Language
  channel: ChannelKind
}

/** What was found for a message by a tenant with a live model or Q&A; nothing was looked for where an option of the last menu was chosen. */
export interface Heard {
  reading: BotReading | null
  answer: BotAnswer | null
  hasAnswers: boolean
  asked: Asked
}

interface Happened {
  heard: Heard
  turn: BotTurn
  place: ThreadPlace
  /** The contact's. */
  message: Message
}

// What was asked before; choosing an option asks nothing that could be learnt.
const BEFORE = `
  select m.id, m.text from message m
  where m.tenant_id = $1 and m.conversation_id = $2 and m.position < $3 and m.author = 'CONTACT' and m.chosen_option_id is null and m.text <> ''
  order by m.position desc limit 1`

type Parts = Pick<Elena, 'understanding' | 'misunderstood'> & { answers: BotAnswers }

/** Lets the bot find what the tenant taught and wrote, and keeps what it had no answer to for somebody to look at. */
export class BotUnderstanding {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Somebody will ask in a moment. */
  warm(tenantId: string): void {
    this.#parts.answers.warm(tenantId)
  }

  /** Nothing while the tenant has neither a live model nor Q&A. */
  async hear(unit: ReadUnit, asked: Asked): Promise<Heard | null> {
    const { understanding, answers } = this.#parts
    const [isLive, hasAnswers] = await Promise.all([understanding.isLive(unit), answers.hasAny(unit)])
    if (!isLive && !hasAnswers) return null
    const { text, optionId, isOlderOption, timeZone } = asked
    if (!text || (optionId !== null && !isOlderOption)) return { asked, hasAnswers, reading: null, answer: null }
    const [reading, answer] = await Promise.all([
      isLive ? understanding.forBot(unit, { text, timeZone }) : null,
      hasAnswers ? answers.forBot(unit, { text, language: languageOf(asked), channel: asked.channel }) : null,
    ])
    return { asked, hasAnswers, reading, answer }
  }

  /** In the unit that stores the message: it had no answer, or shows that the one before had none that was of use. */
  async note(unit: Unit, { heard, turn, place, message }: Happened): Promise<void> {
    if (turn.misunderstood) return this.#noteUnanswered(unit, { heard, place, message })
    if (turn.unhelpful) return this.#noteBefore(unit, { heard, place, message, reason: 'THUMBS_DOWN' })
    if (turn.handOff && message.attachmentCount === 0) return this.#noteBefore(unit, { heard, place, message, reason: 'HANDED_OFF' })
  }

  /** What was understood, or could not be for want of a model, is something to write an answer to. */
  async #noteUnanswered(unit: Unit, { heard, place, message }: Omit<Happened, 'turn'>) {
    const { reading, hasAnswers, asked } = heard
    const reason = reading && !reading.intent ? 'LOW_CONFIDENCE' : reading || hasAnswers ? 'UNANSWERED' : null
    if (reason) await this.#note(unit, place, { id: message.id, text: message.text, reason, reading, asked })
  }

  async #noteBefore(unit: Unit, { heard: { asked }, place, message, reason }: Omit<Happened, 'turn'> & { reason: MisunderstoodReason }) {
    const [before] = await unit.sql<{ id: string; text: string }>('message-asked-before', BEFORE, [unit.tenantId, place.conversationId, message.position])
    if (!before || saysUnhelpful(before.text)) return
    const reading = await this.#parts.understanding.forBot(unit, { text: before.text, timeZone: asked.timeZone })
    await this.#note(unit, place, { ...before, reason, reading, asked })
  }

  #note(unit: Unit, { contactId, conversationId }: ThreadPlace, { id, text, reason, reading, asked }: Noted) {
    const language = languageOf({ text, language: asked.language })
    return this.#parts.misunderstood.note(unit, {
      messageId: id, contactId, conversationId, text, reason, language, confidence: reading?.confidence ?? null, guesses: reading?.ranking ?? [],
    })
  }
}

interface Noted {
  id: string
  text: string
  reason: MisunderstoodReason
  reading: BotReading | null
  asked: Asked
}

/** As detected; that of the conversation where it could be either. */
const languageOf = ({ text, language }: Pick<Asked, 'text' | 'language'>) => languageOfCode(detectLanguage(text, codeOf(language)))
