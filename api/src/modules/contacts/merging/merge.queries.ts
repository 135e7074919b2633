import { NotFound } from '../../../platform/errors.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMayRead, loadContacts, loadIdentities, type ContactIdentityRow, type ContactRow } from '../contact.queries.ts'
import { factsOfBoth, type JoiningEvidence } from './merge.entity.ts'
import type { SuggestingEvidence } from './suggestion.entity.ts'

export interface MergeRow {
  id: string
  keptId: string
  absorbedId: string
  identityIds: string[]
  evidence: JoiningEvidence | null
  mergedBy: string | null
  mergedAt: Date
  undoneAt: Date | null
}

const MERGE_COLUMNS = `id, kept_id as "keptId", absorbed_id as "absorbedId", identity_ids as "identityIds", evidence,
  merged_by as "mergedBy", merged_at as "mergedAt", undone_at as "undoneAt"`

/** Loader: by the id of the contact that stayed. */
export async function loadMerges(unit: ReadUnit, contactIds: readonly string[]): Promise<MergeRow[][]> {
  const rows = await unit.sql<MergeRow>('contact-merges', `
    select ${MERGE_COLUMNS} from contact_merge where tenant_id = $1 and kept_id = any($2::uuid[]) and undone_at is null
    order by merged_at desc, id desc`, [unit.tenantId, contactIds])
  const byContact = Map.groupBy(rows, row => row.keptId)
  return contactIds.map(id => byContact.get(id) ?? [])
}

export interface SuggestionRow {
  id: string
  contactId: string
  otherId: string
  evidence: SuggestingEvidence
  value: string
  createdAt: Date
}

const SUGGESTION_COLUMNS = `s.id, s.contact_id as "contactId", s.other_id as "otherId", s.evidence, s.value, s.created_at as "createdAt"`
// Who was joined with somebody has no say of its own until it is taken apart.
const BOTH_STAND = `
  join contact c on c.tenant_id = s.tenant_id and c.id = s.contact_id and c.merged_into is null
  join contact o on o.tenant_id = s.tenant_id and o.id = s.other_id and o.merged_into is null`

const OF_CONTACTS = `
  select ${SUGGESTION_COLUMNS} from contact_suggestion s ${BOTH_STAND}
  where s.tenant_id = $1 and s.state = 'OPEN' and (s.contact_id = any($2::uuid[]) or s.other_id = any($2::uuid[]))
  order by s.created_at desc, s.id desc`

/** Loader: by either contact, who comes first then. */
export async function loadSuggestions(unit: ReadUnit, contactIds: readonly string[]): Promise<SuggestionRow[][]> {
  const rows = await unit.sql<SuggestionRow>('contact-suggestions-of', OF_CONTACTS, [unit.tenantId, contactIds])
  return contactIds.map(id => rows.flatMap(row => {
    if (row.contactId === id) return [row]
    return row.otherId === id ? [{ ...row, contactId: id, otherId: row.contactId }] : []
  }))
}

/** Loader, of decided ones too. */
export async function suggestionsById(unit: ReadUnit, ids: readonly string[]): Promise<(SuggestionRow | undefined)[]> {
  const rows = await unit.sql<SuggestionRow>('contact-suggestion-by-id', `
    select ${SUGGESTION_COLUMNS} from contact_suggestion s where s.tenant_id = $1 and s.id = any($2::uuid[])`, [unit.tenantId, ids])
  return ids.map(id => rows.find(row => row.id === id))
}

const OPEN = `
  select ${SUGGESTION_COLUMNS} from contact_suggestion s ${BOTH_STAND}
  where s.tenant_id = $1 and s.state = 'OPEN' and (s.created_at, s.id) < ($2, $3)
  order by s.created_at desc, s.id desc limit $4`

export async function openSuggestions(unit: ReadUnit, args: PageArgs): Promise<Page<SuggestionRow>> {
  assertMayRead(unit)
  const rows = await unit.sql<SuggestionRow>('contact-suggestions', OPEN, [unit.tenantId, ...timeKeyOf(args), rowsFor(args)])
  return pageOf(rows, args, row => [row.createdAt.toISOString(), row.id])
}

export interface MergePreview {
  contact: ContactRow
  absorbed: ContactRow
  name: string | null
  email: string | null
  phone: string | null
  identityCount: number
  warnings: ('TWO_VERIFIED_EMAILS' | 'TWO_VERIFIED_PHONES')[]
}

/** What would be, were the two joined. */
export async function mergePreview(unit: ReadUnit, { contactId, absorbedId }: { contactId: string; absorbedId: string }): Promise<MergePreview> {
  assertMayRead(unit)
  const [contact, absorbed] = await loadContacts(unit, [contactId, absorbedId])
  if (!contact || !absorbed) throw new NotFound('The contact')
  const identities = (await loadIdentities(unit, [contactId, absorbedId])).flat()
  const { name, email, phone } = factsOfBoth(contact, absorbed)
  return {
    contact, absorbed, name: name ?? null, email: email ?? null, phone: phone ?? null, identityCount: identities.length, warnings: warningsOf(identities),
  }
}

function warningsOf(identities: ContactIdentityRow[]): MergePreview['warnings'] {
  const emails = new Set(identities.filter(one => one.isEmailTrusted).map(one => one.email))
  const phones = new Set(identities.filter(one => one.isPhoneTrusted).map(one => one.phone))
  return [...(emails.size > 1 ? ['TWO_VERIFIED_EMAILS' as const] : []), ...(phones.size > 1 ? ['TWO_VERIFIED_PHONES' as const] : [])]
}
