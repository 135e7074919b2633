import { sha256 } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'

declare module '../../platform/unit.ts' {
  interface JobPayloads {
    'payments.take-callback': { tenantId: string; callbackId: string }
  }
}

const STORE = `
  insert into payment_callback (tenant_id, id, digest, body, received_at, external_id) values ($1, $2, $3, $4, $5, $6)
  on conflict do nothing returning id`

/** As it came; the same again is there already, and nothing more comes of it. */
export async function storeCallback(unit: Unit, body: Buffer, externalId: string | null): Promise<void> {
  const [stored] = await unit.sql<{ id: string }>('payment-callback-store', STORE, [unit.tenantId, newId(unit.now), sha256(body), body, unit.now, externalId])
  if (stored) enqueue(unit, stored.id)
}

export const enqueue = (unit: Unit, callbackId: string, tenantId = unit.tenantId) =>
  unit.enqueue('payments.take-callback', { tenantId, callbackId }, { jobKey: `payments.take-callback:${callbackId}` })

const HOLD = 'select body from payment_callback where tenant_id = $1 and id = $2 and processed_at is null for update'

/** Undefined where it was taken already. */
export async function holdCallback(unit: Unit, id: string): Promise<Buffer | undefined> {
  return (await unit.sql<{ body: Buffer }>('payment-callback-hold', HOLD, [unit.tenantId, id]))[0]?.body
}

const UNTAKEN = 'select body from payment_callback where tenant_id = $1 and processed_at is null order by received_at limit 1000'

/** What came a moment ago, and no job has taken yet. */
export async function untakenCallbacks(unit: ReadUnit): Promise<Buffer[]> {
  return (await unit.sql<{ body: Buffer }>('payment-callbacks-untaken', UNTAKEN, [unit.tenantId])).map(({ body }) => body)
}

const TAKEN = 'update payment_callback set processed_at = $3, payment_id = $4 where tenant_id = $1 and id = $2'

export async function callbackTaken(unit: Unit, id: string, paymentId: string | null): Promise<void> {
  await unit.sql('payment-callback-taken', TAKEN, [unit.tenantId, id, unit.now, paymentId])
}

const REOPEN = `
  update payment_callback set processed_at = null
  where tenant_id = $1 and external_id = $2 and processed_at is not null and payment_id is null returning id`

export async function reopenCallbacks(unit: Unit, externalId: string): Promise<void> {
  for (const { id } of await unit.sql<{ id: string }>('payment-callbacks-reopen', REOPEN, [unit.tenantId, externalId])) enqueue(unit, id)
}

export interface UnknownCallback {
  id: string
  receivedAt: Date
  body: string
}

const UNKNOWN = `
  select id, received_at as "receivedAt", body from payment_callback
  where tenant_id = $1 and processed_at is not null and payment_id is null order by received_at desc limit 50`
const MOST_SHOWN = 2000

export async function unknownCallbacks(unit: ReadUnit): Promise<UnknownCallback[]> {
  const rows = await unit.sql<{ id: string; receivedAt: Date; body: Buffer }>('payment-callbacks-unknown', UNKNOWN, [unit.tenantId])
  return rows.map(row => ({ ...row, body: row.body.toString('utf8').toWellFormed().slice(0, MOST_SHOWN) }))
}
