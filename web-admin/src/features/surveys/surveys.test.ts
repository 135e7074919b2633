import { expect, test } from 'vitest'
import { barsOf, dayIn, moodOf, periodUntil } from './surveys.ts'

const count = (value: string, answers: number) => ({ __typename: 'SurveyCount' as const, value, answers })

test('a period has as many days as it says, over the end of a month too', () => {
  expect(periodUntil('2026-03-01', 30)).toEqual({ from: '2026-01-31', until: '2026-03-01' })
  expect(periodUntil('2026-12-31', 365)).toEqual({ from: '2026-01-01', until: '2026-12-31' })
})

test('today is the company’s day', () => {
  expect(dayIn(new Date('2026-11-02T02:00:00Z'), 'America/Santo_Domingo')).toBe('2026-11-01')
})

test('scores that nobody gave have their place, the best above', () => {
  expect(barsOf({ type: 'CSAT', counts: [count('5', 3), count('2', 1)] })).toEqual([
    { value: '5', answers: 3, share: 0.75 }, { value: '4', answers: 0, share: 0 }, { value: '3', answers: 0, share: 0 }, { value: '2', answers: 1, share: 0.25 }, { value: '1', answers: 0, share: 0 },
  ])
  expect(barsOf({ type: 'NPS', counts: [] })).toHaveLength(11)
})

test('options come in the order of how often they were chosen', () => {
  expect(barsOf({ type: 'CHOICE', counts: [count('price', 1), count('wait', 3)] }).map(({ value }) => value)).toEqual(['wait', 'price'])
})

test('answers are good and poor as the figures count them', () => {
  expect([5, 4, 3, 2].map(score => moodOf('CSAT', score))).toEqual(['good', 'good', 'fair', 'poor'])
  expect([10, 9, 8, 7, 6].map(score => moodOf('NPS', score))).toEqual(['good', 'good', 'fair', 'fair', 'poor'])
})
