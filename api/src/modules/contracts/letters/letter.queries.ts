import { Forbidden } from '../../../platform/errors.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { tenantMeant } from '../../tenancy/index.ts'
import { mayReadContracts } from '../contract/contract.policy.ts'
import type { LetterKind } from './letter-kind.ts'

export interface LetterRow {
  id: string
  tenantId: string
  kind: LetterKind
  day: string
  language: Language
  title: string
  contractId: string | null
  recipients: string[]
  createdAt: Date
  storageKey: string | null
  size: number | null
  fileName: string
}

const COLUMNS = `id, tenant_id as "tenantId", kind, to_char(day, 'YYYY-MM-DD') as day, language, title, contract_id as "contractId", recipients, created_at as "createdAt",
  storage_key as "storageKey", size, content->>'fileName' as "fileName"`

const OF_TENANT = `
  select ${COLUMNS} from letter where tenant_id = $1 and (created_at, id) < ($2::timestamptz, $3::uuid) order by created_at desc, id desc limit $4`

/** The newest first. */
export async function listLetters(unit: ReadUnit, { tenantId, ...args }: PageArgs & { tenantId?: string | null }): Promise<Page<LetterRow>> {
  if (!mayReadContracts(unit.actor)) throw new Forbidden()
  const tenant = await tenantMeant(unit, tenantId)
  const rows = await unit.sql<LetterRow>('letters-of-tenant', OF_TENANT, [tenant.id, ...timeKeyOf(args), rowsFor(args)])
  return pageOf(rows, args, ({ createdAt, id }) => [createdAt.toISOString(), id])
}

const OF_CONTRACTS = `select ${COLUMNS} from letter where contract_id = any($1) order by created_at desc, id desc`

/** For each contract its letters, the newest first. */
export async function loadLettersOf(unit: ReadUnit, contractIds: readonly string[]): Promise<LetterRow[][]> {
  const found = Map.groupBy(await unit.sql<LetterRow>('letters-of-contracts', OF_CONTRACTS, [contractIds]), ({ contractId }) => contractId!)
  return contractIds.map(id => found.get(id) ?? [])
}

/** Whoever asks has to be asked whether it is hers. */
export const letterById = async (unit: ReadUnit, id: string): Promise<LetterRow | undefined> =>
  (await unit.sql<LetterRow>('letter-by-id', `select ${COLUMNS} from letter where id = $1`, [id]))[0]
