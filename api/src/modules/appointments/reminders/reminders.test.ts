import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor, type Actor } from '../../../platform/actor.ts'
import { News } from '../../../platform/news.ts'
import { newClinic, sure, MORNING, type Clinic } from '../clinic.fixture.ts'
import { AppointmentService } from '../booking/appointment.service.ts'
import { Reminders, type Reminding } from './reminders.ts'
import type { World } from '../../../../test/world.ts'
import type { ReminderReason } from './reminder.store.ts'

const news = new News()
const database = useDatabase({ entities, news })
const appointments = new AppointmentService()
const reminders = new Reminders({ get units() { return database.units } })

const told: Reminding[] = []
const problems = new Map<string, ReminderReason>()
news.on('appointment.reminding', async (unit, reminding) => {
  told.push(reminding)
  await reminders.told(unit, reminding.reminderId, problems.get(reminding.contactId) ?? null)
})

interface Scene extends Clinic {
  world: World
  agent: Actor
  appointmentId: string
}

const TEXT = { es: '{{service}} a las {{time}}', en: '{{service}} at {{time}}' }
const hours = (before: string, much: number) => new Date(Date.parse(before) - much * 3_600_000)
const START = '2026-12-02T13:00:00Z'

/** Booked on Monday for Wednesday at 9, with reminders 24 and 2 hours before. */
async function booked(): Promise<Scene> {
  const world = await newWorld(database)
  const clinic = await newClinic(database, world, { service: { reminders: [{ minutesBefore: 120, text: TEXT }, { minutesBefore: 1440, text: TEXT }] } })
  const agent = await world.member('AGENT')
  const booking = { contactId: clinic.contactId, time: 'consulta.dra-mota.20261202T1300Z', idempotencyKey: randomUUID() }
  const { id } = sure(await world.as(agent, unit => appointments.book(unit, booking, { origin: 'AGENT' }), MORNING))
  return { world, agent, appointmentId: id, ...clinic }
}

interface Row {
  id: string
  minutesBefore: number
  due: Date
  state: string
  reason: string | null
}

const rowsOf = async ({ appointmentId }: Scene): Promise<Row[]> => (await database.owner.query<Row>(
  'select id, minutes_before as "minutesBefore", due_at as due, state, reason from appointment_reminder where appointment_id = $1 order by due_at', [appointmentId])).rows

/** All that were ever planned are run, in their order, as after a night in which nothing ran. */
async function run({ world }: Scene, ids: string[], now: Date) {
  for (const id of ids) await world.as(systemActor(world.tenantId), unit => reminders.remind(unit, id), now)
}
const toldOf = ({ contactId }: Scene) => told.filter(one => one.contactId === contactId)

test('each reminder is said at its time, once, however often its job runs', async () => {
  const scene = await booked()
  const [day, soon] = await rowsOf(scene)
  expect([day!.due, soon!.due]).toEqual([hours(START, 24), hours(START, 2)])
  await Promise.all([1, 2, 3].map(() => run(scene, [day!.id], hours(START, 24))))
  expect(toldOf(scene)).toMatchObject([{ texts: { ES: 'Consulta a las 9:00 a. m.', EN: 'Consultation at 9:00 AM' }, subjects: { ES: 'Consulta' }, template: null }])
  await run(scene, [soon!.id], hours(START, 2))
  expect(toldOf(scene)).toHaveLength(2)
  expect((await rowsOf(scene)).map(({ state }) => state)).toEqual(['SENT', 'SENT'])
})

test('its job waits for its time', async () => {
  const scene = await booked()
  const { rows } = await database.owner.query<{ run: Date }>(`select run_at as run from graphile_worker.jobs where task_identifier = 'appointments.remind'
    and key is null and id in (select id from graphile_worker._private_jobs where payload->>'tenantId' = $1) order by run_at`, [scene.world.tenantId])
  expect(rows.map(({ run: at }) => at)).toEqual([hours(START, 24), hours(START, 2)])
})

test('what was cancelled reminds nobody', async () => {
  const scene = await booked()
  const planned = (await rowsOf(scene)).map(({ id }) => id)
  sure(await scene.world.as(scene.agent, unit => appointments.cancel(unit, { appointmentId: scene.appointmentId }, { origin: 'AGENT' }), MORNING))
  await run(scene, planned, hours(START, 2))
  expect(toldOf(scene)).toEqual([])
})

test('what was moved reminds of where it is now, and of nothing else', async () => {
  const scene = await booked()
  const before = (await rowsOf(scene)).map(({ id }) => id)
  const move = { appointmentId: scene.appointmentId, time: 'consulta.dra-mota.20261204T1400Z', idempotencyKey: randomUUID() }
  sure(await scene.world.as(scene.agent, unit => appointments.move(unit, move, { origin: 'AGENT' }), MORNING))
  await run(scene, before, hours(START, 2))
  expect(toldOf(scene)).toEqual([])
  expect((await rowsOf(scene)).map(({ due }) => due)).toEqual([hours('2026-12-04T14:00Z', 24), hours('2026-12-04T14:00Z', 2)])
  await run(scene, (await rowsOf(scene)).map(({ id }) => id).slice(1), hours('2026-12-04T14:00Z', 2))
  expect(toldOf(scene)).toMatchObject([{ texts: { ES: 'Consulta a las 10:00 a. m.' } }])
})

test('after a night in which nothing ran, what is still of use is said, and once', async () => {
  const scene = await booked()
  const planned = (await rowsOf(scene)).map(({ id }) => id)
  await run(scene, planned, hours(START, 1))
  expect(toldOf(scene)).toHaveLength(1)
  expect((await rowsOf(scene)).map(({ state, reason }) => [state, reason])).toEqual([['SKIPPED', 'TOO_LATE'], ['SENT', null]])
  const late = await booked()
  await run(late, (await rowsOf(late)).map(({ id }) => id), hours(START, 0))
  expect(toldOf(late)).toEqual([])
})

test('what cannot be delivered says why', async () => {
  const scene = await booked()
  problems.set(scene.contactId, 'NO_TEMPLATE')
  await run(scene, [(await rowsOf(scene))[0]!.id], hours(START, 24))
  expect((await rowsOf(scene))[0]).toMatchObject({ state: 'UNDELIVERABLE', reason: 'NO_TEMPLATE' })
})

test('what is booked too late for a reminder is not reminded of at a time that has passed', async () => {
  const scene = await booked()
  const booking = { contactId: scene.contactId, time: 'consulta.dra-mota.20261201T1500Z', idempotencyKey: randomUUID() }
  const { id } = sure(await scene.world.as(scene.agent, unit => appointments.book(unit, booking, { origin: 'AGENT' }), MORNING))
  expect(await rowsOf({ ...scene, appointmentId: id })).toHaveLength(2)
  const soon = { ...booking, time: 'consulta.dra-mota.20261130T1500Z', idempotencyKey: randomUUID() }
  const near = sure(await scene.world.as(scene.agent, unit => appointments.book(unit, soon, { origin: 'AGENT' }), MORNING))
  expect((await rowsOf({ ...scene, appointmentId: near.id })).map(({ minutesBefore }) => minutesBefore)).toEqual([120])
})

test('a reminder that the service gives up is not said', async () => {
  const scene = await booked()
  await database.owner.query(`update appointment_service set reminders = '[]' where id = $1`, [scene.serviceId])
  await run(scene, [(await rowsOf(scene))[0]!.id], hours(START, 24))
  expect((await rowsOf(scene))[0]).toMatchObject({ state: 'SKIPPED', reason: null })
})
