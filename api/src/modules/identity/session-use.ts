import type { Unit } from '../../platform/unit.ts'
import type { SessionFacts } from './workplace.ts'

/** Notes that a session was used, at most once a minute however many processes see it. */
export async function touchSession(
  unit: Unit,
  { sessionId, tenantId, memberId }: SessionFacts,
  address: string,
) {
  const minuteAgo = new Date(unit.now.getTime() - 60_000)
  await unit.kysely.updateTable('session').set({ last_used_at: unit.now, address })
    .where('id', '=', sessionId).where('last_used_at', '<', minuteAgo).execute()
  if (!tenantId || !memberId) return
  await unit.kysely.updateTable('member').set({ last_seen_at: unit.now })
    .where('tenant_id', '=', tenantId).where('id', '=', memberId).execute()
}
