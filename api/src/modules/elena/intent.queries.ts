import { sql } from 'kysely'
import { Forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import { decodePageKey, likeText, pageOf, rowsFor, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadElena } from './elena.policy.ts'
import type { IntentAction, IntentAnswer } from './intent.entity.ts'

declare module '../../platform/database.ts' {
  interface Database {
    intent: IntentTable
  }
}

interface IntentTable {
  tenant_id: string
  id: string
  name: string
  description: string | null
  action: IntentAction
  answers: IntentAnswer[]
  deleted_at: Date | null
  version: number
}

export interface IntentRow {
  id: string
  name: string
  description: string | null
  action: IntentAction
  answers: IntentAnswer[]
  version: number
}

export type IntentPage = Page<IntentRow> & { totalCount: () => Promise<number> }

export async function listIntents(unit: ReadUnit, args: PageArgs & { search?: string | null }): Promise<IntentPage> {
  assertMayRead(unit)
  const [name, id] = args.after ? decodePageKey(args.after, ['', '']) : []
  const found = living(unit, args.search)
  const rows = await found.select(['id', 'name', 'description', 'action', 'answers', 'version'])
    .$if(id !== undefined, query => query.where(sql<boolean>`(name, id) > (${name}, ${id}::uuid)`))
    .orderBy('name').orderBy('id').limit(rowsFor(args)).execute()
  const count = async () => Number((await found.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count)
  return { ...pageOf(rows, args, row => [row.name, row.id]), totalCount: count }
}

function living(unit: ReadUnit, search: string | null | undefined) {
  const words = search?.trim()
  return unit.kysely.selectFrom('intent').where('tenant_id', '=', unit.tenantId).where('deleted_at', 'is', null)
    .$if(Boolean(words), query => query.where(sql<boolean>`
      lower(f_unaccent(name || ' ' || coalesce(description, ''))) like lower(f_unaccent(${likeText(words!)}))`))
}

const COLUMNS = 'id, name, description, action, answers, version'

/** What flows may call them by. Asked by whoever may see what names them. */
export async function intentNames(unit: ReadUnit): Promise<string[]> {
  const text = 'select name from intent where tenant_id = $1 and deleted_at is null order by name'
  return (await unit.sql<{ name: string }>('intent-names', text, [unit.tenantId])).map(({ name }) => name)
}

/** Loader: of those that are not deleted. */
export async function loadIntents(unit: ReadUnit, ids: readonly string[]): Promise<(IntentRow | undefined)[]> {
  const text = `select ${COLUMNS} from intent where tenant_id = $1 and id = any($2::uuid[]) and deleted_at is null`
  const byId = new Map((await unit.sql<IntentRow>('intent-by-id', text, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** Loader: by the names that models know them by. */
export async function loadIntentsByName(unit: ReadUnit, names: readonly string[]): Promise<(IntentRow | undefined)[]> {
  const text = `select ${COLUMNS} from intent where tenant_id = $1 and name = any($2) and deleted_at is null`
  const byName = new Map((await unit.sql<IntentRow>('intent-by-name', text, [unit.tenantId, names])).map(row => [row.name, row]))
  return names.map(name => byName.get(name))
}

export interface PhraseCount {
  language: Language
  count: number
}

const COUNTS = `select intent_id as "intentId", language, count(*)::int as count from phrase
  where tenant_id = $1 and intent_id = any($2::uuid[]) and deleted_at is null group by 1, 2 order by 1, 2`

/** Loader: by the id of the intent. */
export async function loadPhraseCounts(unit: ReadUnit, intentIds: readonly string[]): Promise<PhraseCount[][]> {
  const rows = await unit.sql<PhraseCount & { intentId: string }>('intent-phrase-counts', COUNTS, [unit.tenantId, intentIds])
  const byIntent = Map.groupBy(rows, row => row.intentId)
  return intentIds.map(id => byIntent.get(id) ?? [])
}

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadElena(unit.actor)) throw new Forbidden()
}
