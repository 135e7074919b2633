import { Refusal } from '../../platform/refusal.ts'
import type { Weekday } from './business-calendar.ts'

export class SlugTaken extends Refusal {
  readonly __typename = 'SlugTaken'
  readonly code = 'SLUG_TAKEN'
  readonly message = 'The short name is in use.'
}

export class IntervalsOverlap extends Refusal {
  readonly __typename = 'IntervalsOverlap'
  readonly code = 'INTERVALS_OVERLAP'
  readonly message: string
  readonly weekday: Weekday

  constructor(weekday: Weekday) {
    super()
    this.weekday = weekday
    this.message = `Two intervals of ${weekday} share time, or one ends before it begins.`
  }
}
