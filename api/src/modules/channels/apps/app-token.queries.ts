import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { SITE_COLUMNS, SITE_FROM, type Site } from '../account/channel-account.queries.ts'

export interface AppTokenRow {
  id: string
  channelAccountId: string
  lastFour: string
  createdAt: Date
  createdById: string | null
  lastUsedAt: Date | null
  endsAt: Date | null
  revokedAt: Date | null
}

const MOST_SHOWN = 20

const TOKENS = `
  select t.id, t.channel_account_id as "channelAccountId", t.last_four as "lastFour", t.created_at as "createdAt",
    t.created_by as "createdById", t.last_used_at as "lastUsedAt", t.ends_at as "endsAt", t.revoked_at as "revokedAt"
  from unnest($2::uuid[]) as asked (id)
  cross join lateral (
    select * from app_token where tenant_id = $1 and channel_account_id = asked.id order by created_at desc, id desc limit ${MOST_SHOWN}
  ) t`

/** Loader: the tokens of each channel, the newest first. */
export async function appTokens(unit: ReadUnit, channelAccountIds: readonly string[]): Promise<AppTokenRow[][]> {
  const rows = await unit.sql<AppTokenRow>('app-tokens', TOKENS, [unit.tenantId, channelAccountIds])
  return channelAccountIds.map(id => rows.filter(row => row.channelAccountId === id))
}

/** The chat of an application, by the token that it shows. */
export interface AppSite extends Site {
  appTokenId: string
}

const BY_TOKEN = `
  select ${SITE_COLUMNS}, k.id as "appTokenId" from app_token k
  join ${SITE_FROM} on w.tenant_id = k.tenant_id and w.channel_account_id = k.channel_account_id
  where k.hash = $1 and k.revoked_at is null and (k.ends_at is null or k.ends_at > $2)`

/** For a platform unit: whoever shows a token is in no tenant yet. */
export async function appByTokenHash(unit: ReadUnit, hash: Buffer): Promise<AppSite | undefined> {
  return (await unit.sql<AppSite>('app-by-token', BY_TOKEN, [hash, unit.now]))[0]
}

const TOUCH = `
  update app_token set last_used_at = $3
  where tenant_id = $1 and id = $2 and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')`

/** To the minute, so that a crowd that arrives writes one row once. */
export async function touchAppToken(unit: Unit, { tenantId, appTokenId }: AppSite): Promise<void> {
  await unit.sql('app-token-touch', TOUCH, [tenantId, appTokenId, unit.now])
}
