import { readFileSync } from 'node:fs'
import { conceptBlock, denseScores, type DenseWeights, type FeatureSpace, type Language, learnSoftmax, softmax, spaceOf, type SparseVector, textKeys, type TextKeys } from '../../language/index.ts'
import { seededRandom } from '../../../platform/random.ts'
import { sentimentFile } from './lexicon.ts'
import { longestRead, signalCount, signalsOf, type TellingSpan } from './signals.ts'

export type SentimentLabel = 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE'

export const sentimentLabels: readonly SentimentLabel[] = ['NEGATIVE', 'NEUTRAL', 'POSITIVE']

/** A message of our own writing, and what a reader of it says it is. */
export interface FeelingExample { text: string, label: SentimentLabel, urgent: boolean }

export interface Feeling { probabilities: Float32Array, urgency: number, spans: TellingSpan[] }

const labelOf: Record<string, SentimentLabel> = { '-': 'NEGATIVE', 0: 'NEUTRAL', '+': 'POSITIVE' }

/** Reads lines of a mark for the sentiment (- 0 +), one for the urgency (! or .) and the message. Throws on another line. */
export function feelingExamples(file: string): FeelingExample[] {
  return readFileSync(sentimentFile(file), 'utf8').split('\n').filter(line => line.trim()).map(line => {
    const [, mark = '', pressing, text] = /^([-0+])([!.]) (\S.*)$/.exec(line) ?? []
    if (!text) throw new Error(`No message with its marks: ${line}`)
    return { text, label: labelOf[mark]!, urgent: pressing === '!' }
  })
}

const learning = { epochs: 10, rate: 0.5, seed: 1 }
// Found by cross-validation, where it hardly mattered.
const signalWeight = 1
// The lexicon knows the examples' words better than it will know customers': each example is learnt a second time with
// so much of what the lexicon says.
const shareHeard = 0.5

/** What the examples say of how words feel, with what the lexicon says. One thread uses it. */
export class FeelingModel {
  private readonly language: Language
  private readonly space: FeatureSpace
  private readonly sentiment: DenseWeights
  private readonly pressing: DenseWeights

  /** Learns from some hundred examples in a quarter of a second. The same examples make the same model. */
  constructor(examples: readonly FeelingExample[], language: Language) {
    this.language = language
    const keys = examples.map(({ text }) => keysOf(text, language))
    this.space = spaceOf(keys, 1)
    const random = seededRandom(learning.seed)
    const vectors = [() => true, () => random() < shareHeard].flatMap(heard =>
      examples.map(({ text }, at) => this.vectorOf(keys[at]!, signalsOf(text, language, heard).features)))
    this.sentiment = this.learn(vectors, at => sentimentLabels.indexOf(examples[at]!.label), [1, 1, 1])
    const share = examples.filter(each => each.urgent).length / examples.length
    // Few messages are urgent: each counts as much more as there are fewer of them.
    this.pressing = this.learn(vectors, at => Number(examples[at]!.urgent), [0.5 / (1 - share), 0.5 / share])
  }

  private learn(vectors: readonly SparseVector[], labelOf: (example: number) => number, weights: readonly number[]): DenseWeights {
    const count = vectors.length / 2
    const examples = vectors.map((vector, at) => ({ vector, label: labelOf(at % count), weight: weights[labelOf(at % count)]! }))
    return learnSoftmax(examples, { features: this.space.size + signalCount, classes: weights.length }, learning)
  }

  private vectorOf(keys: TextKeys, signals: Float32Array): SparseVector {
    const { features, values } = this.space.vector(keys)
    const all = { features: new Uint32Array(features.length + signalCount), values: new Float32Array(features.length + signalCount) }
    all.features.set(features)
    all.values.set(values)
    for (let at = 0; at < signalCount; at++) {
      all.features[features.length + at] = this.space.size + at
      all.values[features.length + at] = signals[at]! * signalWeight
    }
    return all
  }

  read(text: string): Feeling {
    const { spans, features } = signalsOf(text, this.language)
    const vector = this.vectorOf(keysOf(text.slice(0, longestRead), this.language), features)
    const probabilities = new Float32Array(3)
    denseScores(this.sentiment, vector, probabilities)
    softmax(probabilities)
    const pressing = new Float32Array(2)
    denseScores(this.pressing, vector, pressing)
    softmax(pressing)
    return { probabilities, urgency: pressing[1]!, spans }
  }
}

// What a message is about says nothing of how its writer feels: without the concepts a point more is right.
function keysOf(text: string, language: Language): TextKeys {
  const { keys, ends } = textKeys(text, language)
  const kept = ends[conceptBlock - 1]!
  return { keys: keys.subarray(0, kept), ends: ends.with(conceptBlock, kept) }
}
