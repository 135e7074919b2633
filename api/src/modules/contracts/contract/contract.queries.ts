import { localDay } from '../../../platform/day.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { decodePageKey, likeText, pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { InForce } from '../../plans/index.ts'
import { loadTenants, type TenantRow } from '../../tenancy/index.ts'
import { isInForce, type ContractBook } from '../machine/contract-facts.ts'
import { possibleVerbs, type ContractVerb } from '../machine/contract-verbs.ts'
import { isSelling, mayDo, mayReadContracts } from './contract.policy.ts'
import type { ContractEventKind, ContractRow, Who } from './contract.row.ts'
import { STATE_SHOWN, type ContractState, type Hold } from './contract-state.ts'
import { CONTRACT_COLUMNS, contractsOf } from './contract.store.ts'

/** A contract as it is shown: with where it stands. */
export interface ContractView extends ContractRow {
  state: ContractState
}

export interface ContractFilter {
  states?: ContractState[] | null
  tenantId?: string | null
  sellerId?: string | null
  endsWithinDays?: number | null
  search?: string | null
}

export type ContractOrder = 'NEWEST' | 'ENDS_FIRST'

// Of a contract `c` and its tenant `t`. A tenant's own unit sees no other's rows; of those it has it sees what was sent.
const VISIBLE = `($1::uuid is null or t.reseller_id = $1) and ($2::boolean or (c.phase <> 'QUOTED' and c.sent_on is not null))`
const scopeOf = ({ actor }: ReadUnit) => [actor.kind === 'RESELLER' ? actor.resellerId : null, isSelling(actor) || actor.kind === 'SYSTEM']

const FROM = `from contract c join tenant t on t.id = c.tenant_id where ${VISIBLE}
  and ($3::text[] is null or ${STATE_SHOWN} = any($3)) and ($4::uuid is null or c.tenant_id = $4) and ($5::uuid is null or c.seller_id = $5)
  and ($6::integer is null or (c.phase in ('IN_FORCE', 'TO_RENEW') and c.ends_on <= ($7::timestamptz at time zone t.time_zone)::date + $6))
  and ($8::text is null or c.quote_number ilike $8 or c.number ilike $8 or t.name_key like name_key($8))`

const SELECT = `select ${CONTRACT_COLUMNS}, ${STATE_SHOWN} as state ${FROM}`
const FAR = '9999-12-31'

/** The newest first, or those that end first. */
export async function listContracts(unit: ReadUnit, { filter, order = 'NEWEST', ...args }: PageArgs & { filter?: ContractFilter | null; order?: ContractOrder }): Promise<Page<ContractView>> {
  if (!mayReadContracts(unit.actor)) throw new Forbidden()
  const { states, tenantId, sellerId, endsWithinDays, search } = filter ?? {}
  const values = [...scopeOf(unit), states ?? null, tenantId ?? null, sellerId ?? null, endsWithinDays ?? null, unit.now, search?.trim() ? likeText(search.trim()) : null]
  if (order === 'NEWEST') {
    const rows = await unit.sql<ContractView>('contracts-newest', `${SELECT} and (c.created_at, c.id) < ($9::timestamptz, $10::uuid) order by c.created_at desc, c.id desc limit $11`, [...values, ...timeKeyOf(args), rowsFor(args)])
    return pageOf(rows, args, ({ createdAt, id }) => [createdAt.toISOString(), id])
  }
  const [day, after] = args.after ? decodePageKey(args.after, ['', '']) : ['0001-01-01', '00000000-0000-0000-0000-000000000000']
  const end = `case when c.phase in ('IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL') then c.ends_on else '${FAR}'::date end`
  const rows = await unit.sql<ContractView>('contracts-ending', `${SELECT} and (${end}, c.id) > ($9::date, $10::uuid) order by ${end}, c.id limit $11`, [...values, day, after, rowsFor(args)])
  return pageOf(rows, args, ({ phase, endsOn, id }) => [['IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL'].includes(phase) ? endsOn! : FAR, id])
}

const COUNTS = `select ${STATE_SHOWN} as state, count(*) as count from contract c join tenant t on t.id = c.tenant_id where ${VISIBLE} group by 1 order by 1`

export async function contractCounts(unit: ReadUnit): Promise<{ state: ContractState; count: number }[]> {
  if (!isSelling(unit.actor)) throw new Forbidden()
  return unit.sql('contract-counts', COUNTS, scopeOf(unit))
}

const BY_ID = `select ${CONTRACT_COLUMNS}, ${STATE_SHOWN} as state from contract c join tenant t on t.id = c.tenant_id where ${VISIBLE} and c.id = any($3)`

/** Those that the caller sees. */
export async function loadContracts(unit: ReadUnit, ids: readonly string[]): Promise<(ContractView | undefined)[]> {
  if (!mayReadContracts(unit.actor)) throw new Forbidden()
  const found = new Map((await unit.sql<ContractView>('contracts-by-id', BY_ID, [...scopeOf(unit), ids])).map(row => [row.id, row]))
  return ids.map(id => found.get(id))
}

/** For each contract the one that renews it; of several the latest that was not given up. */
export async function loadRenewals(unit: ReadUnit, ids: readonly string[]): Promise<(ContractView | undefined)[]> {
  const rows = await unit.sql<ContractView>('contract-renewals', `select ${CONTRACT_COLUMNS}, ${STATE_SHOWN} as state from contract c join tenant t on t.id = c.tenant_id
    where ${VISIBLE} and c.previous_id = any($3) and c.phase not in ('WITHDRAWN', 'LAPSED') order by c.created_at`, [...scopeOf(unit), ids])
  const found = new Map(rows.map(row => [row.previousId!, row]))
  return ids.map(id => found.get(id))
}

export interface ContractEventRow {
  id: string
  contractId: string
  at: Date
  day: string
  kind: ContractEventKind
  who: Who | null
  reason: string | null
  detail: { daysBefore?: number; scope?: 'PART' | 'WHOLE' }
}

const EVENTS = `select id, contract_id as "contractId", at, to_char(day, 'YYYY-MM-DD') as day, kind, who, reason, detail from contract_event where contract_id = any($1) order by at, id`

/** For each contract what happened to it, the oldest first. */
export async function loadContractEvents(unit: ReadUnit, ids: readonly string[]): Promise<ContractEventRow[][]> {
  const found = Map.groupBy(await unit.sql<ContractEventRow>('contract-events', EVENTS, [ids]), ({ contractId }) => contractId)
  return ids.map(id => found.get(id) ?? [])
}

export interface CommunicationRow {
  id: string
  contractId: string
  fileId: string
  signedBy: string
  receivedOn: string
  until: string
  acceptedAt: Date
  acceptedBy: Who
}

const COMMUNICATIONS = `
  select id, contract_id as "contractId", file_id as "fileId", signed_by as "signedBy", to_char(received_on, 'YYYY-MM-DD') as "receivedOn", to_char(until, 'YYYY-MM-DD') as until,
    accepted_at as "acceptedAt", accepted_by as "acceptedBy" from formal_communication where contract_id = any($1) order by accepted_at`

/** For each contract the latest. */
export async function loadCommunications(unit: ReadUnit, ids: readonly string[]): Promise<(CommunicationRow | undefined)[]> {
  const found = new Map((await unit.sql<CommunicationRow>('formal-communications', COMMUNICATIONS, [ids])).map(row => [row.contractId, row]))
  return ids.map(id => found.get(id))
}

/** All of a tenant's, with what decides about them: what verbs and dates are told from. */
export interface TenantContracts {
  tenant: TenantRow
  today: string
  book: ContractBook
  isSuspended: boolean
}

const HOLDS = `select tenant_id as "tenantId", kind, scope from service_hold where tenant_id = any($1) and lifted_at is null`

export async function loadTenantContracts(unit: ReadUnit, tenantIds: readonly string[]): Promise<TenantContracts[]> {
  const tenants = await loadTenants(unit, tenantIds)
  const holds = await unit.sql<Hold & { tenantId: string }>('contract-tenant-holds', HOLDS, [tenantIds])
  const rows = Map.groupBy(await unit.sql<ContractRow>('contract-books', `select ${CONTRACT_COLUMNS} from contract c where c.tenant_id = any($1) order by c.created_at, c.id`, [tenantIds]), ({ tenantId }) => tenantId)
  return tenantIds.map((id, i) => ({
    tenant: tenants[i]!, today: localDay(unit.now, tenants[i]!.timeZone), book: { isPublic: tenants[i]!.institution === 'PUBLIC', contracts: rows.get(id) ?? [] },
    isSuspended: holds.some(hold => hold.tenantId === id && hold.kind === 'CONTRACT'),
  }))
}

/** What the caller may do now. */
export const possibleFor = ({ actor }: ReadUnit, row: ContractRow, { book, today, isSuspended }: TenantContracts): ContractVerb[] =>
  possibleVerbs({ book, contract: row, today, isSuspended }).filter(verb => mayDo(actor, verb))

/** What is in force between a tenant and whoever sells to it; whoever asks has asked whether she may. */
export async function contractInForce(unit: ReadUnit, tenantId: string): Promise<InForce | undefined> {
  const row = (await contractsOf(unit, tenantId)).find(isInForce)
  return row && { contractId: row.id, endsOn: row.endsOn! }
}

