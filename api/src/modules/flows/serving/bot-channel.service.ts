import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { channelAccountsById } from '../../channels/index.ts'
import { IntervalsOverlap, overlappingWeekday, type OpeningInterval } from '../../tenancy/index.ts'
import type { Bot } from '../bots/bot.entity.ts'
import { botToChange } from '../bots/draft.ts'
import { approvalsOf } from '../golive/bot-approval.queries.ts'
import { missingForLine } from '../golive/checklist.ts'
import { GoLiveItemsMissing } from '../golive/golive.errors.ts'
import { BotChannel } from './bot-channel.entity.ts'
import { BotChannelTaken } from './bot-channel.errors.ts'
import type { ServedBots } from './served-bots.ts'
import { mayMeet, type BotChannelHours } from './serving-hours.ts'

const MOST_INTERVALS = 50

export interface Assignment {
  botId: string
  channelAccountId: string
  hours: BotChannelHours
  intervals: OpeningInterval[]
}

/** Which bot answers where. At any moment it is one at most. */
export class BotChannelService {
  readonly #served: Pick<ServedBots, 'forgetAfter'>

  constructor({ served }: { served: Pick<ServedBots, 'forgetAfter'> }) {
    this.#served = served
  }

  /** The id of the bot, or why not. */
  async assign(unit: Unit, typed: Assignment): Promise<string | BotChannelTaken | GoLiveItemsMissing | IntervalsOverlap | InvalidInput> {
    const bot = await botToChange(unit, typed.botId)
    const account = await accountOf(unit, typed.channelAccountId)
    const intervals = typed.hours === 'WEEKLY' ? typed.intervals.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })) : []
    const problem = hoursProblem(typed.hours, intervals)
      ?? (account.state === 'REMOVED' ? new InvalidInput('channelAccountId', 'The channel was removed.') : undefined)
    if (problem) return problem
    const there = await assignedTo(unit, account.id)
    const taken = there.find(other => other.botId !== bot.id && mayMeet(other, { hours: typed.hours, intervals }))
    if (taken) return new BotChannelTaken(taken.id)
    const mine = there.find(one => one.botId === bot.id)
    const missing = mine ? [] : await missingOn(unit, bot, account)
    if (missing.length > 0) return new GoLiveItemsMissing(missing)
    mine?.set({ hours: typed.hours, intervals }, unit.now)
    if (!mine) add(unit, { ...typed, intervals })
    unit.audit({ action: 'bot.assigned', targetType: 'bot', targetId: bot.id, detail: { name: bot.name, channel: account.name, hours: typed.hours, intervals } })
    this.#served.forgetAfter(unit)
    return bot.id
  }

  async unassign(unit: Unit, { botId, channelAccountId }: { botId: string; channelAccountId: string }): Promise<string> {
    const bot = await botToChange(unit, botId)
    const account = await accountOf(unit, channelAccountId)
    const mine = (await assignedTo(unit, channelAccountId)).find(one => one.botId === botId)
    if (!mine) return bot.id
    unit.em.remove(mine)
    unit.audit({ action: 'bot.unassigned', targetType: 'bot', targetId: bot.id, detail: { name: bot.name, channel: account.name } })
    this.#served.forgetAfter(unit)
    return bot.id
  }
}

async function accountOf(unit: Unit, id: string) {
  const [account] = await channelAccountsById(unit, [id])
  if (!account) throw new NotFound('The channel')
  return account
}

/** A bot that is not live is judged when it goes live. */
async function missingOn(unit: Unit, bot: Bot, { kind }: Awaited<ReturnType<typeof accountOf>>) {
  return bot.stage === 'LIVE' && kind === 'WHATSAPP' ? missingForLine(await approvalsOf(unit, unit.tenantId, bot.id)) : []
}

/** Under a lock of the channel: two bots that are assigned at once see each other. Bots that were put away give way. */
async function assignedTo(unit: Unit, channelAccountId: string): Promise<BotChannel[]> {
  const { em, tenantId } = unit
  await lock(unit, `bots on channel ${channelAccountId}`)
  const away = 'delete from bot_channel c using bot b where c.tenant_id = $1 and c.channel_account_id = $2 and b.tenant_id = c.tenant_id and b.id = c.bot_id and b.archived_at is not null'
  await unit.sql('bot-channels-away', away, [tenantId, channelAccountId])
  return em.find(BotChannel, { tenantId, channelAccountId }, { orderBy: { id: 'asc' } })
}

function add({ em, tenantId, now }: Unit, { botId, channelAccountId, hours, intervals }: Assignment) {
  em.create(BotChannel, { id: newId(now), tenantId, botId, channelAccountId, hours, intervals, changedAt: now })
}

function hoursProblem(hours: BotChannelHours, intervals: OpeningInterval[]): IntervalsOverlap | InvalidInput | undefined {
  if (hours !== 'WEEKLY') return undefined
  if (intervals.length < 1 || intervals.length > MOST_INTERVALS) return new InvalidInput('intervals', `Between 1 and ${MOST_INTERVALS}.`)
  const weekday = overlappingWeekday(intervals)
  return weekday && new IntervalsOverlap(weekday)
}
