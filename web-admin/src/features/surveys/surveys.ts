import type { SurveyQuestion_SurveyQuestionFiguresFragment as Question, SurveyQuestionType } from '../../contract/graphql.ts'

export const PERIODS = [30, 90, 365] as const
export type Days = (typeof PERIODS)[number]

/** The days up to one, that one included. */
export function periodUntil(until: string, days: Days): { from: string; until: string } {
  const first = new Date(`${until}T00:00:00Z`)
  first.setUTCDate(first.getUTCDate() - days + 1)
  return { from: first.toISOString().slice(0, 10), until }
}

export const dayIn = (now: Date, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)

const SCALES: Partial<Record<SurveyQuestionType, readonly [number, number]>> = { CSAT: [1, 5], NPS: [0, 10] }

export interface Bar { value: string; answers: number; share: number }

/** How often each answer was given. Scores that nobody gave have their place too; options come as they were chosen most. */
export function barsOf({ type, counts }: Pick<Question, 'type' | 'counts'>): Bar[] {
  const total = counts.reduce((sum, { answers }) => sum + answers, 0)
  const answersOf = (value: string) => counts.find(count => count.value === value)?.answers ?? 0
  const scale = SCALES[type]
  const values = scale
    ? Array.from({ length: scale[1] - scale[0] + 1 }, (_, at) => String(scale[1] - at))
    : [...counts].sort((a, b) => b.answers - a.answers).map(({ value }) => value)
  return values.map(value => ({ value, answers: answersOf(value), share: total ? answersOf(value) / total : 0 }))
}

export type Mood = 'good' | 'fair' | 'poor'

/** As the figures count them: for CSAT 4 and 5 are good, for NPS 9 and 10 are, and up to 6 is poor. */
export function moodOf(type: SurveyQuestionType, score: number): Mood {
  if (type === 'CSAT') return score >= 4 ? 'good' : score === 3 ? 'fair' : 'poor'
  return score >= 9 ? 'good' : score >= 7 ? 'fair' : 'poor'
}
