import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { appointmentAnswer, type AppointmentRequest } from './appointment-answer.ts'
import { AppointmentService } from './booking/appointment.service.ts'
import { MORNING, newClinic, newContact } from './clinic.fixture.ts'
import type { BookedTime } from './booking/appointment.service.ts'
import type { FreeTime } from './times/free-time.ts'

const database = useDatabase({ entities })
const appointments = new AppointmentService()

async function newBot() {
  const world = await newWorld(database)
  const clinic = await newClinic(database, world)
  const visitor = world.visitor()
  const ask = (request: Partial<AppointmentRequest> & { action: AppointmentRequest['action'] }, contactId = clinic.contactId, now = MORNING) => world.as(visitor, unit =>
    appointmentAnswer(appointments, unit, { id: randomUUID(), service: null, resource: null, slot: null, appointment: null, from: null, most: 0, note: null, ...request }, { contactId, language: 'ES' }), now)
  return { ...clinic, world, ask }
}

const data = <Data>(answer: Awaited<ReturnType<typeof appointmentAnswer>>) => {
  if (!answer.ok) throw new Error(answer.code)
  return answer.data as Data
}

test('a flow finds, books, lists, moves and cancels, as whoever writes', async () => {
  const { ask } = await newBot()
  const times = data<FreeTime[]>(await ask({ action: 'FIND', service: 'consulta', from: '2026-12-01', most: 3 }))
  expect(times.map(({ start }) => start)).toEqual(['2026-12-01T13:00:00.000Z', '2026-12-02T13:00:00.000Z', '2026-12-03T13:00:00.000Z'])
  expect(times[0]).toEqual({ id: 'consulta.dra-mota.20261201T1300Z', service: 'consulta', resource: 'dra-mota', resourceName: 'Dra. Mota', start: '2026-12-01T13:00:00.000Z', end: '2026-12-01T13:30:00.000Z' })
  const booked = data<BookedTime>(await ask({ action: 'BOOK', service: 'consulta', slot: { ...times[0]! }, note: 'primera vez' }))
  expect(booked).toMatchObject({ serviceName: 'Consulta', resourceName: 'Dra. Mota', place: 'Piso 2', note: 'primera vez', state: 'BOOKED' })
  expect(data(await ask({ action: 'MINE' }))).toEqual([booked])
  const moved = data<BookedTime>(await ask({ action: 'MOVE', appointment: { ...booked }, slot: times[1]!.id }))
  expect(moved).toMatchObject({ id: booked.id, start: times[1]!.start })
  expect(data(await ask({ action: 'CANCEL', appointment: booked.id }))).toMatchObject({ state: 'CANCELLED' })
  expect(data(await ask({ action: 'MINE' }))).toEqual([])
})

test('a turn that is tried again books nothing more', async () => {
  const { ask } = await newBot()
  const request = { id: 'run-1:step-2', action: 'BOOK', slot: 'consulta.dra-mota.20261201T1300Z' } as const
  expect(await ask(request)).toEqual(await ask(request))
})

test('a beginning is enough where the step names service and resource', async () => {
  const { ask } = await newBot()
  expect(await ask({ action: 'BOOK', service: 'consulta', resource: 'dra-mota', slot: '2026-12-01T09:00:00-04:00' })).toMatchObject({ ok: true, data: { start: '2026-12-01T13:00:00.000Z' } })
})

test('what goes wrong has the code that flows know', async () => {
  const { ask, world } = await newBot()
  const stranger = await newContact(database, world)
  const slot = 'consulta.dra-mota.20261201T1300Z'
  const { id } = data<BookedTime>(await ask({ action: 'BOOK', slot }))
  const code = async (...request: Parameters<typeof ask>) => ((answer: Awaited<ReturnType<typeof ask>>) => (answer.ok ? 'OK' : answer.code))(await ask(...request))
  expect(await code({ action: 'BOOK', slot }, stranger)).toBe('TAKEN')
  expect(await code({ action: 'BOOK', slot: 'consulta.dra-mota.20261130T1300Z' }, stranger, new Date(MORNING.getTime() + 1))).toBe('TOO_LATE')
  expect(await code({ action: 'FIND', service: 'nada' })).toBe('UNKNOWN')
  expect(await code({ action: 'FIND', service: 'consulta', resource: 'nadie' })).toBe('UNKNOWN')
  expect(await code({ action: 'FIND', service: 'consulta', from: '2027-06-01' })).toBe('NOTHING_FREE')
  expect(await code({ action: 'CANCEL', appointment: id }, stranger)).toBe('UNKNOWN')
  expect(await code({ action: 'CANCEL', appointment: null })).toBe('UNKNOWN')
  expect(await code({ action: 'MOVE', appointment: id, slot: { strange: true } })).toBe('UNKNOWN')
  expect(await code({ action: 'CANCEL', appointment: id }, undefined, new Date('2026-12-01T12:00Z'))).toBe('TOO_LATE')
})
