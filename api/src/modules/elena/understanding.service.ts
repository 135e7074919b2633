import { BadInput, Forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadElena } from './elena.policy.ts'
import { codeOf, languageOfCode } from './languages.ts'
import { liveModelId, newestModelId } from './learnt-model.queries.ts'
import type { BotIntent, LiveModels } from './live-models.ts'
import type { ElenaModel } from './engine.ts'
import type { FoundEntity, Understanding } from './model.ts'
import type { ModelCache } from './model-cache.ts'
import type { Prototypes } from './prototypes.ts'

const MAX_TEXT = 4096

export interface TextToRead {
  text: string
  language?: Language | null
  /** The live one where left out. */
  modelId?: string | null
  /** By the phrases as they are now, whatever was trained. */
  prototype?: boolean
  timeZone: string
}

export interface Reading extends Understanding {
  /** Empty for a prototype. */
  modelId: string | null
  /** The confidence (0–1) from which on a text is taken as understood. */
  threshold: number
}

/** What the bot is told of a message. */
export interface BotReading {
  /** The message means this, as far as the model can tell; nothing where it means none of them. */
  intent: BotIntent | null
  /** 0–1. */
  confidence: number
  ranking: Understanding['ranking']
  language: Language
  /** What was found in the words, the first first. */
  entities?: readonly FoundEntity[]
}

export interface UnderstandingParts {
  live: LiveModels
  models: ModelCache
  prototypes: Prototypes
  onError: (error: unknown) => void
}

/** Reads texts by the tenant's models. */
export class UnderstandingService {
  readonly #live: LiveModels
  readonly #models: ModelCache
  readonly #prototypes: Prototypes
  readonly #onError: (error: unknown) => void

  constructor({ live, models, prototypes, onError }: UnderstandingParts) {
    this.#live = live
    this.#models = models
    this.#prototypes = prototypes
    this.#onError = onError
  }

  /** Nothing while no model is live and none is named; for a prototype, while there is nothing to tell apart. */
  async understand(unit: ReadUnit, { modelId, prototype, ...asked }: TextToRead): Promise<Reading | null> {
    if (!mayReadElena(unit.actor)) throw new Forbidden()
    if (asked.text.length > MAX_TEXT) throw new BadInput('text', `At most ${MAX_TEXT} characters.`)
    if (prototype && modelId) throw new BadInput('prototype', 'Either a model or a prototype.')
    if (prototype) return this.#readByPrototype(unit, asked)
    const id = modelId ?? await liveModelId(unit)
    return id ? this.#read(unit, id, asked) : null
  }

  /** By the live model, or by the newest while none is, or by a prototype before the first: for whoever is still teaching. */
  async tryOut(unit: ReadUnit, asked: TextToRead): Promise<Reading | null> {
    if (!mayReadElena(unit.actor)) throw new Forbidden()
    const id = await liveModelId(unit) ?? await newestModelId(unit)
    return id ? this.#read(unit, id, asked) : this.#readByPrototype(unit, asked)
  }

  /** Whether the tenant has a live model; remembered for a moment. */
  async isLive(unit: ReadUnit): Promise<boolean> {
    return await this.#live.of(unit) !== null
  }

  /**
   * For the bot, on the path of every message: nothing, and no statement, while the tenant has no live model. A model
   * that cannot be read is nothing too: customers are served all the same.
   */
  async forBot(unit: ReadUnit, { text, timeZone }: { text: string; timeZone: string }): Promise<BotReading | null> {
    const live = await this.#live.of(unit)
    if (!live) return null
    try {
      const { inScope, ranking, confidence, language, entities } = await this.#read(unit, live.modelId, { text, timeZone })
      const intent = inScope ? live.intents.get(ranking[0]!.intent) : undefined
      return { ranking, confidence, entities, language: languageOfCode(language), intent: intent ?? null }
    } catch (error) {
      this.#onError(error)
      return null
    }
  }

  async #readByPrototype(unit: ReadUnit, asked: TextToRead): Promise<Reading | null> {
    const model = await this.#prototypes.of(unit)
    return model && { modelId: null, ...readBy(model, asked, unit.now) }
  }

  /** What the bot does with an intent; nothing where there is none of that name, or no live model. */
  async intentNamed(unit: ReadUnit, name: string): Promise<BotIntent | null> {
    return (await this.#live.of(unit))?.intents.get(name) ?? null
  }

  async #read(unit: ReadUnit, modelId: string, asked: TextToRead): Promise<Reading> {
    return { modelId, ...readBy(await this.#models.get(unit, modelId), asked, unit.now) }
  }
}

function readBy(model: ElenaModel, { text, language, timeZone }: TextToRead, now: Date): Omit<Reading, 'modelId'> {
  const { threshold } = model
  const read = model.understand(text, { now, zone: timeZone, ...(language && { language: codeOf(language) }) })
  // A model of hardly any examples may have no idea how sure it is: that is not sure at all.
  return Number.isFinite(read.confidence) ? { threshold, ...read } : { threshold, ...read, confidence: 0, inScope: false }
}
