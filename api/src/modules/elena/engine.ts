import { trainIntents } from './classifier/intent-training.ts'
import type { IntentModel, IntentReading } from './classifier/intent-model.ts'
import { packIntents, unpackIntents } from './classifier/intent-model-file.ts'
import { detectLanguage } from './language/detect.ts'
import type { Language } from './language/language.ts'
import type { TrainingSet, Understanding } from './model.ts'
import { pack, unpack } from './packed.ts'
import { strangers } from './packs/strangers.ts'

export interface TrainingOptions {
  /** Same data and seed, same model. 1 where left out. */
  seed?: number
  /** Told the share of the work done (0–1). */
  onProgress?: (share: number) => void
}

export interface ReadingContext {
  /** The language where it is known; detected where it is not. */
  language?: Language
  /** What "tomorrow" is counted from. */
  now: Date
  /** IANA name of the time zone that dates and times are meant in. */
  zone: string
}

/** A tenant's trained model. One thread uses it. */
export class ElenaModel {
  private readonly intents: IntentModel

  constructor(intents: IntentModel) {
    this.intents = intents
  }

  understand(text: string, context: ReadingContext): Understanding {
    const language = context.language ?? detectLanguage(text)
    return { language, ...this.readIntent(text, language), entities: [] }
  }

  /** The intents alone: about a tenth of a whole call. */
  readIntent(text: string, language: Language): IntentReading {
    return this.intents.read(text, language)
  }

  /** The model as bytes, for `readElena`. */
  write(): Uint8Array {
    return pack(packIntents(this.intents))
  }
}

/** Trains on a tenant's examples: seconds of one core, so in a worker. Throws a RangeError where there is nothing to learn. */
export function trainElena(set: TrainingSet, options: TrainingOptions = {}): ElenaModel {
  return new ElenaModel(trainIntents(set.examples, { ...options, strangers: strangers() }))
}

/** A model from what its `write` gave. Throws a TypeError where the bytes are something else. */
export const readElena = (bytes: Uint8Array): ElenaModel => new ElenaModel(unpackIntents(unpack(bytes)))
