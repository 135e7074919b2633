import { intentModelOf, packIntents, type IntentHeader } from './classifier/intent-model-file.ts'
import type { IntentModel, IntentReading } from './classifier/intent-model.ts'
import { trainIntents } from './classifier/intent-training.ts'
import { EntityReader, type EntityReaderParts } from './entity-reader.ts'
import { detectLanguage, type Language, languages, pack, unpack } from '../language/index.ts'
import type { EntityType, TrainingSet, Understanding } from './model.ts'
import { strangers } from './packs/strangers.ts'
import { hintsIn } from './recognised-entities.ts'
import { SlotLabeller } from './slots/slot-labeller.ts'
import { trainSlots } from './slots/slot-training.ts'

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

interface Header { intents: IntentHeader, entities: readonly EntityType[] }

/** A tenant's trained model. One thread uses it, one call at a time. */
export class ElenaModel {
  private readonly classifier: IntentModel
  private readonly entities: EntityReader

  constructor(classifier: IntentModel, entities: EntityReaderParts) {
    this.classifier = classifier
    this.entities = new EntityReader({ ...entities, isKnown: (word, language) => classifier.parts.spelling[language].knows(word) })
  }

  /** The names of the intents that were learnt, in ascending order. */
  get intents(): readonly string[] {
    return this.classifier.parts.intents
  }

  /** What a customer's text means. A text of any length is taken; it costs about a quarter of a millisecond a dozen words. */
  understand(text: string, context: ReadingContext): Understanding {
    const language = context.language ?? detectLanguage(text)
    const reading = this.readIntent(text, language)
    return { language, ...reading, entities: this.entities.read(text, { ...context, language, intents: reading.ranking }) }
  }

  /** The intents alone. */
  readIntent(text: string, language: Language): IntentReading {
    return this.classifier.read(text, language)
  }

  /** The model as bytes, for `readElena`. */
  write(): Uint8Array {
    const { header, arrays } = packIntents(this.classifier)
    const { types, slots } = this.entities.parts
    const labellers = Object.fromEntries(Object.entries(slots).map(([language, labeller]) => [`slots.${language}`, labeller.write()]))
    return pack<Header>({ header: { intents: header, entities: types }, arrays: { ...arrays, ...labellers } })
  }
}

/** Trains on a tenant's examples: seconds of one core, so in a worker. Throws a RangeError where there is nothing to learn. */
export function trainElena({ examples, entities = [] }: TrainingSet, { seed = 1, onProgress }: TrainingOptions = {}): ElenaModel {
  const slots: EntityReaderParts['slots'] = {}
  for (const language of languages) {
    const own = examples.filter(each => each.language === language)
    if (own.some(each => each.entities?.length)) slots[language] = trainSlots(own, { language, seed, hintsOf: hintsIn(language) }).labeller
  }
  const intents = trainIntents(examples, { seed, strangers: strangers(), ...onProgress && { onProgress } })
  return new ElenaModel(intents, { types: entities, slots })
}

/** A model from what its `write` gave. Throws a TypeError where the bytes are something else. */
export function readElena(bytes: Uint8Array): ElenaModel {
  const { header, arrays } = unpack<Header>(bytes)
  const labellers = languages.filter(language => arrays[`slots.${language}`])
  const slots = Object.fromEntries(labellers.map(language => [language, SlotLabeller.read(arrays[`slots.${language}`] as Uint8Array)]))
  return new ElenaModel(intentModelOf({ header: header.intents, arrays }), { types: header.entities, slots })
}
