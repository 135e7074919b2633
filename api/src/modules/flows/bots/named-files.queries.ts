import type { ReadUnit, Unit } from '../../../platform/unit.ts'

// As the documents write it, in every draft, also of flows that may be brought back, and in every version, since each may be restored.
const NAMED = `
  select distinct lower(found[1]) as id from (
    select settings::text as document from bot where tenant_id = $1
    union all select document::text from bot_flow where tenant_id = $1
    union all select document::text from bot_test where tenant_id = $1
    union all select content from bot_version where tenant_id = $1
  ) kept, regexp_matches(kept.document, '"fileId"\\s*:\\s*"([0-9a-fA-F-]{36})"', 'g') found`

/** Files that anything of the company's bots names. */
export const namedFiles = async (unit: ReadUnit): Promise<string[]> =>
  (await unit.sql<{ id: string }>('bot-files-named', NAMED, [unit.tenantId])).map(({ id }) => id)

const HOLD = 'select id from bot where tenant_id = $1 order by id for share'

/** Until the unit is over no draft of theirs changes. */
export async function holdDrafts(unit: Unit): Promise<void> {
  await unit.sql('bots-hold', HOLD, [unit.tenantId])
}
