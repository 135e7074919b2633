import type { EvaluationReport } from './evaluation/report.ts'

/** What fell: an intent's F1, or the accuracy of the whole where there is no intent. */
export interface Regression {
  intent: string | null
  before: number
  after: number
  examples: number
}

type Scores = Pick<EvaluationReport, 'accuracy' | 'intents' | 'examples'>

const MOST_ACCURACY_LOST = 0.01
const MOST_F1_LOST = 0.05
const FEWEST_EXAMPLES = 5
// Shares are fractions: what falls by exactly the limit has not fallen by more.
const ROUNDING = 1e-9

/** What is so much worse than in the live model that publishing needs a reason; the accuracy first, then the worst intent. */
export function regressionsOf(live: Scores, candidate: Scores): Regression[] {
  const whole = { intent: null, before: live.accuracy, after: candidate.accuracy, examples: candidate.examples }
  const before = new Map(live.intents.map(each => [each.intent, each]))
  const fallen = candidate.intents.flatMap(({ intent, f1, examples }) => {
    const former = before.get(intent)
    const counts = former && former.examples > 0 && examples >= FEWEST_EXAMPLES
    return counts && former.f1 - f1 > MOST_F1_LOST + ROUNDING ? [{ intent, before: former.f1, after: f1, examples }] : []
  })
  return [
    ...(whole.before - whole.after > MOST_ACCURACY_LOST + ROUNDING ? [whole] : []),
    ...fallen.sort((one, other) => (other.before - other.after) - (one.before - one.after)),
  ]
}

export interface Difference {
  accuracy: number
  macroF1: number
  intents: { intent: string; before: number; after: number; examples: number }[]
  intentsAdded: string[]
  intentsRemoved: string[]
}

/** What a model does better and worse than the live one; the worst intents first. */
export function differenceOf(live: EvaluationReport, candidate: EvaluationReport): Difference {
  const names = (report: EvaluationReport) => new Map(report.intents.filter(({ examples }) => examples > 0).map(each => [each.intent, each]))
  const [before, after] = [names(live), names(candidate)]
  const both = [...after.values()].flatMap(({ intent, f1, examples }) => {
    const former = before.get(intent)
    return former && former.f1 !== f1 ? [{ intent, before: former.f1, after: f1, examples }] : []
  })
  return {
    accuracy: candidate.accuracy - live.accuracy, macroF1: candidate.macroF1 - live.macroF1,
    intents: both.sort((one, other) => (one.after - one.before) - (other.after - other.before)),
    intentsAdded: [...after.keys()].filter(intent => !before.has(intent)), intentsRemoved: [...before.keys()].filter(intent => !after.has(intent)),
  }
}
