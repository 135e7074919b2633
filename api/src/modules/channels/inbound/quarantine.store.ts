import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'

export interface NewQuarantined {
  channelAccountId: string
  deliveryId: string
  position: number
  /** Of how many updates; 0 where nothing of the delivery could be read. */
  among: number
  reason: string
  raw: unknown
  receivedAt: Date
}

const MOST_REASON = 500

const PUT = `
  insert into quarantined_update (tenant_id, id, channel_account_id, delivery_id, position, among, reason, raw, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (tenant_id, delivery_id, position) do update set among = excluded.among, reason = excluded.reason, raw = excluded.raw, state = 'WAITING'`

/** Set aside with its reason; the others of its delivery go on. */
export async function quarantine(unit: Unit, { channelAccountId, deliveryId, position, among, reason, raw, receivedAt }: NewQuarantined): Promise<void> {
  const values = [unit.tenantId, newId(unit.now), channelAccountId, deliveryId, position, among, reason.slice(0, MOST_REASON), plainJson(raw), receivedAt]
  await unit.sql('quarantine-put', PUT, values)
}

const STAYS = `update quarantined_update set reason = $3 where tenant_id = $1 and id = $2`

/** It was tried again and failed again, perhaps for another reason. */
export async function quarantineStays(unit: Unit, id: string, reason: string): Promise<void> {
  await unit.sql('quarantine-stays', STAYS, [unit.tenantId, id, reason.slice(0, MOST_REASON)])
}

const OVER = `
  update quarantined_update set state = $3 where tenant_id = $1 and state = 'WAITING' and (id = $2 or ($4 and delivery_id = (
    select delivery_id from quarantined_update where tenant_id = $1 and id = $2)))`

/** It waits no longer; nor, where `isAll`, do the others of its delivery. */
export async function quarantineOver(unit: Unit, id: string, { state, isAll = false }: { state: 'REPLAYED' | 'DISMISSED'; isAll?: boolean }): Promise<void> {
  await unit.sql('quarantine-over', OVER, [unit.tenantId, id, state, isAll])
}

/** Whether it is what was set aside, by what it says. */
export const isSetAside = (stored: unknown, raw: unknown): boolean => isDeepStrictEqual(stored, JSON.parse(plainJson(raw)))

/** What PostgreSQL takes as JSON: no null characters, no halves of characters, no bytes. */
function plainJson(raw: unknown): string {
  const text = JSON.stringify(raw, (_key, value: unknown) => (Buffer.isBuffer(value) || isBufferJson(value) ? '(bytes)' : value)) ?? 'null'
  return text.toWellFormed().replace(/\\u0000/g, '')
}

const isBufferJson = (value: unknown) => typeof value === 'object' && value !== null && (value as { type?: string }).type === 'Buffer'
