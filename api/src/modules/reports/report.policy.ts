import { hasScope, type Actor } from '../../platform/actor.ts'
import { Forbidden } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'

const READERS = ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER']

export const mayReadReports = (actor: Actor) =>
  actor.kind === 'SUPPORT' || (actor.kind === 'MEMBER' && READERS.includes(actor.role)) ||
  hasScope(actor, 'REPORTS_READ')

export function assertMayReadReports({ actor }: ReadUnit) {
  if (!mayReadReports(actor)) throw new Forbidden()
}
