import { expect, test } from 'vitest'
import { spoken, unitOf } from '../duration.ts'
import { draftOf, inputOf, newDraft, newReminder, problemIn, type ServiceDraft } from './service.ts'

const draft = (own: Partial<ServiceDraft> = {}): ServiceDraft => ({ ...newDraft('DOP'), key: 'consulta', name: { es: 'Consulta', en: '' }, ...own })
const reminder = (minutesBefore: number, es = 'Le esperamos') => ({ id: String(minutesBefore), minutesBefore, text: { es, en: '' } })

test('a new service can be saved as soon as it has a name and a key', () => {
  expect(problemIn(newDraft())).toEqual({ problem: 'name' })
  expect(problemIn(draft({ key: 'Con espacios' }))).toEqual({ problem: 'key' })
  expect(problemIn(draft())).toBeUndefined()
})

test('numbers that nobody could keep to are told where they stand', () => {
  expect(problemIn(draft({ minutes: 4 }))).toEqual({ problem: 'minutes' })
  expect(problemIn(draft({ minutesAfter: 481 }))).toEqual({ problem: 'around' })
  expect(problemIn(draft({ horizonDays: 366 }))).toEqual({ problem: 'horizonDays' })
  expect(problemIn(draft({ minutes: Number.NaN }))).toEqual({ problem: 'minutes' })
})

test('a price is a decimal number with a currency, or nothing at all', () => {
  expect(problemIn(draft({ price: 'mil' }))).toEqual({ problem: 'price' })
  expect(problemIn(draft({ price: '1500.00', currency: '' }))).toEqual({ problem: 'currency' })
  expect(inputOf(draft({ price: ' 1500.5 ', currency: 'dop' }))).toMatchObject({ price: '1500.5', currency: 'DOP' })
  expect(inputOf(draft({ price: '' }))).toMatchObject({ price: null, currency: null })
})

test('reminders are at times of their own, and name only what an appointment has', () => {
  expect(problemIn(draft({ reminders: [reminder(60), reminder(60)] }))).toEqual({ problem: 'reminderTwice', at: 1 })
  expect(problemIn(draft({ reminders: [reminder(1)] }))).toEqual({ problem: 'reminderTime', at: 0 })
  expect(problemIn(draft({ reminders: [reminder(60, ' ')] }))).toEqual({ problem: 'reminderText', at: 0 })
  expect(problemIn(draft({ reminders: [reminder(60, 'Hola {{nombre}}')] }))).toEqual({ problem: 'reminderGap', at: 0, gap: 'nombre' })
})

test('a reminder that is added is at a time that none of the others has', () => {
  const first = newReminder([])
  const second = newReminder([first])
  expect([first.minutesBefore, second.minutesBefore]).toEqual([1440, 120])
  expect(problemIn(draft({ reminders: [first, second] }))).toBeUndefined()
})

test('a service that nobody touched is the same draft again, and what is sent is what came', () => {
  const service = {
    __typename: 'AppointmentService', id: 's', key: 'consulta', version: 3, name: { es: 'Consulta', en: null }, instructions: null, minutes: 30, minutesBefore: 0, minutesAfter: 10, noticeMinutes: 60,
    horizonDays: 30, cancelMinutes: 120, price: '1500.00', currency: 'DOP', isActive: true, reminders: [{ minutesBefore: 60, text: { es: 'Hola', en: 'Hello' } }], templateName: null, resources: [],
  } as unknown as Parameters<typeof draftOf>[0]
  expect(draftOf(service)).toEqual(draftOf(service))
  expect(inputOf(draftOf(service))).toEqual({
    name: { es: 'Consulta', en: null }, instructions: null, minutes: 30, minutesBefore: 0, minutesAfter: 10, noticeMinutes: 60, horizonDays: 30, cancelMinutes: 120, price: '1500.00',
    currency: 'DOP', isActive: true, reminders: [{ minutesBefore: 60, text: { es: 'Hola', en: 'Hello' } }], templateName: null,
  })
})

test('time is said in the largest unit in which it is a whole number', () => {
  expect([30, 60, 90, 1440, 2880, 0].map(minutes => unitOf(minutes))).toEqual(['minutes', 'hours', 'minutes', 'days', 'days', 'minutes'])
  expect(spoken(120)).toEqual({ count: 2, unit: 'hours' })
})
