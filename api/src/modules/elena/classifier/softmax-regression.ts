import { seededRandom, shuffle } from './random.ts'
import type { SparseVector } from './feature-space.ts'

/** A text to learn from: what it is like, the number of its class, and how much it counts (1 = as any other). */
export interface LearningExample { vector: SparseVector, label: number, weight: number }

/** Weights of a linear model: `weights[feature * classes + class]`, and one bias a class. */
export interface DenseWeights { features: number, classes: number, weights: Float32Array, bias: Float32Array }

export interface LearningOptions {
  epochs: number
  /** The first step; steps fall to nothing in a straight line, which is what keeps the weights small. */
  rate: number
  seed: number
  /** Told after each epoch, with the share of the work done (0–1). */
  onProgress?: (share: number) => void
}

// Classes that are surely not meant teach nothing; to leave them out saves most of the work.
const leastGradient = 1e-3
const biasRate = 0.1

/** Multinomial logistic regression by stochastic gradient descent. Deterministic for a seed and an order of examples. */
export function learnSoftmax(examples: readonly LearningExample[], size: { features: number, classes: number }, options: LearningOptions): DenseWeights {
  const model: DenseWeights = { ...size, weights: new Float32Array(size.features * size.classes), bias: new Float32Array(size.classes) }
  const order = Uint32Array.from(examples.keys())
  const random = seededRandom(options.seed)
  const step = new Step(model)
  const steps = options.epochs * examples.length
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    order.forEach((at, index) => step.learn(examples[at]!, options.rate * (1 - (epoch * examples.length + index) / steps)))
    options.onProgress?.((epoch + 1) / options.epochs)
  }
  return model
}

class Step {
  private readonly model: DenseWeights
  private readonly scores: Float32Array
  private readonly active: Uint32Array
  private readonly gradients: Float32Array

  constructor(model: DenseWeights) {
    this.model = model
    this.scores = new Float32Array(model.classes)
    this.active = new Uint32Array(model.classes)
    this.gradients = new Float32Array(model.classes)
  }

  learn(example: LearningExample, rate: number): void {
    denseScores(this.model, example.vector, this.scores)
    softmax(this.scores)
    this.move(example.vector, this.findGradients(example, rate))
  }

  private findGradients({ label, weight }: LearningExample, rate: number): number {
    const { scores, active, gradients, model } = this
    let count = 0
    for (let each = 0; each < model.classes; each++) {
      const gradient = scores[each]! - (each === label ? 1 : 0)
      if (gradient < leastGradient && gradient > -leastGradient) continue
      active[count] = each
      gradients[count++] = -rate * weight * gradient
      model.bias[each]! -= rate * weight * gradient * biasRate
    }
    return count
  }

  private move({ features, values }: SparseVector, count: number): void {
    const { active, gradients } = this
    const { weights, classes } = this.model
    for (let at = 0; at < features.length; at++) {
      const row = features[at]! * classes
      const value = values[at]!
      for (let each = 0; each < count; each++) weights[row + active[each]!]! += value * gradients[each]!
    }
  }
}

/** Writes a text's score for each class into `scores`. */
export function denseScores({ weights, classes, bias }: DenseWeights, { features, values }: SparseVector, scores: Float32Array): void {
  scores.set(bias)
  for (let at = 0; at < features.length; at++) {
    const row = features[at]! * classes
    const value = values[at]!
    for (let each = 0; each < classes; each++) scores[each]! += value * weights[row + each]!
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float32Array): void {
  let highest = -Infinity
  for (const score of scores) if (score > highest) highest = score
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp(scores[at]! - highest)
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum
}
