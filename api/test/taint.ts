import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Company } from './company.ts'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What of a tenant must not be found where it does not belong: its words, and the ids of all its rows. */
export interface Secrets {
  words: string[]
  ids: ReadonlySet<string>
}

export async function secretsOf(owner: pg.Pool, company: Company): Promise<Secrets> {
  const tables = await rowsOf(owner, company)
  const ids = tables.flatMap(({ content }) => content?.match(ID) ?? [])
  return { words: [company.canary, company.card], ids: new Set(ids) }
}

/** Without what the platform's operators may know of every tenant. */
export const innerSecrets = ({ words, ids }: Secrets, { card, ids: { tenant, reseller } }: Company): Secrets => ({
  words: words.filter(word => word !== card), ids: new Set([...ids].filter(id => id !== tenant && id !== reseller)),
})

/** Which secrets a text gives away, also those wrapped in cursors and tokens. */
export function leaksIn(text: string, secrets: Secrets): string[] {
  const wrapped = (text.match(/[\w-]{20,}/g) ?? []).map(token => Buffer.from(token, 'base64url').toString('latin1'))
  return [text, ...wrapped].flatMap(each => [
    ...secrets.words.filter(word => each.includes(word)), ...(each.match(ID) ?? []).filter(id => secrets.ids.has(id)),
  ])
}

/** A checksum of each table's rows of a tenant, of its people and of its seller. */
export async function fingerprint(owner: pg.Pool, company: Company): Promise<Record<string, string>> {
  const tables = await rowsOf(owner, company)
  return Object.fromEntries(tables.map(({ name, content }) => [name, createHash('md5').update(content ?? '').digest('hex')]))
}

async function rowsOf(owner: pg.Pool, { tenantId, ids }: Company): Promise<{ name: string; content: string | null }[]> {
  const { rows: tables } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped order by 1`)
  const whole = (table: string, which: string) =>
    `select '${table}' as name, string_agg(t::text, '|' order by t::text) as content from ${table} t where ${which}`
  const { rows } = await owner.query([
    ...tables.map(({ name }) => whole(name, `tenant_id = '${tenantId}'`)),
    whole('tenant', `id = '${tenantId}'`), whole('reseller', `id = '${ids.reseller}'`),
    whole('reseller_member', `reseller_id = '${ids.reseller}'`),
    whole('app_user', `id in (select user_id from member where tenant_id = '${tenantId}')`),
  ].join(' union all '))
  return rows
}
