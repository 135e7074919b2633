import type { Unit } from '../../../platform/unit.ts'
import { holdForDesk } from '../../conversations/index.ts'
import { SERVICE_RULES, type ServiceChanged } from '../../tenancy/index.ts'

const OVER = `
  delete from flow_run where tenant_id = $1 and (wake_at <= $2 or state->'waiting'->>'kind' = 'REQUEST')
  returning conversation_id as "conversationId"`

const UNASKED = 'update flow_run set nudge_at = null where tenant_id = $1 and nudge_at <= $2'

/**
 * While the service stands still no run moves: neither time nor an event, nor what a system answered. Once it is back, what waited for her
 * words still does, and she is not asked whether she is still there; what waited for a time that is over, or for a system, is over too, and
 * people go on with her.
 */
export async function endStoppedRuns(unit: Unit, { tenantId, before, after }: ServiceChanged): Promise<void> {
  if (SERVICE_RULES[before].isServed || !SERVICE_RULES[after].isServed) return
  const over = await unit.sql<{ conversationId: string }>('flow-runs-stopped', OVER, [tenantId, unit.now])
  await holdForDesk(unit, tenantId, { conversationIds: [...new Set(over.map(run => run.conversationId))], because: 'BOT_STOPPED' })
  await unit.sql('flow-runs-unasked', UNASKED, [tenantId, unit.now])
}
