import { Forbidden } from '../../../platform/errors.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { mayReadMetered, mayReadUsage } from './metering.policy.ts'
import { monthOf } from './month.ts'
import type { Initiator } from './session.store.ts'

export interface SessionCount {
  channelKind: string
  initiator: Initiator
  count: number
}

export interface ChargeCount {
  channelKind: string
  model: string
  type: string
  category: string
  market: string | null
  quantity: number
}

export interface Usage {
  month: string
  isClosed: boolean
  sessions: SessionCount[]
  charges: ChargeCount[]
}

export interface MeteredSession {
  id: string
  channelKind: string
  initiator: Initiator
  openedAt: Date
  units: number
  conversationId: string
}

const SESSIONS = `
  select channel_kind as "channelKind", initiator, sum(units)::int as count from metered_session
  where tenant_id = $1 and month = $2 group by 1, 2 order by 1, 2`

const CHARGES = `
  select channel_kind as "channelKind", model, type, category, market, sum(quantity)::int as quantity from provider_charge
  where tenant_id = $1 and month = $2 group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`

const CLOSED = 'select metering_open_month($1) > $2::date as "isClosed"'

/** What counts in the calendar month of a day. */
export async function usageOf(unit: ReadUnit, day: string): Promise<Usage> {
  if (!mayReadUsage(unit.actor)) throw new Forbidden()
  const month = monthOf(day)
  const values = [unit.tenantId, month]
  const [sessions, charges, [closed]] = await Promise.all([
    unit.sql<SessionCount>('usage-sessions', SESSIONS, values),
    unit.sql<ChargeCount>('usage-charges', CHARGES, values),
    unit.sql<{ isClosed: boolean }>('usage-closed', CLOSED, values),
  ])
  return { month, isClosed: closed!.isClosed, sessions, charges }
}

export interface SessionsAsked extends PageArgs {
  month: string
  channelKind?: string | null
  initiator?: Initiator | null
}

const PAGE = `
  select id, channel_kind as "channelKind", initiator, opened_at as "openedAt", units, conversation_id as "conversationId"
  from metered_session
  where tenant_id = $1 and month = $5 and ($6::text is null or channel_kind = $6) and ($7::text is null or initiator = $7)
    and (opened_at, id) < ($2, $3)
  order by opened_at desc, id desc limit $4`

/** One by one what the counts are made of, the newest first. */
export async function meteredSessions(unit: ReadUnit, asked: SessionsAsked): Promise<Page<MeteredSession>> {
  if (!mayReadMetered(unit.actor)) throw new Forbidden()
  const { month, channelKind = null, initiator = null } = asked
  const rows = await unit.sql<MeteredSession>('usage-metered', PAGE,
    [unit.tenantId, ...timeKeyOf(asked), rowsFor(asked), monthOf(month), channelKind, initiator])
  return pageOf(rows, asked, row => [row.openedAt.toISOString(), row.id])
}
