import type { SparseVector } from './feature-space.ts'
import type { DenseWeights } from './softmax-regression.ts'

/**
 * A trained model as it is kept and asked: of each feature only the classes to which it matters, in a byte each.
 * Row f is the entries `starts[f]` to `starts[f + 1]`; an entry's weight is `scales[f] * steps[entry]`.
 */
export interface SparseWeights {
  starts: Uint32Array
  labels: Uint8Array | Uint16Array
  steps: Int8Array
  scales: Float32Array
  bias: Float32Array
}

const steps = 127
// What moves less than this share of what the greatest weight moves costs a tenth of a point, and is most of all weights.
const leastShare = 0.015

/**
 * Keeps at most `most` weights, those that move scores the most: a weight does so by its size and by the `rarity` of its
 * feature, which is what its values are made of.
 */
export function sparseOf(dense: DenseWeights, rarity: Float32Array, most: number): SparseWeights {
  const { weights, classes, stride, bias } = dense
  const least = leastKept(dense, rarity, most)
  const starts = new Uint32Array(rarity.length + 1)
  const scales = new Float32Array(rarity.length)
  for (let feature = 0; feature < rarity.length; feature++) {
    let greatest = 0
    let kept = 0
    for (let at = feature * stride; at < feature * stride + classes; at++) {
      const size = Math.abs(weights[at]!)
      if (size * rarity[feature]! >= least) kept++
      if (size > greatest) greatest = size
    }
    scales[feature] = greatest / steps
    starts[feature + 1] = starts[feature]! + kept
  }
  return { starts, scales, bias: bias.slice(), ...entriesOf(dense, { starts, scales, rarity, least }) }
}

interface Kept { starts: Uint32Array, scales: Float32Array, rarity: Float32Array, least: number }

function entriesOf({ weights, classes, stride }: DenseWeights, { starts, scales, rarity, least }: Kept) {
  const labels = new Uint16Array(starts[scales.length]!)
  const rounded = new Int8Array(labels.length)
  let entry = 0
  for (let feature = 0; feature < scales.length; feature++) {
    for (let label = 0; label < classes; label++) {
      const weight = weights[feature * stride + label]!
      if (Math.abs(weight) * rarity[feature]! < least) continue
      labels[entry] = label
      rounded[entry++] = Math.round(weight / scales[feature]!)
    }
  }
  return { labels, steps: rounded }
}

const bins = 4096

/** The size, in score moved, from which on weights are kept; found in a histogram. */
function leastKept({ weights, stride }: DenseWeights, rarity: Float32Array, most: number): number {
  let greatest = 0
  for (let at = 0; at < weights.length; at++) greatest = Math.max(greatest, Math.abs(weights[at]!) * rarity[Math.floor(at / stride)]!)
  if (greatest === 0) return Infinity
  const counts = new Uint32Array(bins)
  for (let at = 0; at < weights.length; at++) counts[Math.min(bins - 1, Math.floor(Math.abs(weights[at]!) * rarity[Math.floor(at / stride)]! / greatest * bins))]!++
  const floor = Math.max(1, Math.ceil(leastShare * bins))
  let bin = bins - 1
  for (let kept = counts[bin]!; bin > floor && kept + counts[bin - 1]! <= most; bin--) kept += counts[bin - 1]!
  return bin / bins * greatest
}

/** Writes a text's score for each class into `scores`. */
export function sparseScores(model: SparseWeights, { features, values }: SparseVector, scores: Float32Array): void {
  const { starts, labels, steps: all, scales, bias } = model
  scores.set(bias)
  for (let at = 0; at < features.length; at++) {
    const feature = features[at]!
    const value = values[at]! * scales[feature]!
    for (let entry = starts[feature]!, end = starts[feature + 1]!; entry < end; entry++) {
      scores[labels[entry]!]! += value * all[entry]!
    }
  }
}
