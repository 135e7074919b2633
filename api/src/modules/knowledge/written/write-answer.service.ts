import { BadInput, Forbidden } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { detectLanguage } from '../../language/index.ts'
import type { PredictiveProblem } from '../../predictive/index.ts'
import type { BotAnswer, BotAnswers, BotQuestion } from '../bot-answers.ts'
import type { AnswerRefusal } from './answer-screen.ts'
import type { Ground } from './ground.ts'
import type { Ways, WrittenAnswers } from './written-answers.ts'

export interface ToTry {
  text: string
  language?: Language | null
  channel: BotQuestion['channel']
}

/** What was found, before a model is asked. */
export interface Looked {
  tenantId: string
  question: BotQuestion
  grounds: Ground[]
  ways: Ways
  /** What Q&A says by itself. */
  plain: BotAnswer | null
}

export interface WrittenAnswer {
  text: string | null
  isWritten: boolean
  citations: Ground[]
  refusal: AnswerRefusal | null
  problem: PredictiveProblem | null
  milliseconds: number
}

const MAX_TEXT = 4096
const WHOLE_MS = 8000
const FIRST_MS = 2500

const mayTry = (actor: Actor) => actor.kind === 'MEMBER' && ['SUPERVISOR', 'ADMIN', 'OWNER'].includes(actor.role)

/** Answers as a customer would be answered with the tenant's own model, for whoever wants to see it first. */
export class WriteAnswerService {
  readonly #written: WrittenAnswers
  readonly #answers: BotAnswers
  readonly #perf: { now(): number }

  constructor({ written, answers, perf = performance }: { written: WrittenAnswers; answers: BotAnswers; perf?: { now(): number } }) {
    this.#written = written
    this.#answers = answers
    this.#perf = perf
  }

  /** In a unit that is over before the model is asked. */
  async look(unit: ReadUnit, { text, language, channel }: ToTry): Promise<Looked> {
    if (!mayTry(unit.actor)) throw new Forbidden()
    if (text.length > MAX_TEXT) throw new BadInput('text', `At most ${MAX_TEXT} characters.`)
    const question: BotQuestion = { text, channel, language: language ?? (detectLanguage(text) === 'en' ? 'EN' : 'ES') }
    const [ways, grounds, plain] = [await this.#written.ways(unit), await this.#written.found(unit, question), await this.#answers.forBot(unit, question)]
    return { tenantId: unit.tenantId, question, ways, grounds, plain }
  }

  async write({ tenantId, question, ways, grounds, plain }: Looked): Promise<WrittenAnswer> {
    const begun = this.#perf.now()
    const left = () => Math.max(0, begun + WHOLE_MS - this.#perf.now())
    const asked = { question: question.text, language: question.language }
    const ordered = await this.#written.ordered({ tenantId, budgetMs: FIRST_MS }, ways.ordering, { ...asked, grounds })
    const answer = await this.#written.write({ tenantId, budgetMs: left() }, { ...asked, grounds: ordered })
    const milliseconds = Math.round(this.#perf.now() - begun)
    if ('text' in answer) return { text: answer.text, isWritten: true, citations: answer.cited, refusal: null, problem: null, milliseconds }
    return { text: plain?.text ?? null, isWritten: false, citations: [], ...answer, milliseconds }
  }
}
