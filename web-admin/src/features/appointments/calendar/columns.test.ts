import { expect, test } from 'vitest'
import type { AppointmentCard_AppointmentFragment as Appointment } from '../../../contract/graphql.ts'
import { columnsByDay, columnsByResource, entriesOf, type Facts } from './columns.ts'

const [mota, pena] = [{ id: 'mota', name: 'Dra. Mota' }, { id: 'pena', name: 'Dr. Peña' }]
const appointment = (id: string, startsAt: string, endsAt: string, more: object = {}) => ({ id, startsAt, endsAt, state: 'BOOKED', resource: mota, ...more }) as unknown as Appointment
const facts = (more: Partial<Facts> = {}): Facts => ({
  appointments: [], resources: [mota, pena], timeZone: 'America/Santo_Domingo', now: new Date('2026-11-30T12:00:00Z'),
  openings: [mota, pena].map(({ id }) => ({ resourceId: id, from: '2026-12-01T13:00:00Z', until: '2026-12-01T16:00:00Z' })), ...more,
})
const first = appointment('1', '2026-12-01T13:00:00Z', '2026-12-01T13:30:00Z')

test('on a day everybody has a column, with what is hers booked and the rest of her hours free', () => {
  const [hers, his] = columnsByResource('2026-12-01', facts({ appointments: [first] }))
  expect([hers!.appointments.length, hers!.free]).toEqual([1, [{ from: 570, until: 720 }]])
  expect([his!.appointments.length, his!.free]).toEqual([0, [{ from: 540, until: 720 }]])
})

test('in a week a day is free as long as somebody is', () => {
  const columns = columnsByDay(['2026-12-01', '2026-12-02'], facts({ appointments: [first] }))
  expect(columns.map(({ free, openings }) => [free, openings])).toEqual([[[{ from: 540, until: 720 }], [{ from: 540, until: 720 }]], [[], []]])
})

test('what was cancelled leaves its time free', () => {
  const [hers] = columnsByResource('2026-12-01', facts({ appointments: [appointment('1', '2026-12-01T13:00:00Z', '2026-12-01T13:30:00Z', { state: 'CANCELLED' })] }))
  expect(hers!.free).toEqual([{ from: 540, until: 720 }])
})

test('what has passed is free for nobody', () => {
  expect(columnsByResource('2026-12-01', facts({ now: new Date('2026-12-01T15:00:00Z') }))[0]!.free).toEqual([{ from: 660, until: 720 }])
  expect(columnsByResource('2026-12-01', facts({ now: new Date('2026-12-05T15:00:00Z') }))[0]!.free).toEqual([])
})

test('an agenda tells what is booked and what is free, one after the other', () => {
  const [hers] = columnsByResource('2026-12-01', facts({ appointments: [appointment('1', '2026-12-01T14:00:00Z', '2026-12-01T14:30:00Z')] }))
  expect(entriesOf(hers!).map(entry => (entry.kind === 'FREE' ? entry.band : entry.appointment.id))).toEqual([{ from: 540, until: 600 }, '1', { from: 630, until: 720 }])
})
