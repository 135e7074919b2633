import type { Language } from '../../../platform/language.ts'
import { PredictiveFailure, type Predictive, type PredictiveCall, type PredictiveProblem } from '../../predictive/index.ts'
import { answerMessages, confidenceFor } from './answer-prompt.ts'
import { screened, type AnswerRefusal, type ScreenedAnswer } from './answer-screen.ts'
import type { Ground } from './ground.ts'

const MAX_TOKENS = 500
const MOST_GROUNDS = 5
const MAX_TEXT = 4096

export interface ToWrite {
  question: string
  /** In which the customer is answered. */
  language: Language
  /** What was found, best first. */
  grounds: Ground[]
}

export interface NotWritten {
  refusal: AnswerRefusal | null
  problem: PredictiveProblem | null
}

/** Has a model of the tenant's put into a sentence what was found. */
export class AnswerWriter {
  readonly #predictive: Pick<Predictive, 'chat'>

  constructor(predictive: Pick<Predictive, 'chat'>) {
    this.#predictive = predictive
  }

  /** Never inside a unit: a server outside is asked. */
  async write(call: PredictiveCall, { question, language, grounds }: ToWrite): Promise<ScreenedAnswer | NotWritten> {
    const given = grounds.slice(0, MOST_GROUNDS).map((ground, index) => ({ ...ground, number: index + 1 }))
    if (given.length === 0) return { refusal: 'NOTHING_FITS', problem: null }
    const confidence = confidenceFor(language)
    try {
      const messages = answerMessages(question.slice(0, MAX_TEXT), given, confidence)
      const reply = await this.#predictive.chat('GENERATE', call, { messages, maxTokens: MAX_TOKENS })
      const answer = screened(reply, given, confidence)
      return typeof answer === 'string' ? { refusal: answer, problem: null } : answer
    } catch (error) {
      if (!(error instanceof PredictiveFailure)) throw error
      return { refusal: null, problem: error.problem }
    }
  }
}
