import type { Language } from '../language/index.ts'

/** What ELENA learns from and what it understands: the shapes that its parts, the screens and the bot share. */

/** A span of an example that is an entity; UTF-16 offsets, end exclusive. `value` where it is not the text itself. */
export interface MarkedEntity { start: number, end: number, entity: string, value?: string }

export interface TrainingExample { text: string, intent: string, language: Language, entities?: readonly MarkedEntity[] }

/** A type of entity: learnt from marks, a closed list of values with their synonyms, or both. */
export interface EntityType {
  name: string
  values?: readonly { value: string, synonyms: readonly string[] }[]
}

export interface TrainingSet { examples: readonly TrainingExample[], entities?: readonly EntityType[] }

export interface FoundEntity {
  /** The name of an entity type of the tenant's, or of a recogniser's kind ("date", "money"). */
  entity: string
  start: number
  end: number
  text: string
  /** The canonical value: of a list its value, of a recogniser its structured one, else the text. */
  value: unknown
  /** 0–1. */
  confidence: number
  source: 'LEARNED' | 'LIST' | 'RECOGNISER'
}

export interface Understanding {
  language: Language
  /** By falling probability. */
  ranking: readonly { intent: string, probability: number }[]
  /** The probability (0–1) that the first intent is meant. */
  confidence: number
  /** Whether the confidence reaches the model's threshold; where not, the text means none of the intents. */
  inScope: boolean
  entities: readonly FoundEntity[]
}
