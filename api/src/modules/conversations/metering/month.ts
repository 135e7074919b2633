import { BadInput } from '../../../platform/errors.ts'
import { isDay } from '../../../platform/day.ts'
import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import { closingLock } from './session.store.ts'

/** The first day of the month of a day, as months are stored. */
export function monthOf(day: string): string {
  if (!isDay(day)) throw new BadInput('month')
  return `${day.slice(0, 7)}-01`
}

// The database says when a month ends, as it says in which a session opened: its knowledge of time zones may be older than ours.
const IS_OVER = `
  select ($2::date + interval '1 month') at time zone time_zone <= $3 as "isOver" from tenant where id = $1`

const CLOSE = `
  insert into metering_close as known (tenant_id, closed_before, closed_at) values ($1, ($2::date + interval '1 month')::date, $3)
  on conflict (tenant_id) do update set closed_before = excluded.closed_before, closed_at = excluded.closed_at
    where known.closed_before < excluded.closed_before`

/**
 * For billing, once a month is over: what was counted in it and before it stays as it is. What comes to light later counts in the
 * first month that is open, as one more or one less. Waits for the units that are counting.
 */
export async function closeMonth(unit: Unit, day: string): Promise<void> {
  const values = [unit.tenantId, monthOf(day), unit.now]
  await lock(unit, closingLock(unit.tenantId))
  const [month] = await unit.sql<{ isOver: boolean }>('metering-is-over', IS_OVER, values)
  if (!month?.isOver) throw new BadInput('month', 'The month is not over.')
  await unit.sql('metering-close', CLOSE, values)
}

const LOCK_ALL = `select pg_advisory_xact_lock(hashtextextended('metering:' || id, 0)) from (select unnest($1::uuid[]) as id order by 1) tenants`

const CLOSE_ALL = `
  insert into metering_close as known (tenant_id, closed_before, closed_at)
  select id, ($2::date + interval '1 month')::date, $3 from tenant
  where id = any($1::uuid[]) and ($2::date + interval '1 month') at time zone time_zone <= $3
  on conflict (tenant_id) do update set closed_before = excluded.closed_before, closed_at = excluded.closed_at
    where known.closed_before < excluded.closed_before`

/** The same for many tenants, in a unit of the platform; those whose month is not over yet are left out. */
export async function closeMonths(unit: Unit, tenantIds: readonly string[], day: string): Promise<void> {
  await unit.sql('metering-close-lock', LOCK_ALL, [tenantIds])
  await unit.sql('metering-close-all', CLOSE_ALL, [tenantIds, monthOf(day), unit.now])
}
