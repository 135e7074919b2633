import { expect, test } from 'vitest'
import { copyDay, hoursOf, nextShift, problemOf, weekOf } from './hours.ts'

test('shifts that touch are no overlap, shifts that share a minute are', () => {
  expect(problemOf([{ opens: '09:00', closes: '12:00' }, { opens: '12:00', closes: '18:00' }])).toBeUndefined()
  expect(problemOf([{ opens: '12:00', closes: '18:00' }, { opens: '09:00', closes: '12:01' }])).toBe('OVERLAP')
})

test('a shift cannot end before or when it begins', () => {
  expect(problemOf([{ opens: '18:00', closes: '09:00' }])).toBe('BACKWARDS')
  expect(problemOf([{ opens: '09:00', closes: '09:00' }])).toBe('BACKWARDS')
})

test('a second shift is proposed an hour after the first, never beyond the day', () => {
  expect(nextShift([])).toEqual({ opens: '09:00', closes: '18:00' })
  expect(nextShift([{ opens: '08:00', closes: '12:00' }])).toEqual({ opens: '13:00', closes: '17:00' })
  expect(problemOf([nextShift([{ opens: '08:00', closes: '21:00' }])])).toBeUndefined()
})

test('the hours of a week leave out days that are not sound', () => {
  expect(hoursOf({ ...weekOf([]), MONDAY: [{ opens: '09:00', closes: '18:00' }], TUESDAY: [{ opens: '9', closes: '' }] })).toBe(9)
})

test('a copied day is changed apart from the one that it was copied of', () => {
  const week = weekOf([{ weekday: 'MONDAY', opens: '09:00', closes: '12:00' }])
  copyDay(week, 'MONDAY', ['MONDAY', 'FRIDAY'])
  week.MONDAY[0]!.closes = '13:00'
  expect([week.MONDAY, week.FRIDAY, week.SUNDAY]).toEqual([[{ opens: '09:00', closes: '13:00' }], [{ opens: '09:00', closes: '12:00' }], []])
})
