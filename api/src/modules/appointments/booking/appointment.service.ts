import { NotFound } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { inLanguage, type LocalText } from '../local-text.ts'
import { offerOf, providersOf } from '../times/bookable.queries.ts'
import type { FreeTime } from '../times/free-time.ts'
import { later } from '../times/openings.ts'
import { bookableFrom, bookableUntil, findTimes } from '../times/time-finder.ts'
import { Bookings, type By, type Moving, type NewBooking } from './booking.service.ts'
import type { AppointmentOutcome } from './appointment.entity.ts'
import { personOf } from './appointment.store.ts'

export interface Finding {
  /** By its key or its id. */
  service: string
  /** Any that does the service where left out; by its key or its id. */
  resource?: string | null
  from?: Date | null
  /** Every time up to here, in order and unspread. */
  until?: Date | null
  most: number
  now: Date
  /** For colleagues, who may book what contacts are too late or too early for. */
  isBeyondLimits?: boolean
}

/** An appointment as JSON, for flows. */
export interface BookedTime {
  id: string
  service: string
  serviceName: string
  resource: string
  resourceName: string
  place: string | null
  start: string
  end: string
  state: string
  note: string | null
}

/** What whoever is above may do with appointments. */
export class AppointmentService {
  readonly #bookings = new Bookings()

  /** Nothing where nothing is free. */
  async find(unit: ReadUnit, { service, resource, from, until, most, now, isBeyondLimits }: Finding): Promise<FreeTime[]> {
    const offer = await offerOf(unit, service)
    if (!offer) throw new NotFound('The service')
    const all = await providersOf(unit, offer.id)
    const providers = resource ? all.filter(({ id, key }) => id === resource || key === resource) : all
    if (resource && providers.length === 0) throw new NotFound('The resource')
    const soonest = isBeyondLimits ? later(from ?? now, now) : bookableFrom(offer, now, from ?? undefined)
    const latest = bookableUntil(offer, now)
    return findTimes(unit, { offer, providers, from: soonest, until: lastOf(until, latest, isBeyondLimits), most, isWhole: until != null })
  }

  book(unit: Unit, booking: NewBooking, by: By) {
    return this.#bookings.book(unit, booking, by)
  }

  move(unit: Unit, moving: Moving, by: By) {
    return this.#bookings.move(unit, moving, by)
  }

  cancel(unit: Unit, cancelling: { appointmentId: string; note?: string | null }, by: By) {
    return this.#bookings.cancel(unit, cancelling, by)
  }

  close(unit: Unit, closing: { appointmentId: string; outcome: AppointmentOutcome }, by: By) {
    return this.#bookings.close(unit, closing, by)
  }

  /** What a contact has booked and is to come, the soonest first. */
  async mine(unit: ReadUnit, contactId: string, language: Language = 'ES'): Promise<BookedTime[]> {
    const rows = await unit.sql<BookedRow>('appointments-mine', `${BOOKED} and a.contact_id = any($2::uuid[]) and a.state = 'BOOKED' and a.ends_at > $3
      order by a.starts_at, a.id limit 24`, [unit.tenantId, await personOf(unit, contactId), unit.now])
    return rows.map(row => bookedTime(row, language))
  }

  /** One of any contact, in whatever state. */
  async one(unit: ReadUnit, appointmentId: string, language: Language = 'ES'): Promise<BookedTime> {
    const [row] = await unit.sql<BookedRow>('appointment-told', `${BOOKED} and a.id = $2`, [unit.tenantId, appointmentId])
    if (!row) throw new NotFound('The appointment')
    return bookedTime(row, language)
  }
}

interface BookedRow extends Omit<BookedTime, 'serviceName' | 'start' | 'end'> {
  name: LocalText
  startsAt: Date
  endsAt: Date
}

const BOOKED = `
  select a.id, s.key as service, s.name, r.key as resource, r.name as "resourceName", r.place, a.starts_at as "startsAt", a.ends_at as "endsAt",
    a.state, a.note
  from appointment a
    join appointment_service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    join appointment_resource r on r.tenant_id = a.tenant_id and r.id = a.resource_id
  where a.tenant_id = $1`

const bookedTime = ({ name, startsAt, endsAt, ...row }: BookedRow, language: Language): BookedTime => ({
  ...row, serviceName: inLanguage(name, language), start: startsAt.toISOString(), end: endsAt.toISOString(),
})

function lastOf(until: Date | null | undefined, latest: Date, isBeyondLimits = false): Date {
  if (!until) return latest
  return isBeyondLimits || until < latest ? until : latest
}
