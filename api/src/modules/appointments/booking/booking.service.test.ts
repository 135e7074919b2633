import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor, type Actor } from '../../../platform/actor.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts'
import { InvalidInput, Refusal } from '../../../platform/refusal.ts'
import { AppointmentIsClosed, TimeTaken, TooLate } from '../appointment.errors.ts'
import { DOCTOR, MORNING, newClinic, newContact, sure, type Clinic } from '../clinic.fixture.ts'
import { BookableResources } from '../resources/bookable-resource.service.ts'
import { Appointment } from './appointment.entity.ts'
import { AppointmentService } from './appointment.service.ts'

const database = useDatabase({ entities })
const appointments = new AppointmentService()
const HOUR = 3_600_000

const NINE = 'consulta.dra-mota.20261201T1300Z'
const TEN = 'consulta.dra-mota.20261201T1400Z'

interface Scene extends Clinic {
  world: World
  agent: Actor
}

async function newScene(...more: Parameters<typeof newClinic> extends [unknown, unknown, ...infer Rest] ? Rest : never): Promise<Scene> {
  const world = await newWorld(database)
  return { world, agent: await world.member('AGENT'), ...await newClinic(database, world, ...more) }
}

interface Booking {
  time?: string
  contactId?: string
  key?: string
  /** By an agent where left out. */
  asContact?: boolean
  now?: Date
}

function book({ world, agent, contactId: hers }: Scene, { time = NINE, contactId = hers, key = randomUUID(), asContact, now = MORNING }: Booking = {}) {
  const by = asContact ? { origin: 'BOT' as const, contactId } : { origin: 'AGENT' as const }
  return world.as(asContact ? systemActor(world.tenantId) : agent, unit => appointments.book(unit, { contactId, time, idempotencyKey: key }, by), now)
}

const find = ({ world, agent }: Scene, more: Partial<Parameters<AppointmentService['find']>[1]> = {}) =>
  world.as(agent, unit => appointments.find(unit, { service: 'consulta', most: 6, now: MORNING, ...more }))

const rowsOf = async ({ world }: Scene) =>
  (await database.owner.query('select id, starts_at as start, state from appointment where tenant_id = $1 order by starts_at', [world.tenantId])).rows

test('of fifty who book the same time at once, one has it, and the others are told when else', async () => {
  const scene = await newScene()
  const people = await Promise.all(Array.from({ length: 50 }, (_, i) => newContact(database, scene.world, `Persona ${i}`)))
  const results = await Promise.all(people.map(contactId => book(scene, { contactId })))
  expect(results.filter(one => one instanceof Appointment)).toHaveLength(1)
  const others = results.filter(one => one instanceof TimeTaken)
  expect(others).toHaveLength(49)
  for (const { freeTimes } of others) {
    expect(freeTimes).toHaveLength(6)
    expect(freeTimes[0]).toMatchObject({ id: 'consulta.dra-mota.20261201T1330Z', resourceName: 'Dra. Mota', start: '2026-12-01T13:30:00.000Z' })
  }
  expect(await rowsOf(scene)).toHaveLength(1)
}, 60_000)

test('of fifty who move to the same time at once, one is moved, and none loses what she had', async () => {
  const scene = await newScene({ resource: { hours: (['MONDAY', 'TUESDAY'] as const).map(weekday => ({ weekday, opens: '00:00', closes: '24:00' })) } })
  const times = Array.from({ length: 40 }, (_, i) => new Date(Date.parse('2026-12-01T04:00Z') + i * HOUR / 2).toISOString().slice(0, 16).replaceAll(/[-:]/g, ''))
  const booked = await Promise.all(times.map(async time => sure(await book(scene, { time: `consulta.dra-mota.${time}Z` }))))
  const results = await Promise.all(booked.map(({ id }) => scene.world.as(scene.agent, unit =>
    appointments.move(unit, { appointmentId: id, time: 'consulta.dra-mota.20261207T1300Z', idempotencyKey: randomUUID() }, { origin: 'AGENT' }), MORNING)))
  expect(results.filter(one => one instanceof Appointment)).toHaveLength(1)
  expect(results.filter(one => one instanceof TimeTaken)).toHaveLength(39)
  expect(new Set((await rowsOf(scene)).map(({ start }) => start.getTime())).size).toBe(40)
}, 60_000)

test('the database itself refuses what shares a minute with what is booked, and nothing that touches it', async () => {
  const scene = await newScene()
  const { id } = sure(await book(scene))
  const copy = (from: string, until: string, state = 'BOOKED') => database.owner.query(`
    insert into appointment (tenant_id, id, service_id, resource_id, contact_id, starts_at, ends_at, busy_from, busy_until, state, origin, booked_at, idempotency_key)
    select tenant_id, gen_random_uuid(), service_id, resource_id, contact_id, $2::timestamptz, $3::timestamptz, $2, $3, $4, origin, booked_at, gen_random_uuid()
    from appointment where id = $1`, [id, from, until, state])
  await expect(copy('2026-12-01T13:29Z', '2026-12-01T13:59Z')).rejects.toThrow(/appointment_not_twice/)
  await expect(copy('2026-12-01T13:30Z', '2026-12-01T14:00Z')).resolves.toBeDefined()
  await expect(copy('2026-12-01T13:00Z', '2026-12-01T13:30Z', 'CANCELLED')).resolves.toBeDefined()
})

test('what is booked twice by one key is booked once, also at the same moment', async () => {
  const scene = await newScene()
  const key = randomUUID()
  const results = await Promise.all(Array.from({ length: 8 }, () => book(scene, { key })))
  expect(new Set(results.map(one => sure(one).id)).size).toBe(1)
  expect(sure(await book(scene, { key, now: new Date(MORNING.getTime() + 48 * HOUR) })).id).toBe(sure(results[0]!).id)
  await expect(book(scene, { key, contactId: await newContact(database, scene.world) })).rejects.toBeInstanceOf(Conflict)
  expect(await rowsOf(scene)).toHaveLength(1)
})

test('what is kept free around an appointment is nobody’s', async () => {
  const scene = await newScene({ service: { minutesBefore: 10, minutesAfter: 20 } })
  sure(await book(scene, { time: TEN }))
  const day = { from: new Date('2026-12-01T04:00Z'), until: new Date('2026-12-02T04:00Z'), most: 100 }
  expect((await find(scene, day)).map(({ start }) => start.slice(11, 16))).toEqual(['13:00', '15:00', '15:30'])
  expect(await book(scene, { time: 'consulta.dra-mota.20261201T1330Z' })).toBeInstanceOf(TimeTaken)
})

test('an exception, a holiday of the tenant’s and the hours say when there is somebody', async () => {
  const scene = await newScene({ resource: { exceptions: [{ date: '2026-12-02', hours: [{ opens: '15:00', closes: '16:00' }] }, { date: '2026-12-03', hours: [] }] } })
  await database.owner.query('update business_calendar set holidays = $2 where tenant_id = $1', [scene.world.tenantId, JSON.stringify([{ date: '2026-12-01', name: 'Feriado' }])])
  const week = { from: new Date('2026-12-01T04:00Z'), until: new Date('2026-12-05T04:00Z'), most: 100 }
  const found = await find(scene, week)
  expect(found.slice(0, 3).map(({ start }) => start)).toEqual(['2026-12-02T19:00:00.000Z', '2026-12-02T19:30:00.000Z', '2026-12-04T13:00:00.000Z'])
  expect(await book(scene)).toBeInstanceOf(TimeTaken)
})

test('a contact keeps to notice, horizon and the limit for changes; a colleague knows what she does', async () => {
  const scene = await newScene()
  const soon = 'consulta.dra-mota.20261130T1300Z'
  const atEight = new Date(MORNING.getTime() + 1)
  expect(await book(scene, { time: soon, asContact: true, now: atEight })).toBeInstanceOf(TooLate)
  expect(await book(scene, { time: 'consulta.dra-mota.20270201T1300Z', asContact: true })).toBeInstanceOf(TooLate)
  const { id } = sure(await book(scene, { time: soon, now: atEight }))
  const cancel = (by: { origin: 'BOT'; contactId: string } | { origin: 'AGENT' }) =>
    scene.world.as(scene.agent, unit => appointments.cancel(unit, { appointmentId: id }, by), atEight)
  expect(await cancel({ origin: 'BOT', contactId: scene.contactId })).toBeInstanceOf(TooLate)
  expect(await cancel({ origin: 'AGENT' })).toMatchObject({ state: 'CANCELLED' })
  expect(await book(scene, { time: soon, now: new Date(MORNING.getTime() + 2 * HOUR) })).toBeInstanceOf(TooLate)
})

test('what is cancelled is free again, and to cancel it again changes nothing', async () => {
  const scene = await newScene()
  const { id } = sure(await book(scene))
  const cancel = () => scene.world.as(scene.agent, unit => appointments.cancel(unit, { appointmentId: id, note: 'no puede' }, { origin: 'AGENT' }), MORNING)
  expect([sure(await cancel()).state, sure(await cancel()).state]).toEqual(['CANCELLED', 'CANCELLED'])
  const { rows } = await database.owner.query('select kind, note from appointment_change where appointment_id = $1 order by id', [id])
  expect(rows).toEqual([{ kind: 'BOOKED', note: null }, { kind: 'CANCELLED', note: 'no puede' }])
  expect(sure(await book(scene)).id).not.toBe(id)
})

test('a move may overlap what is moved, keeps a trace, and is done once by its key', async () => {
  const scene = await newScene({ service: { minutes: 60 } })
  const { id } = sure(await book(scene))
  const key = randomUUID()
  const move = (time: string) => scene.world.as(scene.agent, unit => appointments.move(unit, { appointmentId: id, time, idempotencyKey: key }, { origin: 'AGENT' }), MORNING)
  expect(sure(await move('consulta.dra-mota.20261201T1330Z')).startsAt.toISOString()).toBe('2026-12-01T13:30:00.000Z')
  expect(sure(await move('consulta.dra-mota.20261201T1330Z')).id).toBe(id)
  const { rows } = await database.owner.query(`select from_starts_at as from, to_starts_at as to from appointment_change where appointment_id = $1 and kind = 'MOVED'`, [id])
  expect(rows).toEqual([{ from: new Date('2026-12-01T13:00Z'), to: new Date('2026-12-01T13:30Z') }])
})

test('nobody moves or cancels what is another’s; who was joined with her is she', async () => {
  const scene = await newScene()
  const { id } = sure(await book(scene))
  const stranger = await newContact(database, scene.world)
  const mine = (contactId: string) => scene.world.as(scene.agent, unit => appointments.mine(unit, contactId), MORNING)
  const cancel = (contactId: string) => scene.world.as(systemActor(scene.world.tenantId), unit => appointments.cancel(unit, { appointmentId: id }, { origin: 'BOT', contactId }), MORNING)
  await expect(cancel(stranger)).rejects.toBeInstanceOf(NotFound)
  expect(await mine(stranger)).toEqual([])
  await database.owner.query('update contact set merged_into = $2 where id = $1', [scene.contactId, stranger])
  expect(await mine(stranger)).toMatchObject([{ id, service: 'consulta', serviceName: 'Consulta', resourceName: 'Dra. Mota', place: 'Piso 2', start: '2026-12-01T13:00:00.000Z' }])
  expect(await cancel(stranger)).toMatchObject({ state: 'CANCELLED' })
})

test('whether she came is said once it has begun, and may be corrected', async () => {
  const scene = await newScene()
  const { id } = sure(await book(scene))
  const close = (outcome: 'DONE' | 'NO_SHOW', now: Date) => scene.world.as(scene.agent, unit => appointments.close(unit, { appointmentId: id, outcome }, { origin: 'AGENT' }), now)
  expect(await close('DONE', MORNING)).toBeInstanceOf(AppointmentIsClosed)
  const after = new Date('2026-12-01T14:00Z')
  expect(await close('NO_SHOW', after)).toMatchObject({ state: 'NO_SHOW' })
  expect(await close('DONE', after)).toMatchObject({ state: 'DONE' })
})

test('where several can do it, each time is offered once, with whoever has the least to do', async () => {
  const scene = await newScene()
  const admin = await scene.world.member('ADMIN')
  sure(await scene.world.as(admin, unit => new BookableResources().create(unit, { ...DOCTOR, key: 'dr-pena', name: 'Dr. Peña', serviceIds: [scene.serviceId] })))
  sure(await book(scene))
  const times = await find(scene, { from: new Date('2026-12-01T04:00Z'), until: new Date('2026-12-02T04:00Z'), most: 100 })
  expect(times.map(({ start }) => start.slice(11, 16))).toEqual(['13:00', '13:30', '14:00', '14:30', '15:00', '15:30'])
  expect(new Set(times.map(({ resource }) => resource))).toEqual(new Set(['dr-pena']))
})

test.each(['consulta.nadie.20261201T1300Z', 'nada.dra-mota.20261201T1300Z', 'mañana', ''])('“%s” is no time that can be booked', async time => {
  expect(await book(await newScene(), { time })).toBeInstanceOf(InvalidInput)
})

test('analysts, support and strangers book nothing', async () => {
  const scene = await newScene()
  for (const agent of [await scene.world.member('ANALYST'), scene.world.visitor()]) {
    await expect(book({ ...scene, agent })).rejects.toBeInstanceOf(Forbidden)
  }
  expect((await book(scene)) instanceof Refusal).toBe(false)
})
