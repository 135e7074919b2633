import { BusinessCalendar, type Holiday, type OpeningInterval } from './business-calendar.ts'

export interface CalendarFacts {
  timeZone: string
  intervals: OpeningInterval[]
  holidays: Holiday[]
  version: number
}

/** A calendar as it stands at one moment. */
export class CalendarView {
  readonly __typename = 'BusinessCalendar'
  readonly timeZone: string
  readonly intervals: OpeningInterval[]
  readonly holidays: Holiday[]
  readonly version: number
  readonly calendar: BusinessCalendar
  readonly #now: Date

  constructor({ timeZone, intervals, holidays, version }: CalendarFacts, now: Date) {
    this.timeZone = timeZone
    this.intervals = intervals
    this.holidays = holidays
    this.version = version
    this.calendar = new BusinessCalendar(timeZone, intervals, holidays)
    this.#now = now
  }

  get isOpen() { return this.calendar.isOpen(this.#now) }

  get changesAt() { return this.calendar.nextChange(this.#now) }
}
