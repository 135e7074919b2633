import type { SparseVector } from './feature-space.ts'
import { seededRandom, shuffle } from '../../../platform/random.ts'
import { kernelOver } from './softmax-kernel.ts'

/** A text to learn from: what it is like, the number of its class, and how much it counts (1 = as any other). */
export interface LearningExample { vector: SparseVector, label: number, weight: number }

/** Weights of a linear model: `weights[feature * stride + class]`, and one bias a class. */
export interface DenseWeights { classes: number, stride: number, weights: Float32Array, bias: Float32Array }

export interface LearningOptions {
  epochs: number
  /** The first step; steps fall to nothing in a straight line, which is what keeps the weights small. */
  rate: number
  /** The share (0–1) of a text's features that each look at it leaves out, so that none is relied on alone; 0 where not said. */
  leftOut?: number
  seed: number
  /** Told after each epoch, with the share of the work done (0–1). */
  onProgress?: (share: number) => void
}

// Classes that are surely not meant teach nothing.
const leastGradient = 1e-3
const biasRate = 0.1
const pageBytes = 65_536
const lanes = 16

/** Multinomial logistic regression by stochastic gradient descent. Deterministic for a seed and an order of examples. */
export function learnSoftmax(examples: readonly LearningExample[], size: { features: number, classes: number }, options: LearningOptions): DenseWeights {
  const random = seededRandom(options.seed)
  const learner = new Learner(examples, size)
  const order = Uint32Array.from(examples.keys())
  const { leftOut = 0 } = options
  const look = (at: number) => leftOut > 0 ? learner.thinned(at, leftOut, random) : learner.entries(at)
  const steps = options.epochs * examples.length
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    const before = epoch * examples.length
    for (let at = 0; at < order.length; at++) learner.learn(order[at]!, look(order[at]!), options.rate * (1 - (before + at) / steps))
    options.onProgress?.((epoch + 1) / options.epochs)
  }
  return learner.weights()
}

/** Where in the memory features and their values stand (bytes), and how many. */
interface Entries { features: number, values: number, count: number }

/** Examples and weights in one memory that the kernel works on. */
class Learner {
  private readonly examples: readonly LearningExample[]
  private readonly classes: number
  private readonly stride: number
  private readonly memory: WebAssembly.Memory
  private readonly kernel: ReturnType<typeof kernelOver>
  private readonly at: { scores: number, steps: number, bias: number, weights: number, features: number, values: number, thinFeatures: number, thinValues: number }
  private readonly starts: Uint32Array
  private readonly scores: Float32Array
  private readonly steps: Float32Array
  private readonly bias: Float32Array
  private readonly all: { features: Uint32Array, values: Float32Array }
  private readonly thin: { features: Uint32Array, values: Float32Array }
  private readonly featureCount: number

  constructor(examples: readonly LearningExample[], size: { features: number, classes: number }) {
    this.examples = examples
    this.classes = size.classes
    this.featureCount = size.features
    this.stride = Math.ceil(size.classes / lanes) * lanes
    const row = this.stride * 4
    this.starts = startsOf(examples)
    const entries = this.starts[examples.length]!
    const weights = 3 * row
    const features = weights + size.features * row
    const longest = examples.reduce((most, { vector }) => Math.max(most, vector.features.length), 0)
    const values = features + entries * 4
    const thinFeatures = values + entries * 4
    const thinValues = thinFeatures + longest * 4
    this.at = { scores: 0, steps: row, bias: 2 * row, weights, features, values, thinFeatures, thinValues }
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((thinValues + longest * 4) / pageBytes) })
    this.kernel = kernelOver(this.memory)
    this.scores = this.floats(this.at.scores, this.classes)
    this.steps = this.floats(this.at.steps, this.stride)
    this.bias = this.floats(this.at.bias, this.classes)
    this.all = { features: this.numbers(features, entries), values: this.floats(values, entries) }
    this.thin = { features: this.numbers(thinFeatures, longest), values: this.floats(thinValues, longest) }
    this.copyExamples()
  }

  private numbers(start: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, start, length)
  }

  private floats(start: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, start, length)
  }

  private copyExamples(): void {
    this.examples.forEach(({ vector }, at) => {
      this.all.features.set(vector.features, this.starts[at])
      this.all.values.set(vector.values, this.starts[at])
    })
  }

  /** An example as it is. */
  entries(at: number): Entries {
    const start = this.starts[at]! * 4
    return { features: this.at.features + start, values: this.at.values + start, count: this.starts[at + 1]! - this.starts[at]! }
  }

  /** An example without a share of its features, the others raised so that they weigh as much as all; valid until the next call. */
  thinned(at: number, leftOut: number, random: () => number): Entries {
    const { all, thin } = this
    const raised = 1 / (1 - leftOut)
    let count = 0
    for (let from = this.starts[at]!; from < this.starts[at + 1]!; from++) {
      if (random() < leftOut) continue
      thin.features[count] = all.features[from]!
      thin.values[count++] = all.values[from]! * raised
    }
    return { features: this.at.thinFeatures, values: this.at.thinValues, count }
  }

  learn(at: number, { features, values, count }: Entries, rate: number): void {
    const { kernel, stride } = this
    kernel.score(features, values, count, this.at.weights, this.at.bias, stride * 4, this.at.scores)
    softmax(this.scores)
    this.findSteps(this.examples[at]!, rate)
    kernel.move(features, values, count, this.at.weights, this.at.steps, stride * 4)
  }

  private findSteps({ label, weight }: LearningExample, rate: number): void {
    const { scores, steps, bias, classes } = this
    for (let each = 0; each < classes; each++) {
      const gradient = scores[each]! - (each === label ? 1 : 0)
      const step = gradient < leastGradient && gradient > -leastGradient ? 0 : -rate * weight * gradient
      steps[each] = step
      bias[each]! += step * biasRate
    }
  }

  weights(): DenseWeights {
    const { classes, stride, featureCount } = this
    return { classes, stride, weights: this.floats(this.at.weights, featureCount * stride), bias: this.bias }
  }
}

function startsOf(examples: readonly LearningExample[]): Uint32Array {
  const starts = new Uint32Array(examples.length + 1)
  examples.forEach(({ vector }, at) => {
    starts[at + 1] = starts[at]! + vector.features.length
  })
  return starts
}

/** The mean of models over the same features and classes; the first is written over. */
export function meanOf([first, ...others]: readonly DenseWeights[]): DenseWeights {
  const { weights, bias } = first!
  for (const other of others) {
    for (let at = 0; at < weights.length; at++) weights[at]! += other.weights[at]!
    for (let at = 0; at < bias.length; at++) bias[at]! += other.bias[at]!
  }
  if (others.length > 0) {
    for (const values of [weights, bias]) for (let at = 0; at < values.length; at++) values[at]! /= others.length + 1
  }
  return first!
}

/** Writes a text's score for each class into `scores`. */
export function denseScores({ weights, classes, stride, bias }: DenseWeights, { features, values }: SparseVector, scores: Float32Array): void {
  scores.set(bias)
  for (let at = 0; at < features.length; at++) {
    const row = features[at]! * stride
    const value = values[at]!
    for (let each = 0; each < classes; each++) scores[each]! += value * weights[row + each]!
  }
}

/** Turns scores into probabilities, in place. Returns by how often the highest one goes into all of them, 1 or more. */
export function softmax(scores: Float32Array): number {
  let highest = -Infinity
  for (let at = 0; at < scores.length; at++) if (scores[at]! > highest) highest = scores[at]!
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp(scores[at]! - highest)
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum
  return sum
}
