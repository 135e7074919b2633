import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'

const FILES_KEPT = 5
const DAY_MS = 86_400_000

const INSERT = 'insert into connector_file (tenant_id, id, content, created_at) values ($1, $2, $3, $4)'
const LET_GO = `delete from connector_file where tenant_id = $1 and id not in
  (select id from connector_file where tenant_id = $1 order by created_at desc, id desc limit ${FILES_KEPT})`
const CONTENT = 'select content from connector_file where tenant_id = $1 and id = $2'

/** Keeps a file until it was chosen from; of a tenant's files the newest few stay. */
export async function keepOpenApiFile(unit: Unit, content: string): Promise<string> {
  const id = newId(unit.now)
  await unit.sql('connector-file-insert', INSERT, [unit.tenantId, id, content, unit.now])
  await unit.sql('connector-file-let-go', LET_GO, [unit.tenantId])
  return id
}

export async function openApiFile(unit: ReadUnit, id: string): Promise<string> {
  const [row] = await unit.sql<{ content: string }>('connector-file', CONTENT, [unit.tenantId, id])
  if (!row) throw new NotFound('The file')
  return row.content
}

/** For a platform unit. */
export async function tidyOpenApiFiles(unit: Unit): Promise<void> {
  await unit.sql('tidy-connector-files', 'delete from connector_file where created_at < $1', [new Date(unit.now.getTime() - DAY_MS)])
}
