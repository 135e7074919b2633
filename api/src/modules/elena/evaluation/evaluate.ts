import type { IntentModel } from '../classifier/intent-model.ts'
import { trainIntents } from '../classifier/intent-training.ts'
import { trainElena } from '../engine.ts'
import { type Language, stem, tokenise } from '../../language/index.ts'
import type { TrainingExample, TrainingSet } from '../model.ts'
import { strangers } from '../packs/strangers.ts'
import { adviceOf } from './advice.ts'
import { stratifiedFolds } from './folds.ts'
import { accuracyOf, calibrationErrorOf, calibrationOf, figuresByIntent, macroF1Of, type Judged } from './metrics.ts'
import { figuresByEntity, type EntityFigures } from './slot-metrics.ts'
import type { Confusion, EvaluationReport, LanguageFigures, ThresholdPoint } from './report.ts'

export interface EvaluationOptions {
  /** 5 where left out, 3 for more than 3,000 examples. */
  folds?: number
  /** Same data and seed, same report. 1 where left out. */
  seed?: number
  /** Told the share of the work done (0–1). */
  onProgress?: (share: number) => void
}

interface Prediction extends Judged { text: string, language: Language }

const MANY = 3000
const MOST_CONFUSIONS = 500
const COLLISIONS = 3
const THRESHOLDS = 21

/**
 * Measures what the set teaches: each fold of it is read by a model that learnt from the others. Takes as long as
 * training `folds` models, so it belongs in a worker. Throws a RangeError for a set without examples.
 */
export function evaluateTrainingSet({ examples: given, entities = [] }: TrainingSet, { seed = 1, onProgress, ...options }: EvaluationOptions = {}): EvaluationReport {
  const examples = distinct(given)
  const folds = options.folds ?? (examples.length > MANY ? 3 : 5)
  if (examples.length === 0) throw new RangeError('There is nothing to measure: add examples to at least one intent.')
  const of = stratifiedFolds(examples, folds, seed)
  const seen: Prediction[] = []
  const strange: number[] = []
  const thresholds: number[] = []
  for (let fold = 0; fold < folds; fold++) {
    const learnt = examples.filter((_, at) => of[at] !== fold)
    const tested = examples.filter((_, at) => of[at] === fold)
    if (learnt.length === 0 || tested.length === 0) continue
    const outsiders = strangers().map((each, at) => ({ ...each, fold: at % folds }))
    const model = trainIntents(learnt, {
      seed, strangers: outsiders.filter(each => each.fold !== fold), onProgress: share => onProgress?.((fold + share) / folds),
    })
    thresholds.push(model.parts.threshold)
    seen.push(...tested.map(example => predicted(model, example)))
    const used = new Set(learnt.map(({ language }) => language))
    strange.push(...outsiders.filter(each => each.fold === fold && used.has(each.language)).map(({ text, language }) => model.read(text, language).confidence))
  }
  const found = entityFiguresOf({ examples, entities }, of, seed)
  onProgress?.(1)
  return reportOf({ examples, folds, seen, strange, threshold: mean(thresholds), entities: found })
}

// Entities take longer to learn than intents do, and one part tells enough of them.
const ENTITY_FOLD = 0

function entityFiguresOf({ examples, entities = [] }: TrainingSet, folds: ArrayLike<number>, seed: number): EntityFigures[] {
  if (!examples.some(each => each.entities?.length)) return []
  const tested = examples.filter((_, at) => folds[at] === ENTITY_FOLD)
  const learnt = examples.filter((_, at) => folds[at] !== ENTITY_FOLD)
  if (learnt.length === 0) return []
  const model = trainElena({ examples: learnt, entities }, { seed })
  return figuresByEntity(tested, tested.map(({ text, language }) => model.understand(text, { language, now: new Date(0), zone: 'UTC' })))
}

/** Each once, since a phrase that stands twice in an intent would be measured on itself; in an order of their own. */
function distinct(examples: readonly TrainingExample[]): TrainingExample[] {
  const byKey = new Map(examples.map(example => [`${example.intent}\n${example.language}\n${example.text}`, example]))
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, example]) => example)
}

function predicted(model: IntentModel, { text, intent, language }: TrainingExample): Prediction {
  const { ranking: [first], confidence } = model.read(text, language)
  return { text, language, meant: intent, predicted: first?.intent ?? '', confidence }
}

interface Measured { examples: readonly TrainingExample[], folds: number, seen: readonly Prediction[], strange: readonly number[], threshold: number, entities: EntityFigures[] }

function reportOf({ examples, folds, seen, strange, threshold, entities }: Measured): EvaluationReport {
  const intents = figuresByIntent(seen)
  const confusions = confusionsOf(seen, examples)
  const mistaken = seen.filter(each => each.meant !== each.predicted)
  return {
    folds, threshold, intents, confusions, examples: seen.length, accuracy: accuracyOf(seen), macroF1: macroF1Of(seen),
    calibrationError: calibrationErrorOf(seen), calibration: calibrationOf(seen),
    outOfScopeRate: shareOf(seen, each => each.confidence < threshold), strangersRefused: shareOf(strange, each => each < threshold),
    thresholds: thresholdsOf(seen, strange), languages: languagesOf(seen), entities,
    advice: adviceOf({ examples, intents, confusions, mistaken }),
  }
}

const mean = (values: readonly number[]) => (values.length ? values.reduce((sum, each) => sum + each, 0) / values.length : 0.5)
const shareOf = <One>(all: readonly One[], is: (one: One) => boolean) => (all.length ? all.filter(is).length / all.length : 0)

function thresholdsOf(seen: readonly Prediction[], strange: readonly number[]): ThresholdPoint[] {
  return Array.from({ length: THRESHOLDS }, (_, at) => {
    const threshold = at / (THRESHOLDS - 1)
    const understood = seen.filter(each => each.confidence >= threshold)
    return { threshold, understood: shareOf(seen, each => each.confidence >= threshold), right: accuracyOf(understood), strangersRefused: shareOf(strange, each => each < threshold) }
  })
}

function languagesOf(seen: readonly Prediction[]): LanguageFigures[] {
  return [...Map.groupBy(seen, each => each.language)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([language, own]) =>
    ({ language, examples: own.length, accuracy: accuracyOf(own), macroF1: macroF1Of(own) }))
}

function confusionsOf(seen: readonly Prediction[], examples: readonly TrainingExample[]): Confusion[] {
  const wrong = seen.filter(each => each.predicted && each.meant !== each.predicted)
  const cells = [...Map.groupBy(wrong, each => `${each.meant} ${each.predicted}`).values()]
    .sort((one, other) => other.length - one.length || (one[0]!.meant < other[0]!.meant ? -1 : 1)).slice(0, MOST_CONFUSIONS)
  const byIntent = new Map([...Map.groupBy(examples, each => each.intent)].map(([intent, own]) => [intent, own.slice(0, 500).map(stemmed)]))
  return cells.map(cell => ({
    intent: cell[0]!.meant, takenFor: cell[0]!.predicted, count: cell.length,
    collisions: cell.toSorted((one, other) => other.confidence - one.confidence).slice(0, COLLISIONS)
      .map(({ text, language, confidence }) => ({ text, confidence, resembles: nearest(text, language, byIntent.get(cell[0]!.predicted) ?? []) })),
  }))
}

interface Stemmed { text: string, stems: Set<string> }

const stemmed = ({ text, language }: { text: string, language: Language }): Stemmed =>
  ({ text, stems: new Set(tokenise(text).map(({ word }) => stem(word, language))) })

/** The example that shares most stems with a text. */
function nearest(text: string, language: Language, among: readonly Stemmed[]): string | null {
  const own = stemmed({ text, language }).stems
  let best: { text: string, likeness: number } | undefined
  for (const each of among) {
    const likeness = own.intersection(each.stems).size / Math.max(1, own.union(each.stems).size)
    if (!best || likeness > best.likeness) best = { text: each.text, likeness }
  }
  return best?.text ?? null
}
