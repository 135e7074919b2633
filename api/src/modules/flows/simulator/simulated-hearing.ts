import type { Json } from '@botpro/graphql/flows'
import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import { MenuBot, sceneWithoutChannel, type BotUnderstanding } from '../../conversations/index.ts'
import type { Heard } from '../engine/input.ts'
import { answerIsSurer, heardOf } from '../run/heard.ts'
import type { PlayedState } from '../testing/player.ts'

export interface SimulatedReading {
  text: string
  intent: string | null
  confidence: number
  entities: Record<string, Json>
  answer: string | null
}

/** What is made of words: as of real ones. */
export interface UnderstoodWords {
  heard: Pick<Heard, 'intent' | 'entities' | 'aside'>
  isAnswerSurer: boolean
  reading: SimulatedReading
}

/** Lets the tenant's live model and Q&A read what is written in a simulation; nothing is kept of it. */
export class SimulatedHearing {
  readonly #parts: { units: Pick<Units, 'read'>; understanding: () => Pick<BotUnderstanding, 'hear'> }
  readonly #menu = new MenuBot()

  constructor(parts: { units: Pick<Units, 'read'>; understanding: () => Pick<BotUnderstanding, 'hear'> }) {
    this.#parts = parts
  }

  /** In a unit of its own, which is over before anything else is asked. */
  async understand(tenantId: string, text: string, { language, channel, timeZone }: Pick<PlayedState, 'language' | 'channel' | 'timeZone'>): Promise<UnderstoodWords | null> {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    const found = await this.#parts.understanding().hear(unit, { text, optionId: null, timeZone, language, channel })
    if (!found) return null
    const hears = { text, optionId: null, reading: found.reading, answer: found.answer }
    const { intent, entities, aside } = heardOf(hears, this.#menu.found(await sceneWithoutChannel(unit, language), hears))
    return {
      heard: { intent, entities, aside }, isAnswerSurer: answerIsSurer(hears),
      reading: { text, intent: intent?.name ?? null, confidence: found.reading?.confidence ?? 0, entities, answer: aside },
    }
  }
}
