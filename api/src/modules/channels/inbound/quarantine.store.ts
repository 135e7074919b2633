import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'

export interface NewQuarantined {
  channelAccountId: string
  deliveryId: string
  position: number
  reason: string
  raw: unknown
  receivedAt: Date
}

const MOST_REASON = 500

const PUT = `
  insert into quarantined_update (tenant_id, id, channel_account_id, delivery_id, position, reason, raw, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (tenant_id, delivery_id, position) do update set reason = excluded.reason, state = 'WAITING'`

/** Set aside with its reason; the others of its delivery go on. */
export async function quarantine(unit: Unit, { channelAccountId, deliveryId, position, reason, raw, receivedAt }: NewQuarantined): Promise<void> {
  const values = [unit.tenantId, newId(unit.now), channelAccountId, deliveryId, position, reason.slice(0, MOST_REASON), plainJson(raw), receivedAt]
  await unit.sql('quarantine-put', PUT, values)
}

/** What PostgreSQL takes as JSON: no null characters, no halves of characters, no bytes. */
function plainJson(raw: unknown): string {
  const text = JSON.stringify(raw, (_key, value: unknown) => (Buffer.isBuffer(value) || isBufferJson(value) ? '(bytes)' : value)) ?? 'null'
  return text.toWellFormed().replace(/\\u0000/g, '')
}

const isBufferJson = (value: unknown) => typeof value === 'object' && value !== null && (value as { type?: string }).type === 'Buffer'
