import { DateTime } from 'luxon'
import { BadInput, NotFound } from '../../../platform/errors.ts'
import { isDay } from '../../../platform/day.ts'
import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import { closingLock } from './session.store.ts'

/** The first day of the month of a day, as months are stored. */
export function monthOf(day: string): string {
  if (!isDay(day)) throw new BadInput('month')
  return `${day.slice(0, 7)}-01`
}

const CLOSE = `
  insert into metering_close as known (tenant_id, closed_before, closed_at) values ($1, $2, $3)
  on conflict (tenant_id) do update set closed_before = excluded.closed_before, closed_at = excluded.closed_at
    where known.closed_before < excluded.closed_before`

/**
 * For billing, once a month is over: what was counted in it and before it stays as it is. What comes to light later counts in the
 * first month that is open, as one more or one less. Waits for the units that are counting.
 */
export async function closeMonth(unit: Unit, month: string): Promise<void> {
  await lock(unit, closingLock(unit.tenantId))
  const [tenant] = await unit.sql<{ timeZone: string }>('metering-zone', 'select time_zone as "timeZone" from tenant where id = $1', [unit.tenantId])
  if (!tenant) throw new NotFound('The tenant')
  const after = DateTime.fromISO(monthOf(month), { zone: tenant.timeZone }).plus({ months: 1 })
  if (after.toMillis() > unit.now.getTime()) throw new BadInput('month', 'The month is not over.')
  await unit.sql('metering-close', CLOSE, [unit.tenantId, after.toISODate(), unit.now])
}
