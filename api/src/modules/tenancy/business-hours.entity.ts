import { defineEntity, p } from '@mikro-orm/core'
import type { Holiday, OpeningInterval } from './business-calendar.ts'

const BusinessHoursSchema = defineEntity({
  name: 'BusinessHours',
  tableName: 'business_calendar',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    intervals: p.json().$type<OpeningInterval[]>(),
    holidays: p.json().$type<Holiday[]>(),
    version: p.integer(),
  },
})

/** What a tenant has said about its week. Together with the tenant's zone it makes a `BusinessCalendar`. */
export class BusinessHours extends BusinessHoursSchema.class {
  replace(intervals: OpeningInterval[], holidays: Holiday[]) {
    this.intervals = intervals
    this.holidays = holidays
    this.version += 1
  }
}
BusinessHoursSchema.setClass(BusinessHours)
