import { sql } from 'kysely'
import type { Language } from '../../platform/language.ts'
import { likeText, pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { MarkedEntity } from './model.ts'
import type { PhraseOrigin } from './phrase.entity.ts'
import { plainText } from './phrase-text.ts'
import { assertMayRead } from './intent.queries.ts'

declare module '../../platform/database.ts' {
  interface Database {
    phrase: PhraseTable
  }
}

interface PhraseTable {
  tenant_id: string
  id: string
  intent_id: string
  language: Language
  text: string
  plain: string
  entities: MarkedEntity[]
  origin: PhraseOrigin
  created_at: Date
  deleted_at: Date | null
  version: number
}

export interface PhraseRow {
  id: string
  intentId: string
  language: Language
  text: string
  entities: MarkedEntity[]
  origin: PhraseOrigin
  createdAt: Date
  version: number
}

export interface PhrasesAsked extends PageArgs {
  language?: Language | null
  search?: string | null
}

export type PhrasePage = Page<PhraseRow> & { totalCount: () => Promise<number> }

/** The phrases of a living intent, the newest first. */
export async function listPhrases(unit: ReadUnit, intentId: string, args: PhrasesAsked): Promise<PhrasePage> {
  assertMayRead(unit)
  const [createdAt, id] = timeKeyOf(args)
  const found = phrasesOf(unit, intentId, args)
  const rows = await found
    .select(['id', 'intent_id as intentId', 'language', 'text', 'entities', 'origin', 'created_at as createdAt', 'version'])
    .where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`)
    .orderBy('created_at', 'desc').orderBy('id', 'desc').limit(rowsFor(args)).execute()
  const count = async () => Number((await found.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count)
  return { ...pageOf(rows, args, row => [row.createdAt.toISOString(), row.id]), totalCount: count }
}

function phrasesOf(unit: ReadUnit, intentId: string, { language, search }: PhrasesAsked) {
  const words = plainText(search ?? '')
  return unit.kysely.selectFrom('phrase')
    .where('tenant_id', '=', unit.tenantId).where('intent_id', '=', intentId).where('deleted_at', 'is', null)
    .$if(Boolean(language), query => query.where('language', '=', language!))
    .$if(words !== '', query => query.where('plain', 'like', likeText(words)))
}

const COLUMNS = 'p.id, p.intent_id as "intentId", p.language, p.text, p.entities, p.origin, p.created_at as "createdAt", p.version'
const LIVING = 'phrase p join intent i on i.tenant_id = p.tenant_id and i.id = p.intent_id and i.deleted_at is null'
const BY_ID = `select ${COLUMNS} from ${LIVING} where p.tenant_id = $1 and p.id = any($2::uuid[]) and p.deleted_at is null`

/** Loader: of those that are not deleted, nor their intents. */
export async function loadPhrases(unit: ReadUnit, ids: readonly string[]): Promise<(PhraseRow | undefined)[]> {
  const byId = new Map((await unit.sql<PhraseRow>('phrase-by-id', BY_ID, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const SAME = `select ${COLUMNS} from ${LIVING} where p.tenant_id = $1 and p.plain = $2 and p.deleted_at is null order by p.created_at, p.id limit 20`

/** The phrases that are the same, in any intent. */
export const samePhrases = (unit: ReadUnit, text: string): Promise<PhraseRow[]> =>
  unit.sql<PhraseRow>('phrases-same', SAME, [unit.tenantId, plainText(text)])

const NEAR = `
  select ${COLUMNS}, near.likeness from near_phrases($2, 12) near
  join phrase p on p.tenant_id = $1 and p.id = near.id
  join intent i on i.tenant_id = p.tenant_id and i.id = p.intent_id and i.deleted_at is null
  order by near.likeness desc, p.id limit 5`

/** The phrases most alike, in any intent. */
export const nearPhrases = (unit: ReadUnit, text: string): Promise<(PhraseRow & { likeness: number })[]> =>
  unit.sql<PhraseRow & { likeness: number }>('phrases-near', NEAR, [unit.tenantId, plainText(text)])
