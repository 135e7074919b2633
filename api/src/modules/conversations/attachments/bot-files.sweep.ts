import type { FileStore } from '../../../platform/files/file-store.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { dropFile } from './attachment-files.ts'

const TENANTS = 'select distinct tenant_id as "tenantId" from attachment where is_bots order by tenant_id'

/** In a platform unit: whose bots have files. */
export const tenantsWithBotFiles = async (unit: ReadUnit): Promise<string[]> =>
  (await unit.sql<{ tenantId: string }>('bot-files-tenants', TENANTS)).map(({ tenantId }) => tenantId)

const IS_USED = '(a.id = any ($2::uuid[]) or exists (select from attachment s where s.tenant_id = a.tenant_id and s.shares = a.id))'
const USED = `update attachment a set unused_since = null where a.tenant_id = $1 and a.is_bots and a.unused_since is not null and ${IS_USED}`
const UNUSED = `update attachment a set unused_since = $3 where a.tenant_id = $1 and a.is_bots and a.unused_since is null and not ${IS_USED}`

/** Files of the bots that these are not, and that no message shows, are unused from now on, if they were not before. */
export async function noteUnused(unit: Unit, named: readonly string[]): Promise<void> {
  await unit.sql('bot-files-used', USED, [unit.tenantId, named])
  await unit.sql('bot-files-unused', UNUSED, [unit.tenantId, named, unit.now])
}

// Materialised: as a condition the planner may ask for the first few again and again.
const DROP = `
  with due as materialized (
    select a.id from attachment a where a.tenant_id = $1 and a.is_bots and a.unused_since < $3 and not ${IS_USED} order by a.id limit $4 for update)
  delete from attachment f using due where f.tenant_id = $1 and f.id = due.id returning f.storage_key as "storageKey"`

interface Dropping {
  named: readonly string[]
  /** Unused since before then. */
  before: Date
  most: number
}

/** Content and row go together: where the content cannot be had away, both stay. Returns how many went. */
export async function dropUnused(unit: Unit, files: FileStore, { named, before, most }: Dropping): Promise<number> {
  const gone = await unit.sql<{ storageKey: string }>('bot-files-drop', DROP, [unit.tenantId, named, before, most])
  for (const { storageKey } of gone) await dropFile(files, storageKey)
  return gone.length
}
