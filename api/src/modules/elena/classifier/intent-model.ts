import { type FeatureSpace, type Language, repairing, softmax, sparseScores, type SparseWeights, type Spelling, TextReader } from '../../language/index.ts'
import { confidenceOf, type Confidence, type Signals } from './confidence.ts'

export interface IntentModelParts {
  /** Names of the intents, in ascending order. */
  intents: readonly string[]
  space: FeatureSpace
  weights: SparseWeights
  confidence: Confidence
  /** Below this confidence (0–1) a text is taken to mean none of the intents. */
  threshold: number
  /** Words that the examples use, to which misspelt ones are repaired; of each language. */
  spelling: Readonly<Record<Language, Spelling>>
}

export interface RankedIntent { intent: string, probability: number }

export interface IntentReading {
  /** The intents by falling probability (these sum to 1 over all intents), at most as many as were asked for. */
  ranking: RankedIntent[]
  /** The probability (0–1) that the first one is right; low for what is none of them. */
  confidence: number
  /** Whether the confidence reaches the model's threshold. */
  inScope: boolean
}

/** A trained classifier of texts into intents. One call at a time, which in one thread is always so. */
export class IntentModel {
  readonly parts: IntentModelParts
  private readonly scores: Float32Array
  private readonly reader = new TextReader()
  private readonly repair: Record<Language, (word: string) => string>

  constructor(parts: IntentModelParts) {
    this.parts = parts
    this.scores = new Float32Array(parts.intents.length)
    this.repair = { es: repairing(parts.spelling.es, 'es'), en: repairing(parts.spelling.en, 'en') }
  }

  /** Reads a text of any length in its language; an empty one, or one of strange words only, is out of scope. */
  read(text: string, language: Language, most = 3): IntentReading {
    const { space, weights, confidence, threshold, intents } = this.parts
    const seen = space.vector(this.reader.read(text, language, this.repair[language]))
    sparseScores(weights, seen, this.scores)
    const signals = readScores(this.scores, seen.coverage)
    const sure = seen.features.length === 0 ? 0 : confidenceOf(confidence, signals)
    return {
      ranking: best(this.scores, most).map(at => ({ intent: intents[at]!, probability: this.scores[at]! })),
      confidence: sure,
      inScope: sure > 0 && sure >= threshold,
    }
  }
}

// Scores differ by so much only where there is no doubt, and exp(-30) still has digits.
const leastDoubt = Math.exp(-30)

/** What a text's scores say about the first of its intents; turns the scores into probabilities, in place. */
export function readScores(scores: Float32Array, [words = 0, letters = 0, stems = 0]: readonly number[]): Signals {
  let highest = -Infinity
  for (let at = 0; at < scores.length; at++) if (scores[at]! > highest) highest = scores[at]!
  const all = softmax(scores)
  return [-Math.log(all - 1 + leastDoubt), highest * (words + letters + stems) / 3]
}

/** Where the highest values stand, highest first; of equal ones the first. */
export function best(values: Float32Array, most: number): number[] {
  const found: number[] = []
  while (found.length < most && found.length < values.length) {
    let highest = -1
    for (let at = 0; at < values.length; at++) if ((highest < 0 || values[at]! > values[highest]!) && !found.includes(at)) highest = at
    found.push(highest)
  }
  return found
}
