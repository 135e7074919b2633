import { Forbidden } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { ChannelState, WidgetSide, WidgetTexts } from './channel-account.entity.ts'
import { mayReadChannels } from './channel-account.policy.ts'
import type { ChannelKind } from '../channel-kind.ts'

export interface WebChannelRow {
  siteKey: string
  allowedOrigins: string[]
  color: string
  side: WidgetSide
  botName: string
  texts: WidgetTexts[]
  identitySecretLastFour: string | null
  note: string
  version: number
}

export interface AppChannelRow extends WebChannelRow {
  channelAccountId: string
}

export interface ChannelAccountRow {
  id: string
  kind: ChannelKind
  name: string
  state: ChannelState
  address: string | null
  createdAt: Date
  web: WebChannelRow | null
  app: AppChannelRow | null
}

const COLUMNS = `
  a.id, a.kind, a.name, a.state, p.address, a.created_at as "createdAt", a.version, w.site_key as "siteKey",
  w.allowed_origins as "allowedOrigins", w.color, w.side, w.bot_name as "botName", w.texts, w.note,
  w.identity_secret_last_four as "identitySecretLastFour"`
const FROM = `channel_account a
  left join web_channel w on w.tenant_id = a.tenant_id and w.channel_account_id = a.id
  left join provider_channel p on p.tenant_id = a.tenant_id and p.channel_account_id = a.id`

type Row = Omit<ChannelAccountRow, 'web' | 'app'> & WebChannelRow

const accountOf = ({ id, kind, name, state, address, createdAt, ...web }: Row): ChannelAccountRow =>
  ({ id, kind, name, state, address, createdAt, web: kind === 'WEB' ? web : null, app: kind === 'APP' ? { ...web, channelAccountId: id } : null })

export async function channelAccounts(unit: ReadUnit): Promise<ChannelAccountRow[]> {
  assertMayRead(unit)
  const text = `select ${COLUMNS} from ${FROM} where a.tenant_id = $1 order by a.created_at, a.id`
  return (await unit.sql<Row>('channel-accounts', text, [unit.tenantId])).map(accountOf)
}

/** On which people can write to the tenant. Asked by whoever may see what is said there. */
export async function liveChannelKinds(unit: ReadUnit): Promise<ChannelKind[]> {
  const text = `select distinct kind from channel_account where tenant_id = $1 and state = 'LIVE' order by kind`
  return (await unit.sql<{ kind: ChannelKind }>('channel-live-kinds', text, [unit.tenantId])).map(({ kind }) => kind)
}

/** Loader. */
export async function channelAccountsById(
  unit: ReadUnit, ids: readonly string[],
): Promise<(ChannelAccountRow | undefined)[]> {
  const text = `select ${COLUMNS} from ${FROM} where a.tenant_id = $1 and a.id = any($2::uuid[])`
  const rows = await unit.sql<Row>('channel-accounts-by-id', text, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, accountOf(row)]))
  return ids.map(id => byId.get(id))
}

/** A chat and the tenant it belongs to, found by its public name alone: for visitors, who are in no tenant yet. */
export interface Site {
  tenantId: string
  tenantName: string
  tenantLanguage: Language
  channelAccountId: string
  siteKey: string
  allowedOrigins: string[]
  color: string
  side: WidgetSide
  botName: string
  texts: WidgetTexts[]
  identitySecret: string | null
}

export const SITE_COLUMNS = `
  t.id as "tenantId", t.name as "tenantName", t.language as "tenantLanguage", w.site_key as "siteKey",
  w.channel_account_id as "channelAccountId", w.allowed_origins as "allowedOrigins", w.color, w.side,
  w.bot_name as "botName", w.texts, w.identity_secret as "identitySecret"`
export const SITE_FROM = '(web_channel w join tenant t on t.id = w.tenant_id)'
const SITE = `select ${SITE_COLUMNS} from ${SITE_FROM} where w.site_key = $1`

/** For a platform unit. */
export async function siteByKey(unit: ReadUnit, siteKey: string): Promise<Site | undefined> {
  return (await unit.sql<Site>('site-by-key', SITE, [siteKey]))[0]
}

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadChannels(unit.actor)) throw new Forbidden()
}
