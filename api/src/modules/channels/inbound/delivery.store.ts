import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'

/** What a provider sent, as it sent it. */
export interface Delivery {
  id: string
  receivedAt: Date
  headers: Record<string, string>
  body: Buffer
  tries: number
  /** Its body is an update that was fetched afterwards, and no request. */
  isRead: boolean
}

export interface NewDelivery {
  channelAccountId: string
  /** Of what is fetched rather than sent: kept once. */
  key?: string
  headers: Record<string, string>
  body: Buffer
}

const STORE = `
  insert into channel_delivery (tenant_id, id, channel_account_id, received_at, key, headers, body)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, channel_account_id, key) where key is not null do nothing`

/** Keeps it; who works for the account is told after the commit. */
export async function storeDelivery(unit: Unit, { channelAccountId, key, headers, body }: NewDelivery): Promise<void> {
  const { tenantId, now } = unit
  await unit.sql('delivery-store', STORE, [tenantId, newId(now), channelAccountId, now, key ?? null, JSON.stringify(headers), body])
  unit.wake('channel', `${tenantId} ${channelAccountId}`)
}

// The bodies before one and with it are counted before any is fetched.
const WAITING = `
  with next as (
    select id, sum(octet_length(body)) over (order by id) as bytes, row_number() over (order by id) as place from (
      select id, body from channel_delivery where tenant_id = $1 and channel_account_id = $2 and processed_at is null order by id limit $3) as oldest)
  select d.id, d.received_at as "receivedAt", d.headers, d.body, d.tries, d.is_read as "isRead"
  from next join channel_delivery d on d.tenant_id = $1 and d.id = next.id
  where next.bytes <= $4 or next.place = 1 order by d.id`

/** Those to process next, the oldest first: one, and as many more as stay below so many bytes. */
export const waitingDeliveries = (
  unit: ReadUnit, { channelAccountId, most, mostBytes }: { channelAccountId: string; most: number; mostBytes: number },
): Promise<Delivery[]> => unit.sql<Delivery>('delivery-waiting', WAITING, [unit.tenantId, channelAccountId, most, mostBytes])

/** In the unit of the last of its updates, or in one of its own. */
export async function deliveryProcessed(unit: Unit, id: string): Promise<void> {
  await unit.sql('delivery-processed', 'update channel_delivery set processed_at = $3 where tenant_id = $1 and id = $2', [unit.tenantId, id, unit.now])
}

/** Everything of it is told again, as if it came now. */
export async function deliveryReopened(unit: Unit, id: string): Promise<void> {
  const text = `update channel_delivery set processed_at = null, tries = 0 where tenant_id = $1 and id = $2 returning channel_account_id as "channelAccountId"`
  const [row] = await unit.sql<{ channelAccountId: string }>('delivery-reopened', text, [unit.tenantId, id])
  if (row) unit.wake('channel', `${unit.tenantId} ${row.channelAccountId}`)
}

export async function deliveryTried(unit: Unit, id: string): Promise<void> {
  await unit.sql('delivery-tried', 'update channel_delivery set tries = tries + 1 where tenant_id = $1 and id = $2', [unit.tenantId, id])
}

export async function deliveryById(unit: ReadUnit, id: string): Promise<Delivery | undefined> {
  const text = 'select id, received_at as "receivedAt", headers, body, tries, is_read as "isRead" from channel_delivery where tenant_id = $1 and id = $2'
  return (await unit.sql<Delivery>('delivery-by-id', text, [unit.tenantId, id]))[0]
}

/** In a platform unit: those processed before a moment, and what was parked and never asked for. */
export async function pruneDeliveries(unit: Unit, before: Date): Promise<void> {
  await unit.sql('delivery-prune', `delete from channel_delivery d where processed_at < $1 and not exists (
    select from quarantined_update q where q.tenant_id = d.tenant_id and q.delivery_id = d.id and q.state = 'WAITING')`, [before])
  await unit.sql('parked-prune', 'delete from parked_update where at < $1', [before])
  await unit.sql('codes-prune', 'delete from outbound_message where address is not null and created_at < $1', [before])
}
