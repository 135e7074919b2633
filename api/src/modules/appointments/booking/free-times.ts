import { BadInput } from '../../../platform/errors.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { isBeyondLimits } from '../appointment.policy.ts'
import type { FreeTime } from '../times/free-time.ts'
import { assertMaySee } from './appointment.queries.ts'
import type { AppointmentService } from './appointment.service.ts'

const LONGEST = 31 * 86_400_000
const MOST = 100

export interface FreeTimesArgs {
  serviceId: string
  resourceId?: string | null
  from?: Date | null
  until?: Date | null
  most: number
}

/** For people who book for others. */
export function findForScreen(appointments: AppointmentService, unit: ReadUnit, { serviceId, resourceId, from, until, most }: FreeTimesArgs): Promise<FreeTime[]> {
  assertMaySee(unit)
  if (most < 1 || most > MOST) throw new BadInput('most', `Ask for 1 to ${MOST}.`)
  if (until && until.getTime() - (from ?? unit.now).getTime() > LONGEST) throw new BadInput('until', 'Ask for at most 31 days.')
  return appointments.find(unit, { service: serviceId, resource: resourceId, from, until, most, now: unit.now, isBeyondLimits: isBeyondLimits(unit.actor) })
}
