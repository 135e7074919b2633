import type { ReadUnit } from '../../../platform/unit.ts'
import { businessCalendarOf, type OpeningInterval } from '../../tenancy/index.ts'
import { assertMaySeeBots } from '../bots/bot.queries.ts'
import { isServing, type BotChannelHours } from './serving-hours.ts'

export interface BotChannelRow {
  id: string
  botId: string
  botName: string
  channelAccountId: string
  hours: BotChannelHours
  intervals: OpeningInterval[]
  isAnswering: boolean
}

type Row = Omit<BotChannelRow, 'isAnswering'> & { isLive: boolean }

const ROWS = `
  select c.id, c.bot_id as "botId", b.name as "botName", c.channel_account_id as "channelAccountId", c.hours, c.intervals, b.stage = 'LIVE' as "isLive"
  from bot_channel c
    join bot b on b.tenant_id = c.tenant_id and b.id = c.bot_id
    join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
  where c.tenant_id = $1 and a.state <> 'REMOVED' and b.archived_at is null
  order by a.name, c.channel_account_id, b.name, c.id`

export async function listBotChannels(unit: ReadUnit): Promise<BotChannelRow[]> {
  assertMaySeeBots(unit)
  const rows = await unit.sql<Row>('bot-channels', ROWS, [unit.tenantId])
  const calendar = await businessCalendarOf(unit)
  return rows.map(({ isLive, ...row }) => ({ ...row, isAnswering: isLive && isServing(row, calendar, unit.now) }))
}

/** Loader: where each bot answers. */
export async function loadChannelsOfBots(unit: ReadUnit, botIds: readonly string[]): Promise<BotChannelRow[][]> {
  const byBot = Map.groupBy(await listBotChannels(unit), row => row.botId)
  return botIds.map(id => byBot.get(id) ?? [])
}

/** Loader. */
export async function loadBotChannels(unit: ReadUnit, ids: readonly string[]): Promise<(BotChannelRow | undefined)[]> {
  const byId = new Map((await listBotChannels(unit)).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}
