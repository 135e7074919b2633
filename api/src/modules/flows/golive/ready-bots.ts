import type { Language } from '@botpro/graphql/flows'
import { Refusal } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { loadBots } from '../bots/bot.queries.ts'
import type { BotService } from '../bots/bot.service.ts'
import type { BotTemplates } from '../bots/bot-templates.ts'
import type { BotChannelService } from '../serving/bot-channel.service.ts'
import type { PublishingService } from '../versions/publishing.service.ts'
import type { GoLiveService } from './golive.service.ts'

interface Parts {
  bots: BotService
  templates: BotTemplates
  publishing: PublishingService
  golive: GoLiveService
  channels: BotChannelService
}

export interface ReadyBot {
  sector: string
  channelAccountId: string
  language: Language
  /** What is new in its first version, and why it went live. */
  note: string
}

const HAS_BOTS = 'select 1 from bot where tenant_id = $1 limit 1'

/** The bot of a sector, answering at once: for companies that are made to be looked at. */
export class ReadyBots {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Once: whoever has a bot, or had one, keeps what she has. */
  async begin(unit: Unit, { sector, channelAccountId, language, note }: ReadyBot): Promise<void> {
    const { bots, templates, channels } = this.#parts
    const template = templates.list().find(card => card.sector === sector)
    if (!template || (await unit.sql('bot-any', HAS_BOTS, [unit.tenantId])).length > 0) return
    const botId = done(await bots.create(unit, { template: template.key, language }))
    await this.#publish(unit, botId, note)
    done(await channels.assign(unit, { botId, channelAccountId, hours: 'ALWAYS', intervals: [] }))
    await this.#goLive(unit, botId, note)
    await unit.em.flush()
  }

  /** The tests of templates are run by the suite of the house: nobody need wait for them here. */
  async #publish(unit: Unit, botId: string, note: string): Promise<void> {
    const { draft, findings } = await this.#parts.publishing.lint(unit, botId)
    const reasons = findings.map(({ code }) => ({ code, reason: note }))
    done(await this.#parts.publishing.publish(unit, { botId, draftRevision: draft.draftRevision, note, reasons }, { draft, findings, tests: [], items: [] }))
    await unit.em.flush()
  }

  async #goLive(unit: Unit, botId: string, note: string): Promise<void> {
    const [bot] = await loadBots(unit, [botId])
    for (const stage of ['TEST', 'REVIEW', 'LIVE'] as const) done(await this.#parts.golive.move(unit, { botId, stage, note }, { draftRevision: bot!.draftRevision, items: [] }))
  }
}

function done<Result>(result: Result): Exclude<Result, Refusal> {
  if (result instanceof Refusal) throw new Error(`A ready bot could not be made: ${JSON.stringify(result)}`)
  return result as Exclude<Result, Refusal>
}
