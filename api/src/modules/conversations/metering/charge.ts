import { lockShared } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ProviderCharge } from '../../channels/index.ts'
import { marketOf } from './market.ts'
import { closingLock } from './session.store.ts'

export interface NewCharge {
  channelAccountId: string
  /** By which the provider knows the message. */
  externalId: string
  /** Our own message, where it is known already. */
  messageId?: string
  /** As the provider dates what it told. */
  at: Date
  charge: ProviderCharge
  /** How many units; one message when left out. */
  quantity?: number
}

/** What a text message costs by: each segment is charged. */
export const SEGMENTS: ProviderCharge = { model: 'SEGMENT', type: 'regular', category: 'sms', isBillable: true }

const ABOUT = `
  select c.id as "conversationId", coalesce(p.phone, case when i.external_id ~ '^\\+?\\d{7,15}$' then i.external_id end) as phone
  from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
    join contact_identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
    join contact p on p.tenant_id = c.tenant_id and p.id = c.contact_id
  where m.tenant_id = $1 and m.id = $2
  union all select null, o.address from outbound_message o where o.tenant_id = $1 and o.message_id = $2 and o.address is not null`

// Of several that tell of one message the earliest counts, whichever came first; equal moments are decided too, so that no order matters.
const NOTE = `
  insert into provider_charge as known (tenant_id, channel_account_id, external_id, channel_kind, message_id, conversation_id,
    model, type, category, is_billable, market, quantity, at, month)
  select $1, a.id, $3, a.kind, $4, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz,
    greatest(date_trunc('month', $12::timestamptz at time zone t.time_zone)::date, metering_open_month($1))
  from channel_account a join tenant t on t.id = a.tenant_id where a.tenant_id = $1 and a.id = $2
  on conflict (tenant_id, channel_account_id, external_id) do update
    set model = excluded.model, type = excluded.type, category = excluded.category, is_billable = excluded.is_billable,
      quantity = excluded.quantity, at = excluded.at, month = excluded.month
    where known.month >= metering_open_month($1)
      and (excluded.at, excluded.model, excluded.type, excluded.category, excluded.is_billable, excluded.quantity)
        < (known.at, known.model, known.type, known.category, known.is_billable, known.quantity)`

// The first may have come before we knew which message of ours it was about.
const ABOUT_NOW = `
  update provider_charge set message_id = $4, conversation_id = $5, market = $6
  where tenant_id = $1 and channel_account_id = $2 and external_id = $3 and message_id is null and month >= metering_open_month($1)`

/** What the provider says a message cost: once a message, whichever status tells it, however often. What was invoiced stays. */
export async function noteCharge(unit: Unit, { channelAccountId, externalId, messageId, at, charge, quantity = 1 }: NewCharge): Promise<void> {
  const { model, type, category, isBillable } = charge
  const [about] = messageId ? await unit.sql<{ conversationId: string | null; phone: string | null }>('metering-charged', ABOUT, [unit.tenantId, messageId]) : []
  const named = [unit.tenantId, channelAccountId, externalId, about ? messageId : null, about?.conversationId ?? null]
  const market = marketOf(about?.phone ?? null, at)
  await Promise.all([
    lockShared(unit, closingLock(unit.tenantId)),
    unit.sql('metering-charge', NOTE, [...named, model, type, category, isBillable, market, quantity, at]),
    about && unit.sql('metering-charge-about', ABOUT_NOW, [...named, market]),
  ])
}
