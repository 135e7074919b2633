import { newId } from '../../../platform/ids.ts'
import { lockShared } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Opening } from './session.ts'

/** A session as it was counted, or taken back. */
export interface CountedSession {
  identityId: string
  conversationId: string
  channelKind: string
  initiator: Initiator
  openedAt: Date
  /** `YYYY-MM-DD`, the first day of the month in which it counts. */
  month: string
}

/** UIC: the contact began it. BIC: we did. */
export type Initiator = 'UIC' | 'BIC'

export const closingLock = (tenantId: string): string => `metering:${tenantId}`

const AT = 'coalesce(m.told_at, m.sent_at)'

const NEXT = `
  select m.id as "messageId", ${AT} as at from message m
  where m.tenant_id = $1 and m.identity_id = $2 and ${AT} >= $3
    and m.author <> 'SYSTEM' and m.notice is null and m.visibility = 'PUBLIC' and m.status <> 'FAILED'
  order by ${AT}, m.author <> 'CONTACT', m.id limit 1`

/** See `counts` and `inOrder`, which say the same of messages in memory. */
export async function nextCountable(unit: Unit, identityId: string, from: Date): Promise<Opening | undefined> {
  return (await unit.sql<Opening>('metering-next', NEXT, [unit.tenantId, identityId, from]))[0]
}

const STANDING = `
  (select message_id as "messageId", opened_at as at from metered_session
   where tenant_id = $1 and identity_id = $2 and opened_at < $3 group by 1, 2 having sum(units) > 0 order by 2 desc limit 1)
  union all
  (select message_id, opened_at from metered_session
   where tenant_id = $1 and identity_id = $2 and opened_at >= $3 group by 1, 2 having sum(units) > 0)
  order by at`

/** Those that stand: the last before a moment, and all from there on. */
export const standingSessions = (unit: Unit, identityId: string, from: Date): Promise<Opening[]> =>
  unit.sql<Opening>('metering-standing', STANDING, [unit.tenantId, identityId, from])

const TOLD = `returning identity_id as "identityId", conversation_id as "conversationId", channel_kind as "channelKind", initiator,
  opened_at as "openedAt", to_char(month, 'YYYY-MM-DD') as month`

// On WhatsApp only a template may begin; whatever else we write there answers somebody who wrote, in the window that she opened.
const OPEN = `
  with opening as (
    select m.id, m.identity_id, m.conversation_id, a.id as account_id, a.kind, ${AT} as at,
      case when m.author = 'CONTACT' or (a.kind = 'WHATSAPP' and m.content->>'kind' is distinct from 'TEMPLATE') then 'UIC' else 'BIC' end as initiator,
      greatest(date_trunc('month', ${AT} at time zone t.time_zone)::date, metering_open_month($1)) as month
    from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
      join channel_account a on a.tenant_id = m.tenant_id and a.id = c.channel_account_id
      join tenant t on t.id = m.tenant_id
    where m.tenant_id = $1 and m.id = any($2::uuid[])
  ), restored as (
    delete from metered_session s using opening o
    where s.tenant_id = $1 and s.message_id = o.id and s.units = -1 and s.month >= metering_open_month($1)
    returning s.*
  ), added as (
    insert into metered_session (tenant_id, id, identity_id, conversation_id, channel_account_id, channel_kind, message_id, initiator, opened_at, month, units)
    select $1, ids.id, o.identity_id, o.conversation_id, o.account_id, o.kind, o.id, o.initiator, o.at, o.month, 1
    from unnest($2::uuid[], $3::uuid[]) as ids (message_id, id) join opening o on o.id = ids.message_id
    where o.id not in (select message_id from restored)
    on conflict (tenant_id, message_id, month) do nothing returning *
  ), latest as (
    update thread set session_opened_at = $5 where tenant_id = $1 and identity_id = $4
  )
  select identity_id as "identityId", conversation_id as "conversationId", channel_kind as "channelKind", initiator,
    opened_at as "openedAt", to_char(month, 'YYYY-MM-DD') as month
  from (select * from restored union all select * from added) counted order by opened_at`

export interface NewSessions {
  identityId: string
  opened: readonly Opening[]
  latest: Opening | undefined
}

/** Sent together: what the second sees was committed before the lock was won. No month is closed while this unit lasts. */
export async function openSessions(unit: Unit, { identityId, opened, latest }: NewSessions): Promise<CountedSession[]> {
  const ids = opened.map(({ messageId }) => messageId)
  const [, counted] = await Promise.all([
    lockShared(unit, closingLock(unit.tenantId)),
    unit.sql<CountedSession>('metering-open', OPEN,
      [unit.tenantId, ids, ids.map(() => newId(unit.now)), identityId, latest?.at ?? null]),
  ])
  return counted
}

const UNCOUNT = `delete from metered_session
  where tenant_id = $1 and message_id = any($2::uuid[]) and units = 1 and month >= metering_open_month($1) ${TOLD}`

// What is left of them was invoiced.
const TAKE_BACK = `
  insert into metered_session (tenant_id, id, identity_id, conversation_id, channel_account_id, channel_kind, message_id, initiator, opened_at, month, units)
  select s.tenant_id, ids.id, s.identity_id, s.conversation_id, s.channel_account_id, s.channel_kind, s.message_id, s.initiator, s.opened_at,
    metering_open_month($1), -1
  from unnest($2::uuid[], $3::uuid[]) as ids (message_id, id) cross join lateral (
    select * from metered_session where tenant_id = $1 and message_id = ids.message_id and units = 1 order by month desc limit 1
  ) s
  where (select sum(units) from metered_session where tenant_id = $1 and message_id = ids.message_id) > 0
  ${TOLD}`

/** They were none, as is known now. What was invoiced stays, and is taken back in the month that is open. */
export async function withdrawSessions(unit: Unit, withdrawn: readonly Opening[]): Promise<CountedSession[]> {
  if (withdrawn.length === 0) return []
  const ids = withdrawn.map(({ messageId }) => messageId)
  const [, uncounted, takenBack] = await Promise.all([
    lockShared(unit, closingLock(unit.tenantId)),
    unit.sql<CountedSession>('metering-uncount', UNCOUNT, [unit.tenantId, ids]),
    unit.sql<CountedSession>('metering-take-back', TAKE_BACK, [unit.tenantId, ids, ids.map(() => newId(unit.now))]),
  ])
  return [...uncounted, ...takenBack]
}
