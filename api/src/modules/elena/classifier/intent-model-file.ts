import { FeatureSpace, type Packed, Spelling } from '../../language/index.ts'
import type { Confidence } from './confidence.ts'
import { IntentModel } from './intent-model.ts'

export interface IntentHeader {
  intents: readonly string[]
  strangeness: number
  confidence: Confidence
  threshold: number
  words: { es: string, en: string }
}

/** What of a model is kept: about two bytes a weight and fourteen a feature. */
export function packIntents({ parts }: IntentModel): Packed<IntentHeader> {
  const { intents, space, weights, confidence, threshold, spelling } = parts
  const words = { es: spelling.es.words.join(' '), en: spelling.en.words.join(' ') }
  const labels = intents.length <= 256 ? Uint8Array.from(weights.labels) : weights.labels
  const counts = Uint16Array.from(weights.scales, (_, at) => weights.starts[at + 1]! - weights.starts[at]!)
  return {
    header: { intents, strangeness: space.strangeness, confidence, threshold, words },
    arrays: { keys: space.keys, rarity: space.rarity, counts, labels, steps: weights.steps, scales: weights.scales, bias: weights.bias },
  }
}

export function intentModelOf({ header, arrays }: Packed<IntentHeader>): IntentModel {
  const { intents, strangeness, confidence, threshold, words } = header
  const counts = arrays.counts as Uint16Array
  const starts = new Uint32Array(counts.length + 1)
  counts.forEach((count, at) => { starts[at + 1] = starts[at]! + count })
  const weights = {
    starts, labels: arrays.labels as Uint8Array | Uint16Array, steps: arrays.steps as Int8Array,
    scales: arrays.scales as Float32Array, bias: arrays.bias as Float32Array,
  }
  const space = new FeatureSpace(arrays.keys as Uint32Array, arrays.rarity as Float32Array, strangeness)
  const spelling = { es: new Spelling(words.es.split(' ').filter(Boolean)), en: new Spelling(words.en.split(' ').filter(Boolean)) }
  return new IntentModel({ intents, space, weights, confidence, threshold, spelling })
}
