import type { TrainingExample } from '../model.ts'
import type { Advice, AdviceKind, Confusion } from './report.ts'
import type { IntentFigures } from './metrics.ts'

const FEW = 10
const FEW_IN_LANGUAGE = 5
const MOST = 20
const SHOWN = 5
/** A mistake as sure as this is more likely one of who wrote the phrase down. */
const SURE = 0.9
const LARGE = 8

export interface Evidence {
  examples: readonly TrainingExample[]
  intents: readonly IntentFigures[]
  confusions: readonly Confusion[]
  /** Examples taken for another intent, with how sure the model was. */
  mistaken: readonly { text: string, meant: string, predicted: string, confidence: number }[]
}

/** What would help most, the most useful first. */
export function adviceOf(evidence: Evidence): Advice[] {
  const kinds = [tellApart, checkPhrases, addPhrases, addInLanguage, tooLarge]
  return kinds.flatMap(kind => kind(evidence)).sort((one, other) => other.weight - one.weight).slice(0, MOST).map(({ weight: _, ...advice }) => advice)
}

type Weighed = Advice & { weight: number }

const advice = (kind: AdviceKind, intent: string, count: number, more: Partial<Weighed> = {}): Weighed =>
  ({ kind, intent, count, otherIntent: null, language: null, phrases: [], weight: count, ...more })

/** Two intents that are taken for each other, both ways together. */
function tellApart({ confusions }: Evidence): Weighed[] {
  return confusions.filter(({ count }) => count >= 2).map(({ intent, takenFor, count, collisions }) =>
    advice('TELL_APART', intent, count, { otherIntent: takenFor, phrases: collisions.map(({ text }) => text).slice(0, SHOWN), weight: 2 * count }))
}

function checkPhrases({ mistaken }: Evidence): Weighed[] {
  const sure = mistaken.filter(({ confidence }) => confidence >= SURE)
  return [...Map.groupBy(sure, ({ meant, predicted }) => `${meant} ${predicted}`).values()].map(own =>
    advice('CHECK_PHRASES', own[0]!.meant, own.length, { otherIntent: own[0]!.predicted, phrases: own.map(({ text }) => text).slice(0, SHOWN), weight: 3 * own.length }))
}

function addPhrases({ intents }: Evidence): Weighed[] {
  return intents.filter(({ examples }) => examples > 0 && examples < FEW).map(({ intent, examples, f1 }) =>
    advice('ADD_PHRASES', intent, examples, { weight: (FEW - examples) * (1.2 - f1) }))
}

/** Only where the tenant teaches more than one language at all. */
function addInLanguage({ examples }: Evidence): Weighed[] {
  const languages = new Set(examples.map(({ language }) => language))
  if (languages.size < 2) return []
  return [...Map.groupBy(examples, ({ intent }) => intent)].flatMap(([intent, own]) => [...languages].flatMap(language => {
    const count = own.filter(example => example.language === language).length
    return count < FEW_IN_LANGUAGE && own.length - count >= FEW_IN_LANGUAGE ? [advice('ADD_IN_LANGUAGE', intent, count, { language, weight: 1 })] : []
  }))
}

function tooLarge({ intents }: Evidence): Weighed[] {
  const sizes = intents.map(({ examples }) => examples).filter(Boolean).sort((one, other) => one - other)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  return intents.filter(({ examples, precision }) => sizes.length > 2 && examples > LARGE * Math.max(median, FEW) && precision < 0.9)
    .map(({ intent, examples }) => advice('TOO_LARGE', intent, examples, { weight: 5 }))
}
