import { codeOf, languageOfCode, type BotReading, type Elena, type IntentChoice, type IntentChooser } from '../../elena/index.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { BotAnswer, BotQuestion, Ground, Ways, WrittenAnswers } from '../../knowledge/index.ts'
import { detectLanguage } from '../../language/index.ts'
import type { BotHears, BotTurn } from './bot.ts'
import { isExactly } from './bot-choice.ts'
import type { Heard } from './bot-understanding.ts'

/** What models of the tenant's are to think about. */
export interface Doubt {
  heard: Heard
  /** In which she is answered. */
  language: Language
  choices: IntentChoice[]
  grounds: Ground[]
  ways: Ways
}

interface Parts {
  chooser: IntentChooser
  written: WrittenAnswers
  understanding: Pick<Elena['understanding'], 'intentNamed'>
}

interface Thinking {
  tenantId: string
  /** The contact's message: by it a call is known again, however often it is tried. */
  messageId: string
  /** For all of it, in milliseconds. */
  budgetMs: number
}

/** Of the whole time, what choosing and ordering may take, so that enough is left for writing. */
const FIRST_MS = 2500
const WHOLE_MS = 8000

/** Where what the bot found is not certain, models of the tenant's are asked: later, and outside of any unit. */
export class SecondThoughts {
  readonly #parts: Parts
  readonly #perf: { now(): number }

  constructor(parts: Parts, perf: { now(): number } = performance) {
    this.#parts = parts
    this.#perf = perf
  }

  /** Whether a model could do better than this turn. Without models it costs no statement. */
  async areWorthIt(unit: ReadUnit, { reading, hasAnswers, asked }: Heard, turn: BotTurn): Promise<boolean> {
    if (!asked.text || asked.optionId !== null || turn.handOff) return false
    if (turn.quotes) return !isExactly(turn.quotes) && canBeBetter(await this.#parts.written.ways(unit))
    if (!turn.misunderstood) return false
    return (isUnsure(reading) && await this.#parts.chooser.serves(unit)) || (hasAnswers && (await this.#parts.written.ways(unit)).writes)
  }

  /** All that models need to know; read in one unit, that is over before they are asked. */
  async doubt(unit: ReadUnit, heard: Heard, turn: BotTurn): Promise<Doubt> {
    const { chooser, written } = this.#parts
    const { text } = heard.asked
    const language = languageOfCode(detectLanguage(text, codeOf(heard.asked.language)))
    const question: BotQuestion = { text, language, channel: heard.asked.channel }
    const ways = await written.ways(unit)
    const mayChoose = turn.misunderstood === true && isUnsure(heard.reading) && await chooser.serves(unit)
    return {
      heard, language, ways,
      choices: mayChoose ? await chooser.choices(unit) : [],
      grounds: heard.hasAnswers && canBeBetter(ways) ? await written.found(unit, question) : [],
    }
  }

  /** Never inside a unit. What is better than what was heard; empty where models brought nothing, or not in time. */
  async think(doubt: Doubt, { tenantId, messageId, budgetMs }: Thinking): Promise<Better> {
    const until = this.#perf.now() + Math.min(budgetMs, WHOLE_MS)
    const call = (key: string, most = WHOLE_MS) =>
      ({ tenantId, key: `${messageId} ${key}`, budgetMs: Math.max(0, Math.min(most, until - this.#perf.now())) })
    const { text } = doubt.heard.asked
    const intent = await this.#parts.chooser.choose(call('CLASSIFY', FIRST_MS), { text, choices: doubt.choices })
    if (intent) return { intent }
    const { ordering, writes } = doubt.ways
    const grounds = await this.#parts.written.ordered(call(ordering ?? '', FIRST_MS), ordering, { question: text, grounds: doubt.grounds })
    if (writes && grounds.length > 0) {
      const answer = await this.#parts.written.write(call('GENERATE'), { question: text, language: doubt.language, grounds })
      if ('text' in answer) return { answer: worded(answer.text, answer.cited) }
    }
    // Another order is of no use where Q&A itself was not sure of any.
    const found = doubt.heard.answer
    return found && ordering && grounds[0] ? { answer: { ...found, ...grounds[0].said, faqId: grounds[0].faqId } } : {}
  }

  /** What the bot goes by now. */
  async hears(unit: ReadUnit, { heard }: Doubt, { intent, answer }: Better): Promise<BotHears> {
    const chosen = intent ? await this.#parts.understanding.intentNamed(unit, intent) : null
    const reading = heard.reading && { ...heard.reading, intent: chosen }
    return { text: heard.asked.text, optionId: null, reading, answer: answer ?? heard.answer }
  }
}

/** An intent by its name, or an answer. */
export interface Better {
  intent?: string
  answer?: BotAnswer
}

const isUnsure = (reading: BotReading | null) => reading !== null && !reading.intent

const canBeBetter = ({ writes, ordering }: Ways) => writes || ordering !== null

/** The tenant's own words for it are known by their question; else it is said where they stand. */
function worded(text: string, cited: Ground[]): BotAnswer {
  const source = cited.find(ground => ground.said.source)?.said.source ?? null
  return { text, source, confidence: 1, isExact: false, faqId: source ? null : cited[0]!.faqId }
}
