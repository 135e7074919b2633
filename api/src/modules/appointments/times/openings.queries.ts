import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMaySee, assertWithin } from '../booking/appointment.queries.ts'
import { calendarFor } from './bookable.queries.ts'
import { openingsOf, type DayException, type WeekHours } from './openings.ts'

export interface ResourceOpening {
  resourceId: string
  from: Date
  until: Date
}

interface Working {
  id: string
  hours: WeekHours[]
  exceptions: DayException[]
}

const WORKING = `
  select id, hours, exceptions from appointment_resource
  where tenant_id = $1 and is_active and deleted_at is null and ($2::uuid is null or id = $2) order by name, id`

/** When whoever can be booked works, booked or not. */
export async function openingsWithin(unit: ReadUnit, { from, until, resourceId }: { from: Date; until: Date; resourceId?: string | null }): Promise<ResourceOpening[]> {
  assertMaySee(unit)
  assertWithin({ from, until })
  const [resources, calendar] = [await unit.sql<Working>('appointment-working', WORKING, [unit.tenantId, resourceId ?? null]), await calendarFor(unit)]
  return resources.flatMap(({ id, ...work }) =>
    openingsOf({ ...calendar, ...work }, from, until).map(opening => ({ resourceId: id, from: opening.from, until: opening.to })))
}
