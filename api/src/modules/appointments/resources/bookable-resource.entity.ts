import { defineEntity, p } from '@mikro-orm/core'
import type { DayException, WeekHours } from '../times/openings.ts'

export type ResourceKind = 'PERSON' | 'ROOM'

export interface ResourceDetails {
  name: string
  kind: ResourceKind
  place: string | null
  isActive: boolean
  hours: WeekHours[]
  exceptions: DayException[]
}

const BookableResourceSchema = defineEntity({
  name: 'BookableResource',
  tableName: 'appointment_resource',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    key: p.text(),
    name: p.text(),
    kind: p.text().$type<ResourceKind>(),
    place: p.text().nullable(),
    isActive: p.boolean(),
    hours: p.json().$type<WeekHours[]>(),
    exceptions: p.json().$type<DayException[]>(),
    createdAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

/** A person or a room that takes one appointment at a time. */
export class BookableResource extends BookableResourceSchema.class {
  describe(details: ResourceDetails) {
    Object.assign(this, details)
  }

  delete(now: Date) {
    this.isActive = false
    this.deletedAt = now
  }
}
BookableResourceSchema.setClass(BookableResource)
