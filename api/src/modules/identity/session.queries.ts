import type { ReadUnit } from '../../platform/unit.ts'
import type { SessionFacts } from './workplace.ts'

const FACTS = `
  select s.id as "sessionId", s.user_id as "userId", u.name as "userName", s.tenant_id as "tenantId",
    s.support_until as "supportUntil", m.id as "memberId", m.name as "memberName", m.role,
    o.user_id is not null as "isOperator", r.reseller_id as "resellerId", s.last_used_at as "lastUsedAt"
  from session s
  join app_user u on u.id = s.user_id and u.disabled_at is null
  left join member m on m.tenant_id = s.tenant_id and m.user_id = s.user_id and m.disabled_at is null
  left join operator o on o.user_id = s.user_id
  left join lateral (
    select reseller_id from reseller_member
    where user_id = s.user_id and disabled_at is null order by id limit 1
  ) r on true
  where s.expires_at > $2 and s.last_used_at > $2::timestamptz - interval '14 days'`

/** Absolute is 90 days, set when the session begins; without use it ends after 14. */
export async function sessionByToken(unit: ReadUnit, tokenHash: Buffer): Promise<SessionFacts | undefined> {
  const [facts] = await unit.sql<SessionFacts>('session-by-token', `${FACTS} and s.token_hash = $1`, [
    tokenHash,
    unit.now,
  ])
  return facts
}

export const sessionsByIds = (unit: ReadUnit, ids: string[]): Promise<SessionFacts[]> =>
  unit.sql<SessionFacts>('sessions-by-ids', `${FACTS} and s.id = any($1::uuid[])`, [ids, unit.now])

export interface SessionRow {
  id: string
  createdAt: Date
  lastUsedAt: Date
  device: string
  address: string
  current: boolean
}

export async function listSessions(unit: ReadUnit, userId: string, currentId: string): Promise<SessionRow[]> {
  const quiet = new Date(unit.now.getTime() - 14 * 86_400_000)
  const rows = await unit.kysely.selectFrom('session')
    .select(['id', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'device', 'address'])
    .where('user_id', '=', userId).where('expires_at', '>', unit.now).where('last_used_at', '>', quiet)
    .orderBy('last_used_at', 'desc').limit(100).execute()
  return rows.map(row => ({ ...row, current: row.id === currentId }))
}
