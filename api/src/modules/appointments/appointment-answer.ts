import { DateTime } from 'luxon'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { TimeTaken } from './appointment.errors.ts'
import type { Appointment } from './booking/appointment.entity.ts'
import type { AppointmentService } from './booking/appointment.service.ts'
import { calendarFor } from './times/bookable.queries.ts'
import { spotOf } from './times/free-time.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** What a flow asks for; values are its variables', so anything may stand in them. */
export interface AppointmentRequest {
  /** The same however often the same turn is tried. */
  id: string
  action: 'FIND' | 'BOOK' | 'MOVE' | 'CANCEL' | 'MINE'
  service: Json
  resource: Json
  slot: Json
  appointment: Json
  from: Json
  most: number
  note: Json
}

export type AppointmentAnswer = { ok: true; data: Json } | { ok: false; code: string; message: string }

export interface For {
  contactId: string
  language?: Language
}

type Answering = (appointments: AppointmentService, unit: Unit, request: AppointmentRequest, whom: For) => Promise<AppointmentAnswer>

const FEW = 6

/** Answers a flow in the unit in which it asks. What is not there, or not hers, is UNKNOWN. */
export const appointmentAnswer = (appointments: AppointmentService, unit: Unit, request: AppointmentRequest, whom: For): Promise<AppointmentAnswer> =>
  unknownWhereMissing(ANSWERS[request.action](appointments, unit, request, whom))

/** Free times alone, for whoever changes nothing. */
export const appointmentFind = (appointments: AppointmentService, unit: ReadUnit, request: AppointmentRequest): Promise<AppointmentAnswer> =>
  unknownWhereMissing(freeTimes(appointments, unit, request))

async function unknownWhereMissing(answering: Promise<AppointmentAnswer>): Promise<AppointmentAnswer> {
  try {
    return await answering
  } catch (error) {
    if (error instanceof NotFound) return { ok: false, code: 'UNKNOWN', message: error.message }
    throw error
  }
}

async function freeTimes(appointments: AppointmentService, unit: ReadUnit, { service, resource, from, most }: AppointmentRequest): Promise<AppointmentAnswer> {
  const times = await appointments.find(unit, {
    service: keyIn(service), resource: keyIn(resource) || null, from: await instantIn(unit, from), most: most || FEW, now: unit.now,
  })
  return times.length ? done(times) : { ok: false, code: 'NOTHING_FREE', message: 'Nothing is free.' }
}

const ANSWERS: Record<AppointmentRequest['action'], Answering> = {
  FIND: freeTimes,
  async MINE(appointments, unit, _request, { contactId, language }) {
    return done(await appointments.mine(unit, contactId, language))
  },
  async BOOK(appointments, unit, { id, service, resource, slot, note }, whom) {
    const booking = { contactId: whom.contactId, time: timeIn(slot, { service, resource }), note: note == null ? null : String(note).slice(0, 1000), idempotencyKey: id }
    return answerOf(appointments, unit, await appointments.book(unit, booking, bot(whom)), whom)
  },
  async MOVE(appointments, unit, { id, slot, appointment, service, resource }, whom) {
    const moving = { appointmentId: idIn(appointment), time: timeIn(slot, { service, resource }), idempotencyKey: id }
    return answerOf(appointments, unit, await appointments.move(unit, moving, bot(whom)), whom)
  },
  async CANCEL(appointments, unit, { appointment, note }, whom) {
    const cancelling = { appointmentId: idIn(appointment), note: note == null ? null : String(note).slice(0, 1000) }
    return answerOf(appointments, unit, await appointments.cancel(unit, cancelling, bot(whom)), whom)
  },
}

const bot = ({ contactId }: For) => ({ origin: 'BOT', contactId } as const)

const done = (data: object): AppointmentAnswer => ({ ok: true, data: data as Json })

/** What cannot be booked by this name is unknown; what was closed can no more be changed. */
const CODES: Record<string, string> = { InvalidInput: 'UNKNOWN', AppointmentIsClosed: 'TOO_LATE' }

async function answerOf(appointments: AppointmentService, unit: Unit, result: Appointment | Refusal, { language }: For): Promise<AppointmentAnswer> {
  if (!(result instanceof Refusal)) return done(await appointments.one(unit, result.id, language))
  if (result instanceof TimeTaken && result.freeTimes.length === 0) return { ok: false, code: 'NOTHING_FREE', message: 'Nothing is free.' }
  return { ok: false, code: CODES[result.__typename] ?? result.code, message: result.message }
}

const partOf = (value: Json, name: string): Json => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value[name] ?? null : null)
const textOf = (value: Json): string => (typeof value === 'string' ? value.trim() : '')

/** A key, or something that has one. */
const keyIn = (value: Json): string => textOf(value) || textOf(partOf(value, 'key')) || textOf(partOf(value, 'id'))

/** An id, or something that has one; what is none belongs to nothing. */
function idIn(value: Json): string {
  const id = textOf(value) || textOf(partOf(value, 'id'))
  if (!isId(id)) throw new NotFound('The appointment')
  return id
}

/** A free time or its id; else a beginning, with the service and the resource that the step names. */
function timeIn(slot: Json, { service, resource }: { service: Json; resource: Json }): string {
  const id = textOf(slot) || textOf(partOf(slot, 'id'))
  if (spotOf(id)) return id
  const start = new Date(textOf(slot) || textOf(partOf(slot, 'start')))
  if (Number.isNaN(start.getTime())) return ''
  return `${keyIn(service)}.${keyIn(resource)}.${start.toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z`
}

/** A date is the beginning of that day where the tenant is. */
async function instantIn(unit: ReadUnit, from: Json): Promise<Date | null> {
  const at = DateTime.fromISO(textOf(from), { zone: (await calendarFor(unit)).timeZone })
  return at.isValid ? at.toJSDate() : null
}
