import type { Broadcast } from '../../../platform/broadcast.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { AppointmentChanged } from './booking.service.ts'

declare module '../../../platform/contract/operation.ts' {
  interface Feeds {
    appointments: AppointmentNews
  }
}

export type AppointmentTold = Pick<AppointmentChanged, 'appointmentId' | 'kind'>

/** That something was done with an appointment. Kept nowhere: the appointments are the truth. */
export class AppointmentNews {
  readonly #broadcast: Broadcast

  constructor(broadcast: Broadcast) {
    this.#broadcast = broadcast
  }

  /** Once the unit is committed. */
  tellAfter(unit: Unit, { appointmentId, kind }: AppointmentTold): void {
    const { tenantId } = unit
    unit.afterCommit(() => this.#broadcast.send(topic(tenantId), { appointmentId, kind } satisfies AppointmentTold))
  }

  of(tenantId: string) {
    return this.#broadcast.messages<AppointmentTold>(topic(tenantId))
  }
}

const topic = (tenantId: string) => `appointments:${tenantId}`
