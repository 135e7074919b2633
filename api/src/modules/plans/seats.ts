import type { MemberRole } from '../../platform/actor.ts'
import { lock } from '../../platform/lock.ts'
import type { Unit } from '../../platform/unit.ts'
import { countMembers } from '../identity/index.ts'
import type { EntitlementBook } from './entitlement-book.ts'
import type { Feature } from './feature.ts'

/** Whose seat somebody takes. Who only reads figures takes none. */
const SEATS: Partial<Record<Feature, MemberRole[]>> = { SEATS_ADMIN: ['OWNER', 'ADMIN'], SEATS_SUPERVISOR: ['SUPERVISOR'], SEATS_AGENT: ['AGENT'] }

/** Somebody has just taken a seat in this unit. Throws where the plan has none left; two who come at once are counted one after the other. */
export async function demandSeat(unit: Unit, book: EntitlementBook, role: MemberRole): Promise<void> {
  for (const [feature, roles] of Object.entries(SEATS) as [Feature, MemberRole[]][]) {
    if (!roles.includes(role)) continue
    await lock(unit, `seats of ${unit.tenantId}`)
    await book.demandRoom(unit, feature, await countMembers(unit, roles))
  }
}
