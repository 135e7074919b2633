import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { whoOf } from '../../plans/index.ts'
import type { ContractRow, LineRow, NewContractEvent } from './contract.row.ts'

/** By the name that code has for it, the column that holds it. */
const COLUMN = {
  tenantId: 'tenant_id', id: 'id', sellerId: 'seller_id', previousId: 'previous_id', quoteNumber: 'quote_number', number: 'number', phase: 'phase', currency: 'currency', terms: 'terms',
  taxName: 'tax_name', taxPercent: 'tax_percent', note: 'note', createdAt: 'created_at', createdBy: 'created_by', sentOn: 'sent_on', validUntil: 'valid_until', signedOn: 'signed_on',
  signedBy: 'signed_by', signedTitle: 'signed_title', signedFileId: 'signed_file_id', startsOn: 'starts_on', endsOn: 'ends_on', term: 'term', declinedOn: 'declined_on', warnedDays: 'warned_days',
  provisionalUntil: 'provisional_until', endedOn: 'ended_on', acceptedLateBecause: 'accepted_late_because', accountOwnerId: 'account_owner_id', accountOwnerName: 'account_owner_name',
  accountOwnerEmail: 'account_owner_email', dueOn: 'due_on', version: 'version',
} satisfies Record<keyof ContractRow, string>

const DAYS = new Set(['sent_on', 'valid_until', 'signed_on', 'starts_on', 'ends_on', 'declined_on', 'provisional_until', 'ended_on', 'due_on'])

/** Of the table `contract` by the name `c`. */
export const CONTRACT_COLUMNS = Object.entries(COLUMN).map(([name, column]) => `${plainOf(column)} as "${name}"`).join(', ')

function plainOf(column: string): string {
  if (DAYS.has(column)) return `to_char(c.${column}, 'YYYY-MM-DD')`
  return column === 'tax_percent' ? 'trim_scale(c.tax_percent)::text' : `c.${column}`
}

const OF_TENANT = `select ${CONTRACT_COLUMNS} from contract c where c.tenant_id = $1 order by c.created_at, c.id`

/** The oldest first. */
export const contractsOf = (unit: ReadUnit, tenantId: string): Promise<ContractRow[]> => unit.sql<ContractRow>('contracts-of-tenant', OF_TENANT, [tenantId])

const BY_KEY = `select ${CONTRACT_COLUMNS} from contract c where c.tenant_id = $1 and c.idempotency_key = $2`

export const contractByKey = async (unit: ReadUnit, tenantId: string, key: string): Promise<ContractRow | undefined> =>
  (await unit.sql<ContractRow>('contract-by-key', BY_KEY, [tenantId, key]))[0]

const NAMES = Object.keys(COLUMN) as (keyof ContractRow)[]
const INSERT = `insert into contract (${Object.values(COLUMN).join(', ')}, changed_at, idempotency_key)
  values (${[...NAMES, 'changed', 'key'].map((_, i) => `$${i + 1}`).join(', ')})`

export async function insertContract(unit: Unit, row: ContractRow, idempotencyKey: string | null): Promise<void> {
  await unit.sql('contract-insert', INSERT, [...NAMES.map(name => row[name]), unit.now, idempotencyKey])
}

const UPDATE = `update contract set ${NAMES.map((name, i) => `${COLUMN[name]} = $${i + 1}`).join(', ')}, changed_at = $${NAMES.length + 1} where tenant_id = $1 and id = $2`

export async function updateContract(unit: Unit, row: ContractRow): Promise<void> {
  await unit.sql('contract-update', UPDATE, [...NAMES.map(name => row[name]), unit.now])
}

const LINES = `
  select id, contract_id as "contractId", product_key as "productKey", product_kind as "productKind", name, quantity, (select currency from contract c where c.tenant_id = l.tenant_id and c.id = l.contract_id) as currency,
    prices, list_prices as "listPrices", trim_scale(discount_percent)::text as "discountPercent", entitlements
  from contract_line l where contract_id = any($1) order by contract_id, position`

/** For each contract its lines, in order. */
export async function loadLines(unit: ReadUnit, contractIds: readonly string[]): Promise<LineRow[][]> {
  const found = Map.groupBy(await unit.sql<LineRow>('contract-lines', LINES, [contractIds]), ({ contractId }) => contractId)
  return contractIds.map(id => found.get(id) ?? [])
}

const INSERT_LINE = `
  insert into contract_line (tenant_id, id, contract_id, position, product_key, product_kind, name, quantity, prices, list_prices, discount_percent, entitlements)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

/** In the place of those that were there. */
export async function keepLines(unit: Unit, { tenantId, id }: Pick<ContractRow, 'tenantId' | 'id'>, lines: readonly Omit<LineRow, 'id' | 'contractId'>[]): Promise<void> {
  await unit.sql('contract-lines-drop', 'delete from contract_line where tenant_id = $1 and contract_id = $2', [tenantId, id])
  for (const [position, line] of lines.entries()) await unit.sql('contract-line-insert', INSERT_LINE, [
    tenantId, newId(unit.now), id, position, line.productKey, line.productKind, line.name, line.quantity, line.prices, line.listPrices, line.discountPercent, line.entitlements,
  ])
}

const EVENT = 'insert into contract_event (tenant_id, id, contract_id, at, day, kind, who, reason, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)'

export async function addEvent(unit: Unit, { tenantId, id }: Pick<ContractRow, 'tenantId' | 'id'>, { kind, day, byCalendar = false, reason = null, detail = {} }: NewContractEvent): Promise<void> {
  await unit.sql('contract-event', EVENT, [tenantId, newId(unit.now), id, unit.now, day, kind, byCalendar ? null : whoOf(unit), reason, detail])
}

const NEXT = `
  insert into contract_counter (seller_id, kind, year, last) values ($1, $2, $3, 1)
  on conflict (seller_id, kind, year) do update set last = contract_counter.last + 1 returning last`

/** Such as `Q-2026-0001`; whoever takes one at the same moment waits. In a platform unit. */
export async function nextNumber(unit: Unit, { sellerId, kind, day }: { sellerId: string | null; kind: 'QUOTE' | 'CONTRACT'; day: Day }): Promise<string> {
  const year = Number(day.slice(0, 4))
  const [{ last }] = await unit.sql<{ last: number }>('contract-number', NEXT, [sellerId, kind, year]) as [{ last: number }]
  return `${kind === 'QUOTE' ? 'Q' : 'C'}-${year}-${String(last).padStart(4, '0')}`
}

