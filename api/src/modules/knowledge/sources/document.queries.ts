import { sql } from 'kysely'
import type { Language } from '../../../platform/language.ts'
import { decodePageKey, likeText, pageOf, rowsFor, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { KnowledgeProblem } from '../documents/reading-problem.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    knowledge_document: DocumentTable
    knowledge_passage: PassageTable
  }
}

interface DocumentTable {
  tenant_id: string
  id: string
  source_id: string
  position: number
  title: string
  url: string | null
  problem: KnowledgeProblem | null
  read_at: Date | null
  passage_count: number
}

interface PassageTable {
  tenant_id: string
  id: string
  document_id: string
  position: number
  headings: string[]
  text: string
  language: Language
}

export interface DocumentRow {
  id: string
  sourceId: string
  position: number
  title: string
  url: string | null
  problem: KnowledgeProblem | null
  readAt: Date | null
  passageCount: number
}

export interface PassageRow {
  id: string
  documentId: string
  position: number
  headings: string[]
  text: string
  language: Language
}

type Counted<Row> = Page<Row> & { totalCount: () => Promise<number> }

export interface DocumentsWanted extends PageArgs {
  search?: string | null
  withProblems?: boolean | null
}

const DOCUMENT = ['id', 'source_id as sourceId', 'position', 'title', 'url', 'problem', 'read_at as readAt', 'passage_count as passageCount'] as const
const PASSAGE = ['id', 'document_id as documentId', 'position', 'headings', 'text', 'language'] as const

/** Of a source that the unit may see. */
export async function listDocuments(unit: ReadUnit, sourceId: string, args: DocumentsWanted): Promise<Counted<DocumentRow>> {
  const [position, id] = args.after ? decodePageKey(args.after, [0, '']) : []
  const words = args.search?.trim()
  const found = unit.kysely.selectFrom('knowledge_document').where('tenant_id', '=', unit.tenantId).where('source_id', '=', sourceId)
    .$if(args.withProblems != null, query => query.where('problem', args.withProblems ? 'is not' : 'is', null))
    .$if(Boolean(words), query => query.where(sql<boolean>`lower(f_unaccent(title || ' ' || coalesce(url, ''))) like lower(f_unaccent(${likeText(words!)}))`))
  const rows = await found.select(DOCUMENT)
    .$if(id !== undefined, query => query.where(sql<boolean>`(position, id) > (${position}, ${id}::uuid)`))
    .orderBy('position').orderBy('id').limit(rowsFor(args)).execute()
  const count = async () => Number((await found.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count)
  return { ...pageOf(rows, args, row => [row.position, row.id]), totalCount: count }
}

/** Of a document that the unit may see. */
export async function listPassages(unit: ReadUnit, documentId: string, args: PageArgs): Promise<Counted<PassageRow>> {
  const [position, id] = args.after ? decodePageKey(args.after, [0, '']) : []
  const found = unit.kysely.selectFrom('knowledge_passage').where('tenant_id', '=', unit.tenantId).where('document_id', '=', documentId)
  const rows = await found.select(PASSAGE)
    .$if(id !== undefined, query => query.where(sql<boolean>`(position, id) > (${position}, ${id}::uuid)`))
    .orderBy('position').orderBy('id').limit(rowsFor(args)).execute()
  const count = async () => Number((await found.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count)
  return { ...pageOf(rows, args, row => [row.position, row.id]), totalCount: count }
}

const DOCUMENTS = `select d.id, d.source_id as "sourceId", d.position, d.title, d.url, d.problem, d.read_at as "readAt", d.passage_count as "passageCount"
  from knowledge_document d join knowledge_source s on s.tenant_id = d.tenant_id and s.id = d.source_id and s.deleted_at is null
  where d.tenant_id = $1 and d.id = any($2::uuid[])`

/** Loader: of sources that are not deleted. */
export async function loadDocuments(unit: ReadUnit, ids: readonly string[]): Promise<(DocumentRow | undefined)[]> {
  const byId = new Map((await unit.sql<DocumentRow>('knowledge-document-by-id', DOCUMENTS, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const PASSAGES = `select p.id, p.document_id as "documentId", p.position, p.headings, p.text, p.language
  from knowledge_passage p join knowledge_document d on d.tenant_id = p.tenant_id and d.id = p.document_id
  join knowledge_source s on s.tenant_id = d.tenant_id and s.id = d.source_id and s.deleted_at is null
  where p.tenant_id = $1 and p.id = any($2::uuid[])`

/** Loader: of sources that are not deleted. */
export async function loadPassages(unit: ReadUnit, ids: readonly string[]): Promise<(PassageRow | undefined)[]> {
  const byId = new Map((await unit.sql<PassageRow>('knowledge-passage-by-id', PASSAGES, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}
