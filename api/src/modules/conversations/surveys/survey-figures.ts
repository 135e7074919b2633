import type { SurveyQuestionType } from './survey-answer.ts'

/** So many answers of one score, or one option, to one question in one week. */
export interface SurveyTally {
  survey: string
  question: string
  type: SurveyQuestionType
  /** The Monday of its week. */
  monday: string
  score: number | null
  choice: string | null
  answers: number
}

export interface SurveyFigures {
  answers: number
  csat: number | null
  nps: number | null
}

const sum = (tallies: readonly SurveyTally[]) => tallies.reduce((total, { answers }) => total + answers, 0)
const rounded = (value: number) => Math.round(value * 10) / 10
const percent = (part: readonly SurveyTally[], all: readonly SurveyTally[]) => 100 * sum(part) / sum(all)

export function figuresOf(tallies: readonly SurveyTally[]): SurveyFigures {
  const [csat, nps] = [tallies.filter(({ type }) => type === 'CSAT'), tallies.filter(({ type }) => type === 'NPS')]
  return {
    answers: sum(tallies),
    csat: csat.length ? rounded(percent(csat.filter(({ score }) => score! >= 4), csat)) : null,
    nps: nps.length ? rounded(percent(nps.filter(({ score }) => score! >= 9), nps) - percent(nps.filter(({ score }) => score! <= 6), nps)) : null,
  }
}

/** Each question by itself, in the order of their keys. */
export function questionFigures(tallies: readonly SurveyTally[]) {
  const byQuestion = Map.groupBy(tallies, ({ survey, question, type }) => JSON.stringify([survey, question, type]))
  return [...byQuestion].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, own]) => {
    const { survey, question, type } = own[0]!
    return { survey, question, type, figures: figuresOf(own), counts: countsOf(type, own), weeks: weeksOf(own) }
  })
}

const SCALES = { CSAT: [1, 2, 3, 4, 5], NPS: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } as const

/** A scale is shown whole, so that what nobody chose is seen too. */
function countsOf(type: SurveyQuestionType, tallies: readonly SurveyTally[]): { value: string; answers: number }[] {
  if (type === 'TEXT') return []
  if (type !== 'CHOICE') return SCALES[type].map(score => ({ value: String(score), answers: sum(tallies.filter(tally => tally.score === score)) }))
  return [...Map.groupBy(tallies, ({ choice }) => choice ?? '')].map(([value, own]) => ({ value, answers: sum(own) }))
    .toSorted((one, other) => other.answers - one.answers || (one.value < other.value ? -1 : 1))
}

const weeksOf = (tallies: readonly SurveyTally[]) =>
  [...Map.groupBy(tallies, ({ monday }) => monday)].toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([monday, own]) => ({ monday, figures: figuresOf(own) }))
