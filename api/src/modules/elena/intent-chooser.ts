import { randomBytes } from 'node:crypto'
import type { ReadUnit } from '../../platform/unit.ts'
import { dataMessages, objectIn, PredictiveFailure, type Predictive, type PredictiveCall } from '../predictive/index.ts'

/** An intent, as somebody who does not know the tenant can recognise it. */
export interface IntentChoice {
  name: string
  description: string | null
  phrases: string[]
}

const MOST_CHOICES = 100
const MAX_TOKENS = 30

// The phrases that were written first: they are what somebody had in mind.
const CHOICES = `
  select i.name, i.description, array(
    select left(p.text, 200) from phrase p
    where p.tenant_id = i.tenant_id and p.intent_id = i.id and p.deleted_at is null order by p.id limit 3) as phrases
  from intent i where i.tenant_id = $1 and i.deleted_at is null order by i.name limit ${MOST_CHOICES}`

const RULES = [
  'You decide which of the numbered intents the message of a customer is about.',
  'The object reads {"choice": 3}: the number of the one intent that fits, or 0 where none does or you are not sure.',
]

/** Has a model of the tenant's choose among the intents where ours is not sure. */
export class IntentChooser {
  readonly #predictive: Pick<Predictive, 'serves' | 'chat'>

  constructor(predictive: Pick<Predictive, 'serves' | 'chat'>) {
    this.#predictive = predictive
  }

  serves(unit: ReadUnit): Promise<boolean> {
    return this.#predictive.serves(unit, 'CLASSIFY')
  }

  choices(unit: ReadUnit): Promise<IntentChoice[]> {
    return unit.sql<IntentChoice>('intent-choices', CHOICES, [unit.tenantId])
  }

  /** Never inside a unit. The name of an intent that it was given, and of nothing else. */
  async choose(call: PredictiveCall, { text, choices }: { text: string; choices: IntentChoice[] }): Promise<string | null> {
    if (choices.length === 0) return null
    const intents = choices.map((choice, at) => ({ number: at + 1, ...choice }))
    const messages = dataMessages({ rules: RULES, data: { message: text, intents }, fence: `=====${randomBytes(12).toString('hex')}=====` })
    try {
      const { choice } = objectIn(await this.#predictive.chat('CLASSIFY', call, { messages, maxTokens: MAX_TOKENS })) ?? {}
      return typeof choice === 'number' && Number.isInteger(choice) ? choices[choice - 1]?.name ?? null : null
    } catch (error) {
      if (!(error instanceof PredictiveFailure)) throw error
      return null
    }
  }
}
