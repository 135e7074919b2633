import { NotFound } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMayRead, channelAccountsById } from '../account/channel-account.queries.ts'
import type { LinkState } from './link.entity.ts'
import type { LinkStart } from './link-target.ts'

export interface ChannelLinkRow extends Omit<LinkStart, 'tenantId' | 'kind'> {
  id: string
  name: string
  state: LinkState
  createdAt: Date
  version: number
  openedCount: number
}

const COLUMNS = `
  l.id, l.channel_account_id as "channelAccountId", l.name, l.token, l.text, l.page, l.state, l.created_at as "createdAt", l.version,
  (select coalesce(sum(d.opened), 0)::int from channel_link_day d where d.tenant_id = l.tenant_id and d.link_id = l.id) as "openedCount"`

/** The newest first. */
export async function linksOfAccount(unit: ReadUnit, channelAccountId: string): Promise<ChannelLinkRow[]> {
  assertMayRead(unit)
  if (!(await channelAccountsById(unit, [channelAccountId]))[0]) throw new NotFound('The channel')
  return unit.sql<ChannelLinkRow>('channel-links', `
    select ${COLUMNS} from channel_link l
    where l.tenant_id = $1 and l.channel_account_id = $2 and l.state <> 'DELETED' order by l.id desc`, [unit.tenantId, channelAccountId])
}

const NAMES = `select l.name from channel_link l join channel_account a on a.tenant_id = l.tenant_id and a.id = l.channel_account_id
  where l.tenant_id = $1 and l.state <> 'DELETED' and a.state <> 'REMOVED'`

/** Of the links by which people may come, each as often as it is one's. */
export const linkNames = async (unit: ReadUnit): Promise<string[]> =>
  (await unit.sql<{ name: string }>('channel-link-names', NAMES, [unit.tenantId])).map(({ name }) => name)

/** Loader. */
export async function channelLinksById(unit: ReadUnit, ids: readonly string[]): Promise<(ChannelLinkRow | undefined)[]> {
  const rows = await unit.sql<ChannelLinkRow>('channel-links-by-id', `
    select ${COLUMNS} from channel_link l where l.tenant_id = $1 and l.id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** What somebody who follows a link must be told or sent to. */
export interface FollowedLink extends LinkStart {
  id: string
  state: LinkState
  tenantName: string
  tenantLanguage: Language
}

/** For a platform unit: whoever follows a link is in no tenant. */
export async function linkByToken(unit: ReadUnit, token: string): Promise<FollowedLink | undefined> {
  return (await unit.sql<FollowedLink>('channel-link-by-token', `
    select l.id, l.tenant_id as "tenantId", l.channel_account_id as "channelAccountId", l.token, l.text, l.page, l.state,
      t.name as "tenantName", t.language as "tenantLanguage", a.kind
    from channel_link l join tenant t on t.id = l.tenant_id
      join channel_account a on a.tenant_id = l.tenant_id and a.id = l.channel_account_id
    where l.token = $1`, [token]))[0]
}
