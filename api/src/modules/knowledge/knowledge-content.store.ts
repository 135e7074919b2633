import type { ReadUnit } from '../../platform/unit.ts'
import type { FaqContent, PassageContent } from './answering/content.ts'
import type { ContentParts } from './knowledge-thread.ts'

/** Rows of questions and of passages that are read, and copied to a thread, in one go. */
const PART = 250
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

const FAQS = `
  select id, question, wordings, lower(language) as language, answer, variants, valid_from::text as "validFrom", valid_until::text as "validUntil"
  from faq where tenant_id = $1 and deleted_at is null and id > $2 order by id limit ${PART}`
const PASSAGES = `
  select p.id, lower(p.language) as language, p.headings, p.text, d.title, d.url, s.valid_from::text as "validFrom", s.valid_until::text as "validUntil"
  from knowledge_passage p
  join knowledge_document d on d.tenant_id = p.tenant_id and d.id = p.document_id
  join knowledge_source s on s.tenant_id = d.tenant_id and s.id = d.source_id and s.deleted_at is null
  where p.tenant_id = $1 and p.id > $2 order by p.id limit ${PART}`

/** All that the tenant's bot may answer from, a part at a time. */
export async function* contentOf(unit: ReadUnit): ContentParts {
  for await (const faqs of faqContent(unit)) yield { faqs }
  for await (const passages of partsOf<PassageContent>(unit, 'knowledge-passages', PASSAGES)) yield { passages }
}

export const faqContent = (unit: ReadUnit): AsyncGenerator<FaqContent[]> => partsOf<FaqContent>(unit, 'knowledge-faqs', FAQS)

async function* partsOf<Row extends { id: string }>(unit: ReadUnit, name: string, text: string): AsyncGenerator<Row[]> {
  for (let last = BEFORE_ALL; ;) {
    const rows = await unit.sql<Row>(name, text, [unit.tenantId, last])
    if (rows.length) yield rows
    if (rows.length < PART) return
    last = rows.at(-1)!.id
  }
}
