import { Forbidden } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'

export interface PlatformFigures {
  tenants: number
  resellers: number
  conversationsToday: number
  messagesToday: number
}

const FIGURES = `
  select (select count(*)::int from tenant) as tenants, (select count(*)::int from reseller) as resellers,
    (select count(*)::int from conversation c where c.opened_at >= $1) as "conversationsToday",
    (select count(*)::int from message m where m.sent_at >= $1) as "messagesToday"`

/** For a platform unit. Today is the day in UTC: tenants live in several zones. */
export async function platformFigures(unit: ReadUnit): Promise<PlatformFigures> {
  if (unit.actor.kind !== 'OPERATOR') throw new Forbidden()
  const midnight = new Date(unit.now)
  midnight.setUTCHours(0, 0, 0, 0)
  return (await unit.sql<PlatformFigures>('platform-figures', FIGURES, [midnight]))[0]!
}
