import { LockMode } from '@mikro-orm/core'
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { AppointmentIsClosed, TimeTaken, TooLate } from '../appointment.errors.ts'
import { isBeyondLimits, mayKeepAppointments } from '../appointment.policy.ts'
import { forget, plan } from '../reminders/reminder.store.ts'
import { holdResource, offerOf, providersOf, type Offer, type Provider } from '../times/bookable.queries.ts'
import { busyOf, endOf } from '../times/free-starts.ts'
import { spotOf, type Spot } from '../times/free-time.ts'
import { bookableFrom, bookableUntil, findTimes, isFreeAt } from '../times/time-finder.ts'
import { Appointment, type AppointmentOrigin, type AppointmentOutcome, type Place } from './appointment.entity.ts'
import { insertAppointment, moveOf, noteChange, personOf, spotIn, type ChangeKind } from './appointment.store.ts'

declare module '../../../platform/news.ts' {
  interface NewsItems {
    /** Something was done with an appointment. Whoever can reach the contact tells her where she is to be told, by `Tellings`. */
    'appointment.changed': AppointmentChanged
  }
}

export interface AppointmentChanged {
  appointmentId: string
  contactId: string
  changeId: string
  kind: ChangeKind
  /** Where it was before it was moved. */
  movedFrom: Date | null
  tellsContact: boolean
}

/** On whose word: whoever books for a contact by the bot or a portal does so for her alone, and within the service's limits. */
export interface By {
  origin: AppointmentOrigin
  /** Nothing that is another's is there. */
  contactId?: string
  /** The contact hears of it at once, since it was not she who did it. */
  tellsContact?: boolean
}

export interface NewBooking {
  contactId: string
  /** The id of a free time. */
  time: string
  note?: string | null
  /** The same again is the same appointment. */
  idempotencyKey: string
}

export interface Moving {
  appointmentId: string
  time: string
  idempotencyKey: string
}

interface Wanted {
  offer: Offer
  provider: Provider
  start: Date
}

const LONGEST_NOTE = 1000
const NEXT_TIMES = 6

/** Books, moves, cancels and closes. Each may be done twice and is done once. */
export class Bookings {
  async book(unit: Unit, { contactId, time, note, idempotencyKey }: NewBooking, by: By): Promise<Appointment | TimeTaken | TooLate | InvalidInput> {
    assertMayKeep(unit, by)
    const [contact] = await personOf(unit, contactId)
    if (!contact) throw new NotFound('The contact')
    const problem = noteProblem(note)
    if (problem) return problem
    const known = await unit.em.findOne(Appointment, { tenantId: unit.tenantId, idempotencyKey })
    if (known) return theSame(unit, known, contactId)
    const wanted = await wantedBy(unit, spotOf(time))
    if (wanted instanceof InvalidInput) return wanted
    const late = lateness(unit, wanted, by)
    if (late) return late
    await holdResource(unit, wanted.provider.id)
    if (!await isFreeAt(unit, wanted)) return await this.#again(unit, contactId, idempotencyKey) ?? taken(unit, wanted)
    const booking = { id: newId(unit.now), serviceId: wanted.offer.id, contactId: contact, note: note?.trim() || null, origin: by.origin, idempotencyKey, ...placeOf(wanted) }
    if (!await insertAppointment(unit, booking)) return await this.#again(unit, contactId, idempotencyKey) ?? taken(unit, wanted)
    return this.#done(unit, await unit.em.findOneOrFail(Appointment, { tenantId: unit.tenantId, id: booking.id }), { kind: 'BOOKED', by })
  }

  /** Somebody did the same at this moment and was faster. */
  async #again(unit: Unit, contactId: string, idempotencyKey: string): Promise<Appointment | undefined> {
    const known = await unit.em.findOne(Appointment, { tenantId: unit.tenantId, idempotencyKey })
    return known ? theSame(unit, known, contactId) : undefined
  }

  async move(unit: Unit, { appointmentId, time, idempotencyKey }: Moving, by: By): Promise<Appointment | TimeTaken | TooLate | AppointmentIsClosed | InvalidInput> {
    assertMayKeep(unit, by)
    const appointment = await held(unit, appointmentId, by)
    const moved = await moveOf(unit, idempotencyKey)
    if (moved && moved.appointmentId !== appointment.id) throw new Conflict('This key has moved something else.')
    if (moved) return appointment
    if (appointment.state !== 'BOOKED') return new AppointmentIsClosed(appointment.state)
    const spot = spotOf(time)
    const wanted = await wantedBy(unit, spot)
    if (wanted instanceof InvalidInput) return wanted
    if (wanted.offer.id !== appointment.serviceId) return new InvalidInput('time', 'Is a time of another service.')
    const late = changeLateness(unit, appointment, wanted.offer, by) ?? lateness(unit, wanted, by)
    if (late) return late
    const from = spotIn(appointment)
    if (appointment.isAt({ resourceId: wanted.provider.id, startsAt: wanted.start })) return appointment
    await holdResource(unit, wanted.provider.id)
    if (!await isFreeAt(unit, { ...wanted, except: appointment.id })) return taken(unit, wanted, appointment.id)
    appointment.move(placeOf(wanted))
    await unit.em.flush()
    return this.#done(unit, appointment, { kind: 'MOVED', by, from, idempotencyKey })
  }

  async cancel(unit: Unit, { appointmentId, note }: { appointmentId: string; note?: string | null }, by: By): Promise<Appointment | TooLate | AppointmentIsClosed | InvalidInput> {
    assertMayKeep(unit, by)
    const appointment = await held(unit, appointmentId, by)
    if (appointment.state === 'CANCELLED') return appointment
    if (appointment.state !== 'BOOKED') return new AppointmentIsClosed(appointment.state)
    const problem = noteProblem(note) ?? changeLateness(unit, appointment, await offerOf(unit, appointment.serviceId), by)
    if (problem) return problem
    appointment.cancel()
    await unit.em.flush()
    return this.#done(unit, appointment, { kind: 'CANCELLED', by, note: note?.trim() || null })
  }

  /** She came, or did not. */
  async close(unit: Unit, { appointmentId, outcome }: { appointmentId: string; outcome: AppointmentOutcome }, by: By): Promise<Appointment | AppointmentIsClosed> {
    assertMayKeep(unit, by)
    const appointment = await held(unit, appointmentId, by)
    if (appointment.state === outcome) return appointment
    if (!appointment.mayClose(unit.now)) return new AppointmentIsClosed(appointment.state)
    appointment.close(outcome)
    await unit.em.flush()
    return this.#done(unit, appointment, { kind: outcome, by })
  }

  async #done(unit: Unit, appointment: Appointment, { kind, by, from, note, idempotencyKey }: Done): Promise<Appointment> {
    const { id, serviceId, contactId } = appointment
    const changeId = newId(unit.now)
    const to = kind === 'BOOKED' || kind === 'MOVED' ? spotIn(appointment) : undefined
    await noteChange(unit, { id: changeId, appointmentId: id, kind, origin: by.origin, from, to, note, idempotencyKey })
    if (to) await plan(unit, { appointmentId: id, serviceId, startsAt: appointment.startsAt })
    else await forget(unit, id)
    if (unit.actor.kind === 'MEMBER' || unit.actor.kind === 'API_KEY')
      unit.audit({ action: `appointment.${AUDITED[kind]}`, targetType: 'appointment', targetId: id, detail: { ...to && { startsAt: to.startsAt }, ...from && { from: from.startsAt } } })
    await unit.tell('appointment.changed', { appointmentId: id, contactId, changeId, kind, movedFrom: from?.startsAt ?? null, tellsContact: by.tellsContact === true })
    return appointment
  }
}

interface Done {
  kind: ChangeKind
  by: By
  from?: Pick<Place, 'resourceId' | 'startsAt'>
  note?: string | null
  idempotencyKey?: string
}

const AUDITED: Record<ChangeKind, string> = { BOOKED: 'booked', MOVED: 'moved', CANCELLED: 'cancelled', DONE: 'done', NO_SHOW: 'missed' }

/** For the bot somebody above has asked already; it acts for one contact and in whatever unit her message is. */
function assertMayKeep({ actor }: Unit, { contactId }: By) {
  if (!contactId && !mayKeepAppointments(actor)) throw new Forbidden()
}

async function theSame(unit: Unit, known: Appointment, contactId: string): Promise<Appointment> {
  if (!(await personOf(unit, contactId)).includes(known.contactId)) throw new Conflict('This key has booked for somebody else.')
  return known
}

async function held(unit: Unit, id: string, { contactId }: By): Promise<Appointment> {
  const appointment = await unit.em.findOne(Appointment, { tenantId: unit.tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
  const isHers = !contactId || (appointment && (await personOf(unit, contactId)).includes(appointment.contactId))
  if (!appointment || !isHers) throw new NotFound('The appointment')
  return appointment
}

async function wantedBy(unit: Unit, spot: Spot | undefined): Promise<Wanted | InvalidInput> {
  const offer = spot && await offerOf(unit, spot.service)
  const provider = offer && (await providersOf(unit, offer.id)).find(({ key }) => key === spot.resource)
  return provider ? { offer, provider, start: spot.start } : new InvalidInput('time', 'Is no time of a service that can be booked.')
}

const placeOf = ({ offer, provider, start }: Wanted): Place => ({
  resourceId: provider.id, startsAt: start, endsAt: endOf(offer, start), busy: busyOf(offer, start),
})

const keepsToLimits = ({ actor }: Unit, { contactId }: By) => contactId !== undefined || !isBeyondLimits(actor)

function lateness(unit: Unit, { offer, start }: Wanted, by: By): TooLate | undefined {
  if (start <= unit.now) return new TooLate('That time has passed.')
  if (!keepsToLimits(unit, by)) return undefined
  if (start < bookableFrom(offer, unit.now)) return new TooLate('It has to be booked earlier.')
  if (start > bookableUntil(offer, unit.now)) return new TooLate('It is further ahead than may be booked.')
}

/** `offer` is missing where the service is no longer there: what was booked for it can still be cancelled. */
function changeLateness(unit: Unit, { startsAt }: Appointment, offer: Offer | undefined, by: By): TooLate | undefined {
  if (startsAt <= unit.now) return new TooLate('It has begun.')
  const limit = keepsToLimits(unit, by) ? (offer?.cancelMinutes ?? 0) : 0
  if (startsAt.getTime() - unit.now.getTime() < limit * 60_000) return new TooLate('It had to be changed earlier.')
}

async function taken(unit: Unit, { offer, provider, start }: Wanted, except?: string): Promise<TimeTaken> {
  const all = await providersOf(unit, offer.id)
  const search = { offer, from: bookableFrom(offer, unit.now, start), until: bookableUntil(offer, unit.now), most: NEXT_TIMES, except }
  const same = await findTimes(unit, { ...search, providers: all.filter(({ id }) => id === provider.id) })
  return new TimeTaken(same.length ? same : await findTimes(unit, { ...search, providers: all }))
}

const noteProblem = (note: string | null | undefined) =>
  ([...note ?? ''].length > LONGEST_NOTE ? new InvalidInput('note', `At most ${LONGEST_NOTE} characters.`) : undefined)
