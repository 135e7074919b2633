import { defineEntity, p } from '@mikro-orm/core'
import type { LocalText } from '../local-text.ts'

/** What people are told so long before. */
export interface Reminding {
  minutesBefore: number
  text: LocalText
}

export interface ServiceDetails {
  name: LocalText
  instructions: LocalText | null
  minutes: number
  minutesBefore: number
  minutesAfter: number
  noticeMinutes: number
  horizonDays: number
  cancelMinutes: number
  price: string | null
  currency: string | null
  isActive: boolean
  reminders: Reminding[]
  templateName: string | null
}

const BookableServiceSchema = defineEntity({
  name: 'BookableService',
  tableName: 'appointment_service',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    key: p.text(),
    name: p.json().$type<LocalText>(),
    instructions: p.json().$type<LocalText>().nullable(),
    minutes: p.integer(),
    minutesBefore: p.integer(),
    minutesAfter: p.integer(),
    noticeMinutes: p.integer(),
    horizonDays: p.integer(),
    cancelMinutes: p.integer(),
    price: p.decimal('string').precision(14).scale(2).nullable(),
    currency: p.text().nullable(),
    isActive: p.boolean(),
    reminders: p.json().$type<Reminding[]>(),
    templateName: p.text().nullable(),
    createdAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

/** Something that people come for. */
export class BookableService extends BookableServiceSchema.class {
  describe(details: ServiceDetails) {
    Object.assign(this, details)
  }

  delete(now: Date) {
    this.isActive = false
    this.deletedAt = now
  }
}
BookableServiceSchema.setClass(BookableService)
