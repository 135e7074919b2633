import { describe, expect, test } from 'vitest'
import { seededRandom, shuffle } from '../../../platform/random.ts'
import { trainIntents } from '../classifier/intent-training.ts'
import { type Language, languages } from '../../language/index.ts'
import type { TrainingExample } from '../model.ts'
import { packExamples } from '../packs/pack-examples.ts'
import { accuracyOf, aurocOf, calibrationErrorOf, type Judged } from './metrics.ts'

// What was measured when these were written, less two or three points: a change that costs more than that is not meant.
const expected = {
  es: { accuracy: 0.77, kept: 0.73, calibrationError: 0.05, auroc: 0.89, refused: 0.7 },
  en: { accuracy: 0.75, kept: 0.72, calibrationError: 0.05, auroc: 0.87, refused: 0.66 },
}

const served = ['banking', 'retail', 'health', 'government']
const folds = 5
const mixed = <T>(items: readonly T[]) => shuffle(items.slice(), seededRandom(1))
const everyOther = (odd: boolean) => languages.flatMap(language => mixed(packExamples('out-of-scope', language)).filter((_, at) => at % 2 === Number(odd)))

interface Outcome extends Judged { inScope: boolean }

/** Of each fold what a model says that learnt from the others, and what it says of strangers that it never met. */
function judge(sector: string, language: Language): { own: Outcome[], strange: Outcome[] } {
  const examples = mixed(packExamples(sector, language))
  const own: Outcome[] = []
  const strange: Outcome[] = []
  for (let fold = 0; fold < folds; fold++) {
    const model = trainIntents(examples.filter((_, at) => at % folds !== fold), { strangers: everyOther(true) })
    const read = ({ text, intent }: TrainingExample): Outcome => {
      const { ranking, confidence, inScope } = model.read(text, language)
      return { meant: intent, predicted: ranking[0]!.intent, confidence, inScope }
    }
    own.push(...examples.filter((_, at) => at % folds === fold).map(read))
    strange.push(...everyOther(false).filter(each => each.language === language).map(read))
  }
  return { own, strange }
}

describe.each(languages)('over four sectors in %s', language => {
  const outcomes = served.map(sector => judge(sector, language))
  const mean = (figure: (outcome: (typeof outcomes)[number]) => number) => outcomes.reduce((sum, each) => sum + figure(each), 0) / outcomes.length
  const confidences = (all: Judged[]) => all.map(each => each.confidence)

  test('phrases that it never read are understood', () => {
    expect(mean(({ own }) => accuracyOf(own))).toBeGreaterThan(expected[language].accuracy)
  })

  test('few of them are asked again', () => {
    const kept = ({ own }: { own: Outcome[] }) => own.filter(each => each.inScope && each.meant === each.predicted).length / own.length
    expect(mean(kept)).toBeGreaterThan(expected[language].kept)
  })

  test('what is said to be sure so often is so often right', () => {
    expect(mean(({ own }) => calibrationErrorOf(own))).toBeLessThan(expected[language].calibrationError)
  })

  test('strangers are told from customers, and most of them refused', () => {
    expect(mean(({ own, strange }) => aurocOf(confidences(own), confidences(strange)))).toBeGreaterThan(expected[language].auroc)
    expect(mean(({ strange }) => strange.filter(each => !each.inScope).length / strange.length)).toBeGreaterThan(expected[language].refused)
  })
})
