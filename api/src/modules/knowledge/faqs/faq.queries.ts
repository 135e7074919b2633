import { sql } from 'kysely'
import { Forbidden } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/language.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { plainText } from '../../language/index.ts'
import { todayOf } from '../tenant-day.ts'
import type { FaqVariant } from './faq.entity.ts'
import { mayReadFaqs } from './faq.policy.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    faq: FaqTable
  }
}

interface FaqTable {
  tenant_id: string
  id: string
  question: string
  wordings: string[]
  language: Language
  answer: string
  variants: FaqVariant[]
  valid_from: string | null
  valid_until: string | null
  plain: string
  changed_at: Date
  changed_by: string | null
  deleted_at: Date | null
  version: number
}

export interface FaqRow {
  id: string
  question: string
  wordings: string[]
  language: Language
  answer: string
  variants: FaqVariant[]
  validFrom: string | null
  validUntil: string | null
  changedAt: Date
  changedById: string | null
  version: number
}

export type FaqState = 'CURRENT' | 'UPCOMING' | 'EXPIRED'

export interface FaqsWanted extends PageArgs {
  search?: string | null
  language?: Language | null
  state?: FaqState | null
}

export type FaqPage = Page<FaqRow> & { totalCount: () => Promise<number> }

export const MOST_FAQS = 2000

/** As of a day, `YYYY-MM-DD`. */
export function stateOn(today: string, { validFrom, validUntil }: Pick<FaqRow, 'validFrom' | 'validUntil'>): FaqState {
  if (validFrom && today < validFrom) return 'UPCOMING'
  return validUntil && validUntil < today ? 'EXPIRED' : 'CURRENT'
}

/** The last changed first. */
export async function listFaqs(unit: ReadUnit, args: FaqsWanted): Promise<FaqPage> {
  assertMayRead(unit)
  const [changedAt, id] = timeKeyOf(args)
  const wanted = wantedFaqs(unit, args, args.state ? await todayOf(unit) : '')
  const rows = await wanted.select([
    'id', 'question', 'wordings', 'language', 'answer', 'variants', 'changed_at as changedAt', 'changed_by as changedById', 'version',
    sql<string | null>`valid_from::text`.as('validFrom'), sql<string | null>`valid_until::text`.as('validUntil'),
  ])
    .where(sql<boolean>`(changed_at, id) < (${changedAt}::timestamptz, ${id}::uuid)`)
    .orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(rowsFor(args)).execute()
  const count = async () => Number((await wanted.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count)
  return { ...pageOf(rows, args, row => [row.changedAt.toISOString(), row.id]), totalCount: count }
}

function wantedFaqs(unit: ReadUnit, { search, language, state }: FaqsWanted, today: string) {
  const words = plainText(search ?? '').split(' ').filter(Boolean).map(word => word.replace(/[\\%_]/g, '\\$&'))
  return unit.kysely.selectFrom('faq').where('tenant_id', '=', unit.tenantId).where('deleted_at', 'is', null)
    .$if(Boolean(language), query => query.where('language', '=', language!))
    .$if(words.length > 0, query => query.where(sql<boolean>`id in (select id from faqs_with(${words}::text[], ${MOST_FAQS}))`))
    .$if(state === 'UPCOMING', query => query.where(sql<boolean>`valid_from > ${today}::date`))
    .$if(state === 'EXPIRED', query => query.where(sql<boolean>`valid_until < ${today}::date`))
    .$if(state === 'CURRENT', query => query.where(sql<boolean>`coalesce(valid_from <= ${today}::date, true) and coalesce(valid_until >= ${today}::date, true)`))
}

const COLUMNS = `id, question, wordings, language, answer, variants, valid_from::text as "validFrom", valid_until::text as "validUntil",
  changed_at as "changedAt", changed_by as "changedById", version`
const BY_ID = `select ${COLUMNS} from faq where tenant_id = $1 and id = any($2::uuid[]) and deleted_at is null`
const ALL = `select ${COLUMNS} from faq where tenant_id = $1 and deleted_at is null order by id`

/** Loader: of those that are not deleted. */
export async function loadFaqs(unit: ReadUnit, ids: readonly string[]): Promise<(FaqRow | undefined)[]> {
  const byId = new Map((await unit.sql<FaqRow>('faq-by-id', BY_ID, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** Loader: by the tenant's id, what day it is there. */
export const loadToday = async (unit: ReadUnit, tenantIds: readonly string[]): Promise<string[]> => {
  const today = await todayOf(unit)
  return tenantIds.map(() => today)
}

export const allFaqs = (unit: ReadUnit): Promise<FaqRow[]> => unit.sql<FaqRow>('faqs-all', ALL, [unit.tenantId])

const COUNT = 'select count(*)::int as count from faq where tenant_id = $1 and deleted_at is null'

export async function faqCount(unit: ReadUnit): Promise<number> {
  return (await unit.sql<{ count: number }>('faqs-count', COUNT, [unit.tenantId]))[0]!.count
}

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadFaqs(unit.actor)) throw new Forbidden()
}
