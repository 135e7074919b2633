import { AppointmentService, bookableKeys, type By, type FreeTime } from '../modules/appointments/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Unit } from '../platform/unit.ts'
import type { Units } from '../platform/units.ts'
import { Random } from './random.ts'

export interface DemoScope {
  units: Units
  tenantId: string
  actor: Actor
  now: Date
}

const DAY = 86_400_000
const [FIRST_DAY, LAST_DAY] = [-5, 9]
/** Of what is free. */
const BOOKED = 0.14
const CAME = 0.85
const ORIGINS: By['origin'][] = ['BOT', 'BOT', 'BOT', 'AGENT', 'PORTAL']

/** Appointments of the last days and of those to come, booked as customers and colleagues would have; none where nothing can be booked. */
export async function keepAppointments({ units, tenantId, actor, now }: DemoScope): Promise<void> {
  const appointments = new AppointmentService()
  const random = new Random(tenantId)
  const scope = { tenantId, actor }
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const from = new Date(now.getTime() + day * DAY)
    // What is over had to be booked before.
    const asOf = day <= 0 ? new Date(from.getTime() - 3 * DAY) : now
    await units.tenant({ ...scope, now: asOf }, unit => bookDay(unit, { appointments, random, from }))
  }
  await units.tenant({ ...scope, now }, unit => closePassed(unit, { appointments, random }))
}

interface Booking {
  appointments: AppointmentService
  random: Random
  from: Date
}

async function bookDay(unit: Unit, { appointments, random, from }: Booking): Promise<void> {
  const contacts = await contactsOf(unit)
  if (contacts.length === 0) return
  const until = new Date(from.getTime() + DAY)
  for (const { key } of (await bookableKeys(unit)).services) {
    const free = await appointments.find(unit, { service: key, from, until, most: 200, now: unit.now, isBeyondLimits: true })
    for (const time of free.filter(() => random.chance(BOOKED))) await bookTime(unit, time, { appointments, random, contacts })
  }
}

/** Who gives two services is booked once at a time: what was taken meanwhile is left out. */
const bookTime = (unit: Unit, { id }: FreeTime, { appointments, random, contacts }: Pick<Booking, 'appointments' | 'random'> & { contacts: string[] }) =>
  appointments.book(unit, { contactId: random.pick(contacts), time: id, idempotencyKey: `demo:${id}` }, { origin: random.pick(ORIGINS) })

async function closePassed(unit: Unit, { appointments, random }: Pick<Booking, 'appointments' | 'random'>): Promise<void> {
  const passed = await unit.sql<{ id: string }>('demo-appointments-passed', `select id from appointment where tenant_id = $1 and state = 'BOOKED' and ends_at < $2 order by starts_at, id`, [unit.tenantId, unit.now])
  for (const { id } of passed) await appointments.close(unit, { appointmentId: id, outcome: random.chance(CAME) ? 'DONE' : 'NO_SHOW' }, { origin: 'AGENT' })
}

const contactsOf = async (unit: Unit): Promise<string[]> =>
  (await unit.sql<{ id: string }>('demo-contacts', 'select id from contact where tenant_id = $1 and name is not null order by id limit 40', [unit.tenantId])).map(({ id }) => id)
