import { newId } from '../../platform/ids.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { maySeeConnectors } from './connector.policy.ts'

export interface LoggedCall {
  connectorId: string
  operation: string
  code: string
  status?: number
  ms: number
  attempts: number
  isTest: boolean
}

export interface CallRow {
  id: string
  at: Date
  operation: string
  code: string
  status: number | null
  milliseconds: number
  attempts: number
  isTest: boolean
}

export const CALL_COLUMNS = 'id, at, operation, code, status, ms as milliseconds, attempts, is_test as "isTest"'

// The connector may have been deleted while its system was asked.
const INSERT = `
  insert into connector_call (tenant_id, id, connector_id, operation, at, code, status, ms, attempts, is_test)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 where exists (select from connector where tenant_id = $1 and id = $3)`

export async function logCall(unit: Unit, { connectorId, operation, code, status, ms, attempts, isTest }: LoggedCall): Promise<void> {
  const { tenantId, now } = unit
  await unit.sql('connector-call-log', INSERT, [tenantId, newId(now), connectorId, operation, now, code.slice(0, 60), status ?? null, ms, attempts, isTest])
}

const PAGE = `
  select ${CALL_COLUMNS} from connector_call
  where tenant_id = $1 and connector_id = $2 and (at, id) < ($3::timestamptz, $4::uuid) order by at desc, id desc limit $5`
const EXISTS = 'select id from connector where tenant_id = $1 and id = $2'

/** The newest first. */
export async function pageCalls(unit: ReadUnit, { connectorId, ...args }: PageArgs & { connectorId: string }): Promise<Page<CallRow>> {
  if (!maySeeConnectors(unit.actor)) throw new Forbidden()
  const [connector] = await unit.sql('connector-exists', EXISTS, [unit.tenantId, connectorId])
  if (!connector) throw new NotFound('The connector')
  const rows = await unit.sql<CallRow>('connector-calls', PAGE, [unit.tenantId, connectorId, ...timeKeyOf(args), rowsFor(args)])
  return pageOf(rows, args, ({ at, id }) => [at.toISOString(), id])
}

const USED_LATELY = `
  select from connector_call where tenant_id = $1 and connector_id = $2 and not is_test and ($3::text is null or operation = $3) and at > $4 limit 1`
const LATELY_MS = 14 * 86_400_000

/** Whether something but a trial called it. */
export async function wasCalledLately(unit: ReadUnit, { connectorId, operation }: { connectorId: string; operation?: string }): Promise<boolean> {
  const since = new Date(unit.now.getTime() - LATELY_MS)
  return (await unit.sql('connector-used-lately', USED_LATELY, [unit.tenantId, connectorId, operation ?? null, since])).length > 0
}

/** For a platform unit. */
export async function tidyCalls(unit: Unit): Promise<void> {
  await unit.sql('tidy-connector-calls', 'delete from connector_call where at < $1', [new Date(unit.now.getTime() - LATELY_MS)])
}
