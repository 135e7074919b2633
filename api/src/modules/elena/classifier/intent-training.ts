import {
  denseScores, type DenseWeights, type FeatureSpace, type Language, languages, type LearningExample, learnSoftmax, meanOf, spaceOf, sparseOf, Spelling,
  textKeys, type TextKeys, tokenise,
} from '../../language/index.ts'
import { confidenceOf, learnConfidence, type Confidence, type Observation } from './confidence.ts'
import { intentNameKeys } from './intent-name.ts'
import { best, IntentModel, readScores } from './intent-model.ts'
import { seededRandom, shuffle } from '../../../platform/random.ts'

/** A phrase that a customer may write, in its language, and the intent that it means. */
export interface IntentExample { text: string, intent: string, language: Language }

export interface IntentTrainingOptions {
  seed?: number
  /** Sentences that are nobody's intent, from which the confidence learns what strange looks like. */
  strangers?: readonly { text: string, language: Language }[]
  /** Told the share of the work done (0–1). */
  onProgress?: (share: number) => void
}

interface Material {
  examples: readonly IntentExample[]
  keys: readonly TextKeys[]
  intents: readonly string[]
  labels: Uint32Array
  names: readonly TextKeys[]
  strangers: readonly TextKeys[]
}

interface Fitted { space: FeatureSpace, weights: DenseWeights }

// Where a name says something ("block_card"), it is an example; where it does not ("i_12"), it does no harm.
const nameWeight = 1
const fewExamples = 3000
const mostWeights = 700_000
const rate = 3
// Many examples teach more when each look at one misses half of it; few have nothing to spare. What misses more than the
// steady share depends on what it missed: then two are learnt, and their mean is taken.
const leftOut = { most: 0.5, mostFrom: 25, steady: 0.25 }
// Of what is rightly understood, so much is asked again rather than understood, and more if that is what it takes to
// refuse most strangers.
// With few intents a stranger easily resembles one, and to ask again costs little.
const askedAgain = { least: 0.006, most: 0.014, mostOfMany: 0.011, mostOfFewIntents: 0.05 }
const fewIntents = 30
const strangersRefused = 0.8
// A model that learnt from more examples than the one observed errs less and is surer: errors fall and scores grow with
// powers of the number of examples, log-odds with its logarithm, and much the same over all data that was measured. Of
// errors the power is the greater the fewer examples an intent has.
const fewerErrors = { least: 0.25, ofOneExample: 2, most: 0.8 }
const higherScores = 0.4
const higherOdds = 1.5

/**
 * Trains a classifier on the examples. Their order changes nothing, and the same seed gives the same model, bit for bit.
 * Takes about a second of one core for 10,000 examples of 77 intents. Throws a RangeError without examples.
 */
export function trainIntents(examples: readonly IntentExample[], options: IntentTrainingOptions = {}): IntentModel {
  if (examples.length === 0) throw new RangeError('There is nothing to learn from: add examples to at least one intent.')
  const material = gather(examples, options)
  const folds = foldsOf(material, options.seed ?? 1)
  const told = (done: number) => options.onProgress?.(done / (folds.tested.length + 1))
  const observations = folds.tested.flatMap((fold, at) => {
    told(at)
    return observeFold(material, folds, fold, options)
  })
  told(folds.tested.length)
  const whole = fit(material, Uint32Array.from(material.examples.keys()), options)
  const confidence = learnConfidence(observations, (1 - 1 / folds.count) ** errorPower(material))
  options.onProgress?.(1)
  return new IntentModel({
    intents: material.intents, space: whole.space, weights: sparseOf(whole.weights, whole.space.rarity, mostWeights), confidence,
    threshold: thresholdOf(observations, confidence, mostAskedAgain(material)), spelling: spellingOf(material.examples),
  })
}

const byText = (one: IntentExample, other: IntentExample) => compare(one.intent, other.intent) || compare(one.text, other.text) || compare(one.language, other.language)
const compare = (one: string, other: string) => one < other ? -1 : one > other ? 1 : 0

function gather(given: readonly IntentExample[], { strangers = [] }: IntentTrainingOptions): Material {
  const sorted = given.toSorted(byText)
  const examples = sorted.filter((each, at) => at === 0 || byText(each, sorted[at - 1]!) !== 0)
  const intents = [...new Set(examples.map(each => each.intent))]
  const numbers = new Map(intents.map((intent, at) => [intent, at]))
  const used = languages.filter(language => examples.some(each => each.language === language))
  return {
    examples, intents,
    keys: examples.map(each => textKeys(each.text, each.language)),
    labels: Uint32Array.from(examples, each => numbers.get(each.intent)!),
    names: intents.map(intent => intentNameKeys(intent, used[0]!)),
    strangers: strangers.filter(each => used.includes(each.language)).map(each => textKeys(each.text, each.language)),
  }
}

interface Folds { count: number, of: Uint8Array, tested: readonly number[] }

/** Which examples are kept back together: of each intent as many in every fold; one fold of many is enough. */
function foldsOf({ examples, labels, intents }: Material, seed: number): Folds {
  const count = examples.length > fewExamples ? 5 : 3
  const random = seededRandom(seed)
  const next = Uint32Array.from(intents, (_, at) => at % count)
  const of = new Uint8Array(examples.length)
  for (const at of shuffle(Uint32Array.from(examples.keys()), random)) of[at] = next[labels[at]!]!++ % count
  const tested = examples.length > fewExamples ? [0] : examples.length >= 2 * count ? Array.from({ length: count }, (_, at) => at) : []
  return { count, of, tested }
}

function fit(material: Material, chosen: Uint32Array, { seed = 1 }: IntentTrainingOptions): Fitted {
  const many = chosen.length > fewExamples
  const keys = Array.from(chosen, at => material.keys[at]!)
  const space = spaceOf([...keys, ...material.names], many ? 2 : 1)
  const labels = chosen.map(at => material.labels[at]!)
  const weights = balanced(labels, material.intents.length)
  const examples = keys.map((each, at) => exampleOf(space, each, labels[at]!, weights[labels[at]!]!))
  const names = material.names.map((each, label) => exampleOf(space, each, label, nameWeight))
  const size = { features: space.size, classes: material.intents.length }
  const missed = leftOut.most * Math.min(1, chosen.length / material.intents.length / leftOut.mostFrom)
  const learnt = Array.from({ length: missed < leftOut.steady ? 1 : 2 }, (_, at) =>
    learnSoftmax([...examples, ...names], size, { epochs: many ? 10 : 9, rate, leftOut: missed, seed: seed + at }))
  return { space, weights: meanOf(learnt) }
}

function exampleOf(space: FeatureSpace, keys: TextKeys, label: number, weight: number): LearningExample {
  const { features, values } = space.vector(keys)
  return { vector: { features: features.slice(), values: values.slice() }, label, weight }
}

/** How much an example of each intent counts: the root of the balance, so that rare intents are heard. */
function balanced(labels: Uint32Array, classes: number): Float64Array {
  const counts = new Float64Array(classes)
  for (const label of labels) counts[label]!++
  return counts.map(count => Math.sqrt(labels.length / classes / Math.max(count, 1)))
}

/** What a model that learnt without a fold makes of it, and of strangers; as it would be of a model that learnt all. */
function observeFold(material: Material, folds: Folds, fold: number, options: IntentTrainingOptions): Observation[] {
  const all = Uint32Array.from(material.examples.keys())
  const fitted = fit(material, all.filter(at => folds.of[at] !== fold), options)
  const more = 1 / (1 - 1 / folds.count)
  const grown = ({ signals: [odds, score], ...observation }: Observation): Observation =>
    ({ ...observation, signals: [odds + higherOdds * Math.log(more), score * more ** higherScores] })
  const strangers = material.strangers.filter((_, at) => folds.tested[at % folds.tested.length] === fold)
  return [
    ...Array.from(all.filter(at => folds.of[at] === fold), at => grown(observe(fitted, material.keys[at]!, material.labels[at]))),
    ...strangers.map(keys => grown(observe(fitted, keys))),
  ]
}

function observe({ space, weights }: Fitted, keys: TextKeys, label?: number): Observation {
  const seen = space.vector(keys)
  const scores = new Float32Array(weights.classes)
  denseScores(weights, seen, scores)
  const signals = readScores(scores, seen.coverage)
  return { signals, right: best(scores, 1)[0] === label, stranger: label === undefined }
}

const errorPower = ({ intents, examples }: Material) =>
  Math.min(fewerErrors.most, fewerErrors.least + fewerErrors.ofOneExample * intents.length / examples.length)

function mostAskedAgain({ intents, examples }: Material): number {
  if (intents.length < fewIntents) return askedAgain.mostOfFewIntents
  return examples.length > fewExamples ? askedAgain.mostOfMany : askedAgain.most
}

/** The confidence from which on a text is taken as understood. */
function thresholdOf(observations: readonly Observation[], confidence: Confidence, most: number): number {
  const sorted = (chosen: (each: Observation) => boolean) =>
    observations.filter(chosen).map(each => confidenceOf(confidence, each.signals)).sort((one, other) => one - other)
  const right = sorted(each => each.right)
  const strangers = sorted(each => each.stranger)
  const at = (values: readonly number[], share: number, otherwise: number) => values[Math.floor(values.length * share)] ?? otherwise
  const least = at(right, askedAgain.least, 0.5)
  return Math.max(least, Math.min(at(right, most, 0.5), at(strangers, strangersRefused, 0)))
}

/** The words of the examples, the most frequent first. */
function spellingOf(examples: readonly IntentExample[]): Record<Language, Spelling> {
  const wordsOf = (language: Language) => {
    const counts = new Map<string, number>()
    for (const example of examples) {
      if (example.language !== language) continue
      for (const { word } of tokenise(example.text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    return new Spelling([...counts].sort(([one, often], [other, seldom]) => seldom - often || compare(one, other)).map(([word]) => word))
  }
  return { es: wordsOf('es'), en: wordsOf('en') }
}
