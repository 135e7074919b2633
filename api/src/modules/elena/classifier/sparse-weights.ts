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
// Below this share of the greatest weight of all a weight never decided anything that was measured.
const leastShare = 0.004

/** Keeps at most `most` weights, the greatest ones. */
export function sparseOf({ weights, classes, stride, bias }: DenseWeights, most: number): SparseWeights {
  const features = weights.length / stride
  const least = leastKept(weights, most)
  const starts = new Uint32Array(features + 1)
  const scales = new Float32Array(features)
  for (let feature = 0; feature < features; feature++) {
    const row = weights.subarray(feature * stride, feature * stride + classes)
    let greatest = 0
    let kept = 0
    for (const weight of row) {
      if (Math.abs(weight) >= least) kept++
      greatest = Math.max(greatest, Math.abs(weight))
    }
    scales[feature] = greatest / steps
    starts[feature + 1] = starts[feature]! + kept
  }
  return { starts, scales, bias: bias.slice(), ...entriesOf({ weights, classes, stride, bias }, starts, scales, least) }
}

function entriesOf({ weights, classes, stride }: DenseWeights, starts: Uint32Array, scales: Float32Array, least: number) {
  const labels = new Uint16Array(starts[scales.length]!)
  const rounded = new Int8Array(labels.length)
  let entry = 0
  for (let feature = 0; feature < scales.length; feature++) {
    for (let label = 0; label < classes; label++) {
      const weight = weights[feature * stride + label]!
      if (Math.abs(weight) < least) continue
      labels[entry] = label
      rounded[entry++] = Math.round(weight / scales[feature]!)
    }
  }
  return { labels, steps: rounded }
}

/** The size from which on weights are kept, found in a histogram. */
function leastKept(weights: Float32Array, most: number): number {
  let greatest = 0
  for (const weight of weights) greatest = Math.max(greatest, Math.abs(weight))
  if (greatest === 0) return Infinity
  const bins = new Uint32Array(4096)
  for (const weight of weights) bins[Math.min(4095, Math.floor(Math.abs(weight) / greatest * 4096))]!++
  const floor = Math.ceil(leastShare * 4096)
  let bin = 4095
  for (let kept = bins[4095]!; bin > floor && kept + bins[bin - 1]! <= most; bin--) kept += bins[bin - 1]!
  return Math.max(bin, 1) / 4096 * greatest
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
