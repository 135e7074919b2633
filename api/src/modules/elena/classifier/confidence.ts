/**
 * How sure a model is that its first intent is meant: a probability learned from predictions on examples that it had
 * not seen, and from sentences that are nobody's intent. First a logistic regression over signals orders predictions
 * (meant or strange), then Platt's curve over it says how often such predictions were right.
 */

/**
 * What a prediction looks like: the first intent's log-odds against all others, and its score times how much of the
 * text was known, which of all that was tried tells strangers best.
 */
export type Signals = readonly [odds: number, familiarity: number]

export interface Observation {
  signals: Signals
  /** The first intent was right; of a stranger never. */
  right: boolean
  stranger: boolean
}

export interface Confidence {
  /** One a signal, the bias last. */
  weights: readonly number[]
  curve: readonly [slope: number, offset: number]
}

// What share of the whole the strangers count as, however many they are.
const strangerShare = 2

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value))

/** The probability that a prediction is right. */
export function confidenceOf({ weights, curve }: Confidence, signals: Signals): number {
  return Math.max(leastConfidence, sigmoid(curve[0] * weighed(weights, signals) + curve[1]))
}

// Below it, digits mean nothing, and a number of four bytes has none.
const leastConfidence = 1e-9

const weighed = (weights: readonly number[], signals: Signals): number =>
  signals.reduce<number>((sum, signal, at) => sum + weights[at]! * signal, weights[signals.length]!)


/**
 * Learns from out-of-sample predictions. `errorShare` says by what the final model, which learned from more examples
 * than those that were observed, errs less (1 = as much).
 */
export function learnConfidence(observations: readonly Observation[], errorShare: number): Confidence {
  const own = observations.filter(each => !each.stranger)
  const strangers = observations.length - own.length
  const strangerWeight = strangers > 0 ? strangerShare * own.length / strangers : 0
  const weights = logistic(usual, observations.map(({ signals, right, stranger }) => ({ inputs: signals, right: Number(right), weight: stranger ? strangerWeight : 1 })))
  const rights = own.filter(each => each.right).length
  const wrong = 1 - rights / Math.max(own.length, 1)
  // Platt's targets: however clear a few observations are, they make nobody certain.
  const [surely, hardly] = [(rights + 1) / (rights + 2), 1 / (own.length - rights + 2)]
  const ordered = own.map(({ signals, right }) => ({ inputs: [weighed(weights, signals)], right: right ? surely : hardly, weight: 1 }))
  const [slope, offset] = logistic([1, 0], ordered) as [number, number]
  return { weights, curve: [slope, movedOffset(ordered.map(each => slope * each.inputs[0]! + offset), 1 - wrong * errorShare) + offset] }
}

/** By how much all log-odds have to move for their probabilities to average `mean`. */
function movedOffset(logOdds: readonly number[], mean: number): number {
  if (logOdds.length === 0) return 0
  let low = -6
  let high = 6
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    const average = logOdds.reduce((sum, each) => sum + sigmoid(each + middle), 0) / logOdds.length
    if (average < mean) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** `right` is the share (0–1) of such cases that are right. */
interface Case { inputs: readonly number[], right: number, weight: number }

// What was learnt on average from data with thousands of observations: few observations move it little.
const usual = [0.6, 0.4, -1]
const ridge = 2
const rounds = 25
const leastStep = 1e-4
const leastGain = 1e-7

/**
 * Weights of a logistic regression, the bias last, by Newton's method; drawn towards `prior` with the strength of two
 * observations. More of a signal never speaks against, so that no weight but the bias is negative.
 */
function logistic(prior: readonly number[], cases: readonly Case[]): number[] {
  let weights = prior.slice()
  let loss = lossOf(weights, prior, cases)
  for (let round = 0; round < rounds; round++) {
    const step = newtonStep(weights, prior, cases)
    let better: { weights: number[], loss: number } | undefined
    // Far from the best a whole step may lead away from it.
    for (let share = 1; share > leastStep && !better; share /= 2) {
      const moved = weights.map((weight, at) => Math.max(at < weights.length - 1 ? 0 : -Infinity, weight - share * step[at]!))
      const movedLoss = lossOf(moved, prior, cases)
      if (movedLoss < loss) better = { weights: moved, loss: movedLoss }
    }
    if (!better) break
    const gained = loss - better.loss
    ;({ weights, loss } = better)
    if (gained < leastGain) break
  }
  return weights
}

const logOddsOf = ({ inputs }: Case, weights: readonly number[]) => inputs.reduce((sum, input, at) => sum + input * weights[at]!, weights[inputs.length]!)

function lossOf(weights: readonly number[], prior: readonly number[], cases: readonly Case[]): number {
  const pull = weights.reduce((sum, weight, at) => sum + ridge / 2 * (weight - prior[at]!) ** 2, 0)
  return cases.reduce((sum, each) => {
    const logOdds = logOddsOf(each, weights)
    return sum + each.weight * (Math.max(logOdds, 0) + Math.log1p(Math.exp(-Math.abs(logOdds))) - each.right * logOdds)
  }, pull)
}

function newtonStep(weights: readonly number[], prior: readonly number[], cases: readonly Case[]): number[] {
  const size = weights.length
  const gradient = weights.map((weight, at) => ridge * (weight - prior[at]!))
  const curvature = weights.map((_, row) => weights.map((__, column) => row === column ? ridge : 0))
  for (const each of cases) {
    const full = [...each.inputs, 1]
    const chance = sigmoid(logOddsOf(each, weights))
    for (let row = 0; row < size; row++) {
      gradient[row]! += each.weight * (chance - each.right) * full[row]!
      for (let column = 0; column < size; column++) curvature[row]![column]! += each.weight * chance * (1 - chance) * full[row]! * full[column]!
    }
  }
  return solve(curvature, gradient)
}

/** Solves a small system of linear equations (Gauss). */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const best = rows.reduce((found, row, at) => at >= pivot && Math.abs(row[pivot]!) > Math.abs(rows[found]![pivot]!) ? at : found, pivot)
    ;[rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!]
    for (let row = 0; row < rows.length; row++) {
      if (row === pivot) continue
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!
      for (let column = pivot; column <= rows.length; column++) rows[row]![column]! -= factor * rows[pivot]![column]!
    }
  }
  return rows.map((row, at) => row[rows.length]! / row[at]!)
}
