import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import wabt from 'wabt'
import { kernelCode } from './softmax-kernel.ts'
import { denseScores, learnSoftmax, softmax } from './softmax-regression.ts'

test('the kernel is its source, assembled', async () => {
  const source = readFileSync(join(import.meta.dirname, 'softmax-kernel.wat'), 'utf8')
  const { buffer } = (await wabt()).parseWat('softmax-kernel.wat', source, { simd: true }).toBinary({})
  expect(Buffer.from(buffer).toString('base64')).toBe(kernelCode)
})

const vectors = [[0, 1], [0, 2], [3, 4], [3, 1], [5, 2], [5, 4]].map(features => ({ features: Uint32Array.from(features), values: Float32Array.from([0.8, 0.6]) }))
const examples = vectors.map((vector, at) => ({ vector, label: Math.floor(at / 2), weight: 1 }))

/** The same steps in plain loops. */
function plainly(epochs: number, rate: number) {
  const weights = Array.from({ length: 6 }, () => [0, 0, 0])
  const bias = [0, 0, 0]
  for (let step = 0; step < epochs; step++) {
    const { vector, label } = examples[0]!
    const scores = bias.map((start, each) => vector.features.reduce((sum, feature, at) => sum + vector.values[at]! * weights[feature]![each]!, start))
    const all = scores.reduce((sum, score) => sum + Math.exp(score), 0)
    scores.forEach((score, each) => {
      const move = -rate * (1 - step / epochs) * (Math.exp(score) / all - (each === label ? 1 : 0))
      bias[each]! += move * 0.1
      vector.features.forEach((feature, at) => { weights[feature]![each]! += vector.values[at]! * move })
    })
  }
  return weights
}

test('it learns what plain loops learn', () => {
  const { weights, stride } = learnSoftmax([examples[0]!], { features: 6, classes: 3 }, { epochs: 4, rate: 0.5, seed: 1 })
  plainly(4, 0.5).forEach((row, feature) => row.forEach((weight, each) => { expect(weights[feature * stride + each]).toBeCloseTo(weight, 5) }))
})

test('it tells its examples apart', () => {
  const model = learnSoftmax(examples, { features: 6, classes: 3 }, { epochs: 30, rate: 2, seed: 3 })
  const scores = new Float32Array(3)
  for (const { vector, label } of examples) {
    denseScores(model, vector, scores)
    softmax(scores)
    expect(scores[label]).toBeGreaterThan(0.6)
  }
})
