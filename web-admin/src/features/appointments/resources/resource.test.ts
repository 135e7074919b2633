import { expect, test } from 'vitest'
import { draftOf, inputOf, newDay, newDraft, problemIn, type ResourceDraft } from './resource.ts'

const draft = (own: Partial<ResourceDraft> = {}): ResourceDraft => ({ ...newDraft(), key: 'dra-mota', name: 'Dra. Mota', ...own })
const dayOff = (date: string, more: object = {}) => ({ ...newDay(), date, ...more })

test('somebody new can be saved as soon as she has a name, and works the hours of an office', () => {
  expect(problemIn(newDraft())).toEqual({ problem: 'name' })
  expect(problemIn(draft())).toBeUndefined()
  expect(inputOf(draft()).hours).toHaveLength(10)
})

test('hours that overlap and days that are there twice are told where they stand', () => {
  const week = { ...newDraft().week, MONDAY: [{ opens: '09:00', closes: '12:00' }, { opens: '11:00', closes: '13:00' }] }
  expect(problemIn(draft({ week }))).toEqual({ problem: 'hours' })
  expect(problemIn(draft({ days: [dayOff('2026-12-24'), dayOff('')] }))).toEqual({ problem: 'dayDate', at: 1 })
  expect(problemIn(draft({ days: [dayOff('2026-12-24'), dayOff('2026-12-24')] }))).toEqual({ problem: 'dayTwice', at: 1 })
  expect(problemIn(draft({ days: [dayOff('2026-12-24', { shifts: [{ opens: '12:00', closes: '08:00' }] })] }))).toEqual({ problem: 'dayHours', at: 0 })
})

test('a day without hours is a day off, and one that ends at midnight ends with the day', () => {
  expect(inputOf(draft({ days: [dayOff('2026-12-24', { note: ' Nochebuena ' }), dayOff('2026-12-26', { shifts: [{ opens: '18:00', closes: '00:00' }] })] })).exceptions).toEqual([
    { date: '2026-12-24', hours: [], note: 'Nochebuena' }, { date: '2026-12-26', hours: [{ opens: '18:00', closes: '24:00' }], note: null },
  ])
})

test('what nobody touched is sent as it came', () => {
  const hours = [{ weekday: 'MONDAY', opens: '08:00', closes: '24:00' }]
  const exceptions = [{ date: '2026-12-24', hours: [{ opens: '08:00', closes: '12:00' }], note: null }]
  const resource = { id: 'r', key: 'dra-mota', name: 'Dra. Mota', kind: 'PERSON', place: null, isActive: true, hours, exceptions, services: [{ id: 's' }], version: 2 } as unknown as Parameters<typeof draftOf>[0]
  expect(inputOf(draftOf(resource))).toEqual({ name: 'Dra. Mota', kind: 'PERSON', place: null, isActive: true, hours, exceptions, serviceIds: ['s'] })
  expect(draftOf(resource)).toEqual(draftOf(resource))
})
