import type { ReadUnit } from '../../../platform/unit.ts'

// Of drafts, and of what serves. Other versions are history: whoever goes back to one is told by the linter.
const USES = `
  with steps as (
    select jsonb_path_query(f.document, '$.steps[*] ? (@.kind == "CALL")') as step from bot_flow f where f.tenant_id = $1 and f.deleted_at is null
    union all
    select jsonb_path_query(v.content::jsonb, '$.flows[*].steps[*] ? (@.kind == "CALL")') from bot b
      join bot_version v on v.tenant_id = b.tenant_id and v.id = b.live_version_id where b.tenant_id = $1
  )
  select from steps where step ->> 'connector' = $2 and ($3::text is null or step ->> 'operation' = $3) limit 1`

/** Whether a flow of the tenant's asks a connector, or one operation of it. */
export async function flowsUse(unit: ReadUnit, { connector, operation }: { connector: string; operation?: string }): Promise<boolean> {
  return (await unit.sql('flows-use-connector', USES, [unit.tenantId, connector, operation ?? null])).length > 0
}
