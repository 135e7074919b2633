import type { ReadUnit } from '../../../platform/unit.ts'
import { PredictiveFailure, type Predictive, type PredictiveCall } from '../../predictive/index.ts'
import type { Ground } from './ground.ts'

/** How the tenant's models can put what was found in order. */
export type Ordering = 'RERANK' | 'ENCODE' | null

const MAX_TEXT = 2000

/** Puts what was found in another order: by a model that compares question and text, or by likeness in meaning. */
export class GroundOrder {
  readonly #predictive: Pick<Predictive, 'serves' | 'rerank' | 'embed'>

  constructor(predictive: Pick<Predictive, 'serves' | 'rerank' | 'embed'>) {
    this.#predictive = predictive
  }

  async ordering(unit: ReadUnit): Promise<Ordering> {
    if (await this.#predictive.serves(unit, 'RERANK')) return 'RERANK'
    return await this.#predictive.serves(unit, 'ENCODE') ? 'ENCODE' : null
  }

  /** Never inside a unit. As it was, where the model is of no use. */
  async ordered(call: PredictiveCall, ordering: Ordering, { question, grounds }: { question: string; grounds: Ground[] }): Promise<Ground[]> {
    if (!ordering || grounds.length < 2) return grounds
    try {
      const texts = grounds.map(({ title, text }) => `${title}\n${text}`.slice(0, MAX_TEXT))
      const scores = ordering === 'RERANK' ? await this.#predictive.rerank(call, { query: question, texts }) : await this.#likeness(call, question, texts)
      const order = grounds.map((_ground, at) => at).toSorted((one, other) => scores[other]! - scores[one]! || one - other)
      return order.map(at => grounds[at]!)
    } catch (error) {
      if (!(error instanceof PredictiveFailure)) throw error
      return grounds
    }
  }

  async #likeness(call: PredictiveCall, question: string, texts: string[]): Promise<number[]> {
    const [asked, ...found] = await this.#predictive.embed(call, [question, ...texts])
    return found.map(vector => cosine(asked!, vector))
  }
}

function cosine(one: number[], other: number[]): number {
  const dot = (left: number[], right: number[]) => left.reduce((sum, value, at) => sum + value * right[at]!, 0)
  return dot(one, other) / (Math.sqrt(dot(one, one) * dot(other, other)) || 1)
}
