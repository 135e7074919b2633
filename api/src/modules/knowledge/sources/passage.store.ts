import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ReadPassage } from '../documents/read-document.ts'

interface KeptPassage extends ReadPassage { id: string, position: number }

const ROWS_AT_ONCE = 1000

const KEPT = 'select id, position, headings, text, language from knowledge_passage where tenant_id = $1 and document_id = $2 order by position'
const DELETE = 'delete from knowledge_passage where tenant_id = $1 and id = any($2::uuid[])'
const INSERT = `insert into knowledge_passage (tenant_id, id, document_id, position, headings, text, language)
  select $1, p.id, $2, p.position, p.headings, p.text, p.language
  from jsonb_to_recordset($3::jsonb) as p(id uuid, position integer, headings text[], text text, language text)`
const MOVE = `update knowledge_passage k set position = p.position, headings = p.headings, language = p.language
  from jsonb_to_recordset($2::jsonb) as p(id uuid, position integer, headings text[], language text) where k.tenant_id = $1 and k.id = p.id`

/** A document has these passages from now on. Those that say the same keep their ids. Whether anything changed. */
export async function replacePassages(unit: Unit, documentId: string, passages: readonly ReadPassage[]): Promise<boolean> {
  const kept = await unit.sql<KeptPassage>('knowledge-passages-kept', KEPT, [unit.tenantId, documentId])
  const { added, moved, gone } = difference(kept, passages)
  if (gone.length > 0) await unit.sql('knowledge-passages-delete', DELETE, [unit.tenantId, gone])
  await inParts(moved, rows => unit.sql('knowledge-passages-move', MOVE, [unit.tenantId, JSON.stringify(rows)]))
  await inParts(added.map(passage => ({ ...passage, id: newId(unit.now) })), rows => unit.sql('knowledge-passages-insert', INSERT, [unit.tenantId, documentId, JSON.stringify(rows)]))
  return added.length + moved.length + gone.length > 0
}

function difference(kept: readonly KeptPassage[], passages: readonly ReadPassage[]) {
  const byText = Map.groupBy(kept, ({ text }) => text)
  const added: Omit<KeptPassage, 'id'>[] = []
  const moved: KeptPassage[] = []
  for (const [position, passage] of passages.entries()) {
    const same = byText.get(passage.text)?.shift()
    if (!same) added.push({ ...passage, position })
    else if (isOtherwise(same, passage, position)) moved.push({ ...same, ...passage, position })
  }
  return { added, moved, gone: [...byText.values()].flat().map(({ id }) => id) }
}

const isOtherwise = (kept: KeptPassage, { headings, language }: ReadPassage, position: number) =>
  kept.position !== position || kept.language !== language || JSON.stringify(kept.headings) !== JSON.stringify(headings)

async function inParts<Row>(rows: Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await write(rows.slice(from, from + ROWS_AT_ONCE))
}
