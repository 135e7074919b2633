import { expect, test } from 'vitest'
import { seededRandom } from '../../../platform/random.ts'
import { AllPaths } from './all-paths.ts'
import { bestSpans } from './best-path.ts'
import { emptyChain, labelCount, labelsOf, type ChainWeights, type LabelledSpan, type Scores } from './label-chain.ts'

const types = 2
const pieces = 4
const random = seededRandom(5)
const noise = (length: number) => Float32Array.from({ length }, () => random() * 4 - 2)
const scores: Scores = { rows: noise(pieces * labelCount(types)), stride: labelCount(types), pieces }
const chain: ChainWeights = { ...emptyChain(types), between: noise(9), within: noise(12), start: noise(3), end: noise(3) }

/** Every way to mark pieces from `from` on. */
function everyLabelling(from = 0): LabelledSpan[][] {
  if (from >= pieces) return [[]]
  const ways = everyLabelling(from + 1)
  for (let last = from; last < pieces; last++) {
    for (let type = 0; type < types; type++) ways.push(...everyLabelling(last + 1).map(rest => [{ first: from, last, type }, ...rest]))
  }
  return ways
}

function scoreOf(spans: LabelledSpan[]): number {
  const labels = [...labelsOf(spans, pieces)]
  const place = (label: number) => label === 0 ? 0 : 1 + (label - 1 >> 2)
  const role = (label: number) => label - 1 & 3
  let score = chain.start[place(labels[0]!)]! + chain.end[place(labels[pieces - 1]!)]!
  labels.forEach((label, at) => {
    score += scores.rows[at * scores.stride + label]!
    if (at === 0) return
    const before = labels[at - 1]!
    const isInside = label > 0 && (role(label) === 1 || role(label) === 2)
    score += isInside
      ? chain.within[place(label) * 4 + role(before) + (role(label) === 2 ? 2 : 0)]!
      : chain.between[place(before) * chain.places + place(label)]!
  })
  return score
}

const labellings = everyLabelling().map(spans => ({ spans, score: scoreOf(spans) }))
const total = labellings.reduce((sum, { score }) => sum + Math.exp(score), 0)

test('the best spans are those of the best of all labellings', () => {
  const best = labellings.reduce((one, other) => other.score > one.score ? other : one)
  expect(bestSpans(scores, chain, [0, 1])).toEqual(best.spans)
})

test('the confidence in a span is the share of all labellings that have it', () => {
  const paths = new AllPaths()
  paths.sum(scores, chain, [0, 1])
  for (const span of [{ first: 0, last: 0, type: 1 }, { first: 1, last: 2, type: 0 }, { first: 0, last: 3, type: 1 }]) {
    const having = labellings.filter(({ spans }) => spans.some(each => JSON.stringify(each) === JSON.stringify(span)))
    expect(paths.confidence(span)).toBeCloseTo(having.reduce((sum, { score }) => sum + Math.exp(score), 0) / total, 10)
  }
})

test('the probabilities of what stands side by side add up to one', () => {
  const paths = new AllPaths()
  paths.sum(scores, chain, [0, 1])
  const places = [0, 1, 2]
  const sum = (values: number[]) => values.reduce((all, each) => all + each, 0)
  expect(sum(places.map(place => paths.started(place)))).toBeCloseTo(1, 10)
  expect(sum(places.map(place => paths.ended(place)))).toBeCloseTo(1, 10)
  for (let at = 1; at < pieces; at++) {
    const between = places.flatMap(left => places.map(right => paths.began(at, left, right)))
    const within = [1, 2].flatMap(place => [0, 1, 2, 3].map(step => paths.inside(at, place, step)))
    expect(sum([...between, ...within])).toBeCloseTo(1, 10)
  }
})
