import { Refusal } from '../../platform/refusal.ts'
import type { AppointmentState } from './booking/appointment.entity.ts'
import type { FreeTime } from './times/free-time.ts'

/** Somebody has it, or the resource does not work then. */
export class TimeTaken extends Refusal {
  readonly __typename = 'TimeTaken'
  readonly code = 'TAKEN'
  readonly message = 'That time is taken.'
  readonly freeTimes: FreeTime[]

  constructor(freeTimes: FreeTime[]) {
    super()
    this.freeTimes = freeTimes
  }
}

export class TooLate extends Refusal {
  readonly __typename = 'TooLate'
  readonly code = 'TOO_LATE'
  readonly message: string

  constructor(message: string) {
    super()
    this.message = message
  }
}

export class AppointmentIsClosed extends Refusal {
  readonly __typename = 'AppointmentIsClosed'
  readonly code = 'CLOSED'
  readonly message = 'It is not booked any more, or not yet over.'
  readonly state: AppointmentState

  constructor(state: AppointmentState) {
    super()
    this.state = state
  }
}

export class StillBooked extends Refusal {
  readonly __typename = 'StillBooked'
  readonly code = 'STILL_BOOKED'
  readonly message = 'There are appointments to come.'
  readonly count: number

  constructor(count: number) {
    super()
    this.count = count
  }
}
