import { decodePageKey, pageOf, rowsFor, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { ChannelFailure } from '../adapters/update.ts'
import type { ChannelKind, ProviderKind } from '../channel-kind.ts'
import type { ChannelAlarmKind } from './channel-alarm.store.ts'
import type { ChannelTexts } from './provider-channel.entity.ts'
import { policiesVersionOf } from './policies.ts'

/** What is behind an account that a provider runs, as screens see it. */
export interface ProviderChannelRow {
  channelAccountId: string
  kind: ProviderKind
  hookKey: string
  settings: Record<string, string>
  lastFour: Record<string, string>
  sealed: string
  texts: ChannelTexts[]
  name: string | null
  quality: string | null
  checkedAt: Date | null
  problem: ChannelFailure | null
  stoppedAt: Date | null
  version: number
}

const BY_ACCOUNT = `
  select p.channel_account_id as "channelAccountId", p.kind, p.hook_key as "hookKey", p.settings, p.last_four as "lastFour", p.sealed, p.texts,
    p.provider_name as name, p.quality, p.checked_at as "checkedAt", p.problem, p.stopped_at as "stoppedAt", a.version
  from provider_channel p join channel_account a on a.tenant_id = p.tenant_id and a.id = p.channel_account_id
  where p.tenant_id = $1 and p.channel_account_id = any ($2::uuid[])`

/** Loader. */
export async function providerChannels(unit: ReadUnit, accountIds: readonly string[]): Promise<(ProviderChannelRow | undefined)[]> {
  const rows = await unit.sql<ProviderChannelRow>('provider-channels', BY_ACCOUNT, [unit.tenantId, accountIds])
  const byId = new Map(rows.map(row => [row.channelAccountId, row]))
  return accountIds.map(id => byId.get(id))
}

export interface PolicyAcceptanceRow {
  channelAccountId: string
  textVersion: string
  memberName: string
  at: Date
}

const ACCEPTED = `
  select distinct on (channel_account_id) channel_account_id as "channelAccountId", text_version as "textVersion", member_name as "memberName", at
  from policy_acceptance where tenant_id = $1 and channel_account_id = any ($2::uuid[]) order by channel_account_id, at desc`

/** Loader: the last acceptance. */
export async function policyAcceptances(unit: ReadUnit, accountIds: readonly string[]): Promise<(PolicyAcceptanceRow | undefined)[]> {
  const rows = await unit.sql<PolicyAcceptanceRow>('policy-acceptances', ACCEPTED, [unit.tenantId, accountIds])
  const byId = new Map(rows.map(row => [row.channelAccountId, row]))
  return accountIds.map(id => byId.get(id))
}

export interface ChannelTraffic {
  channelAccountId: string
  lastReceivedAt: Date | null
  lastSentAt: Date | null
  queued: number
  unprocessed: number
  quarantined: number
}

const TRAFFIC = `
  select p.channel_account_id as "channelAccountId",
    (select max(received_at) from channel_delivery d where d.tenant_id = p.tenant_id and d.channel_account_id = p.channel_account_id) as "lastReceivedAt",
    (select max(due_at) from outbound_message o where o.tenant_id = p.tenant_id and o.channel_account_id = p.channel_account_id and o.state = 'SENT') as "lastSentAt",
    (select count(*) from outbound_message o where o.tenant_id = p.tenant_id and o.channel_account_id = p.channel_account_id
      and o.state in ('QUEUED', 'SENDING'))::integer as queued,
    (select count(*) from channel_delivery d where d.tenant_id = p.tenant_id and d.channel_account_id = p.channel_account_id
      and d.processed_at is null)::integer as unprocessed,
    (select count(*) from quarantined_update q where q.tenant_id = p.tenant_id and q.channel_account_id = p.channel_account_id
      and q.state = 'WAITING')::integer as quarantined
  from provider_channel p where p.tenant_id = $1 and p.channel_account_id = any ($2::uuid[])`

/** Loader: what comes and goes. */
export async function channelTraffic(unit: ReadUnit, accountIds: readonly string[]): Promise<(ChannelTraffic | undefined)[]> {
  const rows = await unit.sql<ChannelTraffic>('channel-traffic', TRAFFIC, [unit.tenantId, accountIds])
  const byId = new Map(rows.map(row => [row.channelAccountId, row]))
  return accountIds.map(id => byId.get(id))
}

export interface ChannelAlarmRow {
  id: string
  channelAccountId: string
  kind: ChannelAlarmKind
  problem: ChannelFailure
  raisedAt: Date
}

const ALARMS = `
  select id, channel_account_id as "channelAccountId", kind, problem, raised_at as "raisedAt" from channel_alarm
  where tenant_id = $1 and channel_account_id = any ($2::uuid[]) and cleared_at is null order by raised_at desc, id desc`

/** Loader: those that are not over. */
export async function openAlarms(unit: ReadUnit, accountIds: readonly string[]): Promise<ChannelAlarmRow[][]> {
  const rows = await unit.sql<ChannelAlarmRow>('channel-alarms', ALARMS, [unit.tenantId, accountIds])
  const byAccount = Map.groupBy(rows, row => row.channelAccountId)
  return accountIds.map(id => byAccount.get(id) ?? [])
}

export interface QuarantinedRow {
  id: string
  channelAccountId: string
  deliveryId: string
  position: number
  among: number
  receivedAt: Date
  reason: string
  update: unknown
}

const QUARANTINED_COLUMNS = `id, channel_account_id as "channelAccountId", delivery_id as "deliveryId", position, among, received_at as "receivedAt", reason, raw as update`
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const QUARANTINED = `
  select ${QUARANTINED_COLUMNS} from quarantined_update
  where tenant_id = $1 and channel_account_id = $2 and state = 'WAITING' and id < $3 order by id desc limit $4`

/** The newest first. */
export async function quarantinedUpdates(unit: ReadUnit, channelAccountId: string, args: PageArgs): Promise<Page<QuarantinedRow>> {
  const [before] = args.after ? decodePageKey(args.after, ['']) : [LAST_ID]
  const rows = await unit.sql<QuarantinedRow>('quarantined', QUARANTINED, [unit.tenantId, channelAccountId, before, rowsFor(args)])
  return pageOf(rows, args, row => [row.id])
}

export async function lockQuarantined(unit: Unit, id: string): Promise<QuarantinedRow | undefined> {
  const text = `select ${QUARANTINED_COLUMNS} from quarantined_update where tenant_id = $1 and id = $2 and state = 'WAITING' for update`
  return (await unit.sql<QuarantinedRow>('quarantined-lock', text, [unit.tenantId, id]))[0]
}

export async function rememberPlace(unit: Unit, channelAccountId: string, place: string): Promise<void> {
  await unit.sql('mailbox-place', 'update provider_channel set place = $3 where tenant_id = $1 and channel_account_id = $2', [unit.tenantId, channelAccountId, place])
}

const PAUSE = `
  update provider_channel set paused_until = greatest(paused_until, $3) where tenant_id = $1 and channel_account_id = $2`

/** The provider asked for rest: whoever works for the account next keeps to it too. */
export async function pauseAccount(unit: Unit, channelAccountId: string, until: Date): Promise<void> {
  await unit.sql('provider-channel-pause', PAUSE, [unit.tenantId, channelAccountId, until])
}

/** Of some accounts, those for which no policies of their provider's are left to accept. */
export async function policiesSettled(unit: ReadUnit, accounts: readonly { id: string; kind: ChannelKind }[]): Promise<Set<string>> {
  const acceptances = await policyAcceptances(unit, accounts.map(({ id }) => id))
  return new Set(accounts.flatMap(({ id, kind }, index) => {
    const version = policiesVersionOf(kind)
    return version === null || acceptances[index]?.textVersion === version ? [id] : []
  }))
}
