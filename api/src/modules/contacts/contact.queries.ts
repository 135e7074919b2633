import { Forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadContacts } from './contact.policy.ts'

export interface ContactRow {
  id: string
  name: string | null
  email: string | null
  phone: string | null
  language: Language
  verified: boolean
  attributes: Record<string, unknown>
  createdAt: Date
  lastSeenAt: Date
  mergedInto: string | null
  version: number
}

export interface ContactIdentityRow {
  id: string
  contactId: string
  channelAccountId: string
  externalId: string
  verified: boolean
  phone: string | null
  isPhoneTrusted: boolean
  email: string | null
  isEmailTrusted: boolean
  username: string | null
  displayName: string | null
  isAvailable: boolean
  createdAt: Date
}

export const CONTACT_COLUMNS = `c.id, c.name, c.email, c.phone, c.language, c.verified, c.attributes,
  c.created_at as "createdAt", c.last_seen_at as "lastSeenAt", c.merged_into as "mergedInto", c.version`

/** Loader. */
export async function loadContacts(unit: ReadUnit, ids: readonly string[]): Promise<(ContactRow | undefined)[]> {
  const text = `select ${CONTACT_COLUMNS} from contact c where c.tenant_id = $1 and c.id = any($2::uuid[])`
  const rows = await unit.sql<ContactRow>('contact-by-id', text, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const IDENTITY_COLUMNS = `
  id, contact_id as "contactId", channel_account_id as "channelAccountId", external_id as "externalId", verified,
  phone, is_phone_trusted as "isPhoneTrusted", email, is_email_trusted as "isEmailTrusted", username,
  display_name as "displayName", is_available as "isAvailable", created_at as "createdAt"`

const IDENTITIES = `
  select ${IDENTITY_COLUMNS} from contact_identity where tenant_id = $1 and contact_id = any($2::uuid[]) order by created_at, id`

/** Loader: by the id of the contact. */
export async function loadIdentities(unit: ReadUnit, contactIds: readonly string[]): Promise<ContactIdentityRow[][]> {
  const rows = await unit.sql<ContactIdentityRow>('contact-identities', IDENTITIES, [unit.tenantId, contactIds])
  const byContact = Map.groupBy(rows, row => row.contactId)
  return contactIds.map(id => byContact.get(id) ?? [])
}

/** Loader. */
export async function loadIdentitiesById(unit: ReadUnit, ids: readonly string[]): Promise<(ContactIdentityRow | undefined)[]> {
  const text = `select ${IDENTITY_COLUMNS} from contact_identity where tenant_id = $1 and id = any($2::uuid[])`
  const rows = await unit.sql<ContactIdentityRow>('contact-identity-by-id', text, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const LIST = `
  select ${CONTACT_COLUMNS} from contact c
  where c.tenant_id = $1 and c.merged_into is null and (c.last_seen_at, c.id) < ($2, $3)
  order by c.last_seen_at desc, c.id desc limit $4`

// A search by words reads the contacts that the search function found, which are few.
const FOUND = `
  select ${CONTACT_COLUMNS} from contact c
  where c.tenant_id = $1 and (c.last_seen_at, c.id) < ($2, $3) and c.id in (select search_contact_ids($5, 1000))
  order by c.last_seen_at desc, c.id desc limit $4`

export async function listContacts(
  unit: ReadUnit, args: PageArgs & { search?: string | null },
): Promise<Page<ContactRow>> {
  assertMayRead(unit)
  const [lastSeenAt, id] = timeKeyOf(args)
  const words = searchWords(args.search)
  const values = [unit.tenantId, lastSeenAt, id, rowsFor(args)]
  const rows = words.length
    ? await unit.sql<ContactRow>('contact-search', FOUND, [...values, words])
    : await unit.sql<ContactRow>('contact-list', LIST, values)
  return pageOf(rows, args, row => [row.lastSeenAt.toISOString(), row.id])
}

/** At most eight words, without accents and in lower case, as the column that is searched holds them. */
export const searchWords = (text: string | null | undefined): string[] =>
  (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadContacts(unit.actor)) throw new Forbidden()
}
