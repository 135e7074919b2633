import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'

const FILES_KEPT = 5

export interface KnowledgeFile { name: string, content: Buffer }

const INSERT = 'insert into knowledge_file (tenant_id, id, name, content, created_at) values ($1, $2, $3, $4, $5)'
const LET_GO = `delete from knowledge_file where tenant_id = $1 and source_id is null and id not in
  (select id from knowledge_file where tenant_id = $1 and source_id is null order by created_at desc, id desc limit ${FILES_KEPT})`
const ASSIGN = 'update knowledge_file set source_id = $3 where tenant_id = $1 and id = $2 and source_id is null returning name'
const SUPERSEDE = 'delete from knowledge_file where tenant_id = $1 and source_id = $2'
const OF_SOURCE = 'select name, content from knowledge_file where tenant_id = $1 and source_id = $2'
const SENT = 'select name, content from knowledge_file where tenant_id = $1 and id = $2 and source_id is null'
const NAME = 'select name from knowledge_file where tenant_id = $1 and id = $2 and source_id is null'

/** Keeps a file until it is taken; of what a tenant sent the newest few stay. */
export async function keepKnowledgeFile(unit: Unit, { name, content }: KnowledgeFile): Promise<string> {
  await lock(unit, `knowledge files of ${unit.tenantId}`)
  const id = newId(unit.now)
  await unit.sql('knowledge-file-insert', INSERT, [unit.tenantId, id, name, content, unit.now])
  await unit.sql('knowledge-file-let-go', LET_GO, [unit.tenantId])
  return id
}

/** A file that was sent and not taken yet. */
export async function sentKnowledgeFile(unit: ReadUnit, id: string): Promise<KnowledgeFile> {
  return found(await unit.sql<KnowledgeFile>('knowledge-file-sent', SENT, [unit.tenantId, id]))
}

export async function sentFileName(unit: ReadUnit, id: string): Promise<string> {
  return found(await unit.sql<{ name: string }>('knowledge-file-name', NAME, [unit.tenantId, id])).name
}

/** The source is read from this file, and from no other. */
export async function takeFile(unit: Unit, id: string, sourceId: string): Promise<void> {
  await letGoFiles(unit, sourceId)
  found(await unit.sql('knowledge-file-assign', ASSIGN, [unit.tenantId, id, sourceId]))
}

export async function letGoFiles(unit: Unit, sourceId: string): Promise<void> {
  await unit.sql('knowledge-file-supersede', SUPERSEDE, [unit.tenantId, sourceId])
}

export async function fileOfSource(unit: ReadUnit, sourceId: string): Promise<KnowledgeFile | undefined> {
  return (await unit.sql<KnowledgeFile>('knowledge-file-of-source', OF_SOURCE, [unit.tenantId, sourceId]))[0]
}

function found<Row>([row]: Row[]): Row {
  if (!row) throw new NotFound('The file')
  return row
}
