import { expect, test } from 'vitest'
import { columnsOf, readCount } from './columns.ts'

const figures = { __typename: 'MoodFigures' as const, negative: 1, neutral: 2, positive: 3, urgent: 4 }
const day = (date: string) => ({ __typename: 'MoodDay' as const, date, figures })
const hour = (hour: number) => ({ __typename: 'MoodHour' as const, hour, figures })
const place = { locale: 'en', dayOf: (date: string) => date.slice(8) }

test('a week is told by its days', () => {
  expect(columnsOf({ byDay: [day('2026-11-24'), day('2026-11-25')], byHour: [hour(0)] }, place).map(({ label }) => label)).toEqual(['24', '25'])
})

test('a day is told by its hours', () => {
  expect(columnsOf({ byDay: [day('2026-11-25')], byHour: [hour(0), hour(13)] }, place).map(({ key }) => key)).toEqual(['0', '13'])
})

test('what is urgent is counted among the others, not beside them', () => {
  expect(readCount(figures)).toBe(6)
})
