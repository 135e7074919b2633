import type { ReadUnit } from '../../../platform/unit.ts'
import type { Predictive, PredictiveCall } from '../../predictive/index.ts'
import type { BotQuestion } from '../bot-answers.ts'
import type { ScreenedAnswer } from './answer-screen.ts'
import { AnswerWriter, type NotWritten, type ToWrite } from './answer-writer.ts'
import type { Ground } from './ground.ts'
import { GroundOrder, type Ordering } from './ground-order.ts'

/** Where Q&A brings what it found. */
export interface Grounds {
  /** Best first, also what it is not sure enough of to say; at most so many. */
  forModel(unit: ReadUnit, question: BotQuestion, most: number): Promise<Ground[]>
}

/** What models of the tenant's do with what Q&A found. */
export interface Ways {
  writes: boolean
  ordering: Ordering
}

const MOST_FOUND = 20

/** Q&A with models of the tenant's behind it. What `in a unit` finds is worked on outside of any. */
export class WrittenAnswers {
  readonly #predictive: Predictive
  readonly #grounds: Grounds
  readonly #order: GroundOrder
  readonly #writer: AnswerWriter

  constructor({ predictive, grounds }: { predictive: Predictive; grounds: Grounds }) {
    this.#predictive = predictive
    this.#grounds = grounds
    this.#order = new GroundOrder(predictive)
    this.#writer = new AnswerWriter(predictive)
  }

  /** Remembered for a moment: a tenant without models costs no statement. */
  async ways(unit: ReadUnit): Promise<Ways> {
    return { writes: await this.#predictive.serves(unit, 'GENERATE'), ordering: await this.#order.ordering(unit) }
  }

  found(unit: ReadUnit, question: BotQuestion): Promise<Ground[]> {
    return this.#grounds.forModel(unit, question, MOST_FOUND)
  }

  ordered(call: PredictiveCall, ordering: Ordering, asked: { question: string; grounds: Ground[] }): Promise<Ground[]> {
    return this.#order.ordered(call, ordering, asked)
  }

  write(call: PredictiveCall, asked: ToWrite): Promise<ScreenedAnswer | NotWritten> {
    return this.#writer.write(call, asked)
  }
}
