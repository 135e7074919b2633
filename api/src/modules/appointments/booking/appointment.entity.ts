import { defineEntity, p } from '@mikro-orm/core'
import type { Opening } from '../../tenancy/index.ts'

export type AppointmentState = 'BOOKED' | 'CANCELLED' | 'DONE' | 'NO_SHOW'
export type AppointmentOrigin = 'BOT' | 'AGENT' | 'PORTAL' | 'API'
export type AppointmentOutcome = 'DONE' | 'NO_SHOW'

/** Where and when, and what nobody else may have meanwhile. */
export interface Place {
  resourceId: string
  startsAt: Date
  endsAt: Date
  busy: Opening
}

const AppointmentSchema = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    serviceId: p.uuid(),
    resourceId: p.uuid(),
    contactId: p.uuid(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    busyFrom: p.datetime(),
    busyUntil: p.datetime(),
    state: p.text().$type<AppointmentState>(),
    note: p.text().nullable(),
    origin: p.text().$type<AppointmentOrigin>(),
    bookedAt: p.datetime(),
    idempotencyKey: p.text(),
    version: p.integer().version(),
  },
})

export class Appointment extends AppointmentSchema.class {
  isToCome(now: Date): boolean {
    return this.state === 'BOOKED' && this.startsAt > now
  }

  isAt({ resourceId, startsAt }: Pick<Place, 'resourceId' | 'startsAt'>): boolean {
    return this.resourceId === resourceId && this.startsAt.getTime() === startsAt.getTime()
  }

  move({ resourceId, startsAt, endsAt, busy }: Place) {
    Object.assign(this, { resourceId, startsAt, endsAt, busyFrom: busy.from, busyUntil: busy.to })
  }

  cancel() {
    this.state = 'CANCELLED'
  }

  /** Once it has begun, and as often as somebody has to correct it. */
  mayClose(now: Date): boolean {
    return this.state !== 'CANCELLED' && this.startsAt <= now
  }

  close(outcome: AppointmentOutcome) {
    this.state = outcome
  }
}
AppointmentSchema.setClass(Appointment)
