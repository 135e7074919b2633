import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { lockTeaching } from './phrase.store.ts'

const FILES_KEPT = 5

const INSERT = 'insert into training_file (tenant_id, id, content, created_at) values ($1, $2, $3, $4)'
const LET_GO = `delete from training_file where tenant_id = $1 and id not in
  (select id from training_file where tenant_id = $1 order by created_at desc, id desc limit ${FILES_KEPT})`
const CONTENT = 'select content from training_file where tenant_id = $1 and id = $2'

/** Keeps a file until it is taken in; of a tenant's files the newest few stay. */
export async function keepTrainingFile(unit: Unit, content: string): Promise<string> {
  await lockTeaching(unit)
  const id = newId(unit.now)
  await unit.sql('training-file-insert', INSERT, [unit.tenantId, id, content, unit.now])
  await unit.sql('training-file-let-go', LET_GO, [unit.tenantId])
  return id
}

export async function trainingFile(unit: ReadUnit, id: string): Promise<string> {
  const [row] = await unit.sql<{ content: string }>('training-file', CONTENT, [unit.tenantId, id])
  if (!row) throw new NotFound('The file')
  return row.content
}
