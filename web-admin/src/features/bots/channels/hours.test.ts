import { expect, test } from 'vitest'
import type { ChannelRow_BotChannelFragment as BotChannel } from '../../../contract/graphql.ts'
import { intervalsOf, weekOf } from '../../../shell/hours/hours.ts'
import { dayLines, isComplete } from './hours.ts'

const shift = (weekday: BotChannel['intervals'][number]['weekday'], opens: string, closes: string) => ({ __typename: 'OpeningInterval' as const, weekday, opens, closes })
const night = [shift('MONDAY', '18:00', '24:00'), shift('MONDAY', '00:00', '08:00'), shift('SUNDAY', '09:00', '13:00')]

test('a week goes to the form and back as it was, midnight included', () =>
  expect(intervalsOf(weekOf(night))).toEqual([
    { weekday: 'MONDAY', opens: '00:00', closes: '08:00' }, { weekday: 'MONDAY', opens: '18:00', closes: '24:00' }, { weekday: 'SUNDAY', opens: '09:00', closes: '13:00' },
  ]))

test('each day with hours is told in one line', () => expect(dayLines(night)).toEqual([['MONDAY', '00:00–08:00, 18:00–24:00'], ['SUNDAY', '09:00–13:00']]))

test('hours of its own need a shift, and shifts that do not cross', () => {
  expect(isComplete('ALWAYS', weekOf([]))).toBe(true)
  expect(isComplete('WEEKLY', weekOf([]))).toBe(false)
  expect(isComplete('WEEKLY', weekOf(night))).toBe(true)
  expect(isComplete('WEEKLY', weekOf([shift('MONDAY', '09:00', '13:00'), shift('MONDAY', '12:00', '15:00')]))).toBe(false)
})
