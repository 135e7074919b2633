import type { Unit } from '../../platform/unit.ts'

export interface KnowledgeJob {
  tenantId: string
}

declare module '../../platform/unit.ts' {
  interface JobPayloads {
    'knowledge.changed': KnowledgeJob
    'knowledge.learn': KnowledgeJob
  }
}

/** Changes often come one upon another: learning waits until there was none for so long. */
const QUIET_MS = 5000

const BUMP = `
  insert into knowledge_state (tenant_id, revision) values ($1, 1)
  on conflict (tenant_id) do update set revision = knowledge_state.revision + 1`

/**
 * Says that questions or passages changed, in the unit that changes them and after it did: what answers is built anew, and
 * what is learnt from them is learnt again. As often as one likes; the row is held until the unit ends.
 */
export async function bumpKnowledge(unit: Unit): Promise<void> {
  const { tenantId, now } = unit
  await unit.sql('knowledge-bump', BUMP, [tenantId])
  unit.enqueue('knowledge.changed', { tenantId }, { jobKey: `knowledge.changed:${tenantId}`, maxAttempts: 3 })
  unit.enqueue('knowledge.learn', { tenantId }, {
    jobKey: `knowledge.learn:${tenantId}`, runAt: new Date(now.getTime() + QUIET_MS), maxAttempts: 3,
  })
}
