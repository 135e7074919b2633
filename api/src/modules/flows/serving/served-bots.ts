import type { Broadcast } from '../../../platform/broadcast.ts'
import { TenantAnswers } from '../../../platform/tenant-answers.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { businessCalendarOf, type BusinessCalendar } from '../../tenancy/index.ts'
import type { BotStanding } from '../run/published-bots.ts'
import { isServing, type ServingHours } from './serving-hours.ts'

export interface ServedBot {
  botId: string
  versionId: string
}

interface BotAt {
  channelAccountId: string
  botId: string
}

interface Served extends ServingHours, ServedBot {
  channelAccountId: string
}

interface Serving {
  bots: Served[]
  /** Read where a bot has hours. It is as fresh as the answer: a change of the company's hours counts within ten seconds. */
  calendar: BusinessCalendar | null
}

const SERVED = `
  select c.channel_account_id as "channelAccountId", c.hours, c.intervals, b.id as "botId", b.live_version_id as "versionId"
  from bot_channel c join bot b on b.tenant_id = c.tenant_id and b.id = c.bot_id
  where c.tenant_id = $1 and b.stage = 'LIVE' and b.archived_at is null`

/** Which bot answers on a channel. Every message asks, so it costs a statement only where something may have changed. */
export class ServedBots {
  readonly #answers: TenantAnswers<Serving>

  constructor(broadcast: Broadcast) {
    this.#answers = new TenantAnswers(broadcast, 'flows.served')
  }

  /** None where the tenant has no bot for it at this moment. */
  async for(unit: ReadUnit, channelAccountId: string, now: Date = unit.now): Promise<ServedBot | null> {
    const { bots, calendar } = await this.#answers.get(unit, () => serving(unit))
    const found = bots.find(bot => bot.channelAccountId === channelAccountId && (bot.hours === 'ALWAYS' || isServing(bot, calendar!, now)))
    return found ? { botId: found.botId, versionId: found.versionId } : null
  }

  /** Of one bot: whether it answers there now, will again in its hours, or is live there no more. As what is gone loses its runs, that is never taken from memory. */
  async standing(unit: ReadUnit, at: BotAt): Promise<BotStanding> {
    const remembered = standingAt(await this.#answers.get(unit, () => serving(unit)), at, unit.now)
    return remembered === 'GONE' ? standingAt(await serving(unit), at, unit.now) : remembered
  }

  forgetAfter(unit: Unit): void {
    this.#answers.forgetAfter(unit)
  }
}

function standingAt({ bots, calendar }: Serving, { channelAccountId, botId }: BotAt, now: Date): BotStanding {
  const found = bots.find(bot => bot.channelAccountId === channelAccountId && bot.botId === botId)
  if (!found) return 'GONE'
  return found.hours === 'ALWAYS' || isServing(found, calendar!, now) ? 'SERVES' : 'RESTS'
}

async function serving(unit: ReadUnit): Promise<Serving> {
  const bots = await unit.sql<Served>('bots-served', SERVED, [unit.tenantId])
  return { bots, calendar: bots.some(({ hours }) => hours !== 'ALWAYS') ? await businessCalendarOf(unit) : null }
}
