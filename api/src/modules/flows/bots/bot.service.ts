import type { BotContent, Language } from '@botpro/graphql/flows'
import { Forbidden } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { Bot } from './bot.entity.ts'
import { BotIsLive, BotSettingsChangedMeanwhile, InvalidBotFile } from './bot.errors.ts'
import { mayConfigureBots } from './bot.policy.ts'
import type { BotTemplates } from './bot-templates.ts'
import { isSame } from './canonical.ts'
import { writeFlows, writeTests } from './content.store.ts'
import { readBotFile, readSettings } from './document.ts'
import { botToChange, changeOf } from './draft.ts'
import { testDraft, type DraftNews } from './draft-news.ts'
import { newContent } from './new-bot.ts'

declare module '../../../platform/news.ts' {
  interface NewsItems {
    /** One more is in use, so that there are so many: whoever knows the tenant's plan may refuse by throwing. */
    'bot.added': { count: number }
  }
}

export const MOST_BOTS = 50
const MAX_NAME = 120
const MAX_DESCRIPTION = 1000

export interface NewBot {
  name?: string | null
  description?: string | null
  template?: string | null
  file?: string | null
  language: Language
}

interface Beginning {
  name: string
  description?: string
  content: BotContent
}

/** A company's bots. Each verb returns the id of the bot, or why not. */
export class BotService {
  readonly #templates: BotTemplates
  readonly #news: DraftNews

  constructor({ templates, news }: { templates: BotTemplates; news: DraftNews }) {
    this.#templates = templates
    this.#news = news
  }

  async create(unit: Unit, typed: NewBot): Promise<string | InvalidInput | InvalidBotFile> {
    if (!mayConfigureBots(unit.actor)) throw new Forbidden()
    const beginning = this.#beginning(typed)
    if (beginning instanceof InvalidInput || beginning instanceof InvalidBotFile) return beginning
    const name = (typed.name ?? beginning.name).trim()
    const description = (typed.description ?? beginning.description)?.trim() || null
    const problem = nameProblem(name, description) ?? await this.#roomProblem(unit)
    if (problem) return problem
    const bot = newBot(unit, { name, description, content: beginning.content })
    await unit.em.flush()
    await writeFlows(unit, bot.id, beginning.content.flows)
    await writeTests(unit, bot.id, beginning.content.tests)
    if (typed.template) await this.#templates.install(unit, typed.template)
    testDraft(unit, bot.id)
    unit.audit({ action: 'bot.created', targetType: 'bot', targetId: bot.id, detail: { name, template: typed.template ?? null, fromFile: Boolean(typed.file) } })
    return bot.id
  }

  async rename(unit: Unit, typed: { botId: string; name: string; description?: string | null }): Promise<string | InvalidInput> {
    const bot = await botToChange(unit, typed.botId)
    const [name, description] = [typed.name.trim(), typed.description?.trim() || null]
    const problem = nameProblem(name, description)
    if (problem) return problem
    bot.rename(name, description)
    unit.audit({ action: 'bot.renamed', targetType: 'bot', targetId: bot.id, detail: { name } })
    return bot.id
  }

  async archive(unit: Unit, botId: string): Promise<string | BotIsLive> {
    const bot = await botToChange(unit, botId)
    if (bot.isLive()) return new BotIsLive()
    if (bot.archivedAt) return bot.id
    bot.archive(unit.now)
    unit.audit({ action: 'bot.archived', targetType: 'bot', targetId: bot.id, detail: { name: bot.name } })
    return bot.id
  }

  async restore(unit: Unit, botId: string): Promise<string | InvalidInput> {
    const bot = await botToChange(unit, botId)
    if (!bot.archivedAt) return bot.id
    const problem = await this.#roomProblem(unit)
    if (problem) return problem
    bot.restore()
    unit.audit({ action: 'bot.restored', targetType: 'bot', targetId: bot.id, detail: { name: bot.name } })
    return bot.id
  }

  async saveSettings(unit: Unit, typed: { botId: string; revision: number; settings: unknown }) {
    const bot = await botToChange(unit, typed.botId)
    const settings = readSettings(typed.settings)
    if (settings instanceof InvalidInput) return settings
    if (bot.settingsRevision !== typed.revision)
      return new BotSettingsChangedMeanwhile({ id: bot.id, byId: bot.settingsChangedBy ?? null, at: bot.settingsChangedAt })
    if (isSame(settings, bot.settings)) return bot.id
    bot.set(settings, changeOf(unit))
    unit.audit({ action: 'bot.settings-saved', targetType: 'bot', targetId: bot.id, detail: { revision: bot.settingsRevision } })
    this.#news.tellAfter(unit, { botId: bot.id, kind: 'SETTINGS_SAVED', revision: bot.settingsRevision })
    return bot.id
  }

  #beginning({ template, file, language, name }: NewBot): Beginning | InvalidInput | InvalidBotFile {
    if (template && file != null) return new InvalidInput('file', 'Begin with a template or a file, not both.')
    if (!template && file == null) return { name: name ?? '', content: newContent(language) }
    const read = file != null ? readBotFile(file) : this.#templates.read(template!)
    if (!read) return new InvalidInput('template', 'There is no such template.')
    if (read instanceof InvalidBotFile) return read
    const { settings, flows, tests } = read
    return { name: read.name, description: read.description, content: { settings, flows, tests } }
  }

  /** Counted under a lock, so that two at once do not both take the last place. */
  async #roomProblem(unit: Unit): Promise<InvalidInput | undefined> {
    await lock(unit, `bots of ${unit.tenantId}`)
    const text = 'select count(*)::int as count from bot where tenant_id = $1 and archived_at is null'
    const [row] = await unit.sql<{ count: number }>('bot-count', text, [unit.tenantId])
    if (row!.count >= MOST_BOTS) return new InvalidInput('name', `At most ${MOST_BOTS} bots.`)
    await unit.tell('bot.added', { count: row!.count + 1 })
  }
}

function newBot(unit: Unit, { name, description, content }: { name: string; description: string | null; content: BotContent }): Bot {
  const { now, memberId } = changeOf(unit)
  return unit.em.create(Bot, {
    id: newId(now), tenantId: unit.tenantId, name, description, settings: content.settings, settingsRevision: 1, settingsChangedAt: now, settingsChangedBy: memberId,
    draftRevision: 1, draftChangedAt: now, draftChangedBy: memberId, stage: 'BUILD', lastNumber: 0, latestVersionId: null, liveVersionId: null,
    createdAt: now, createdBy: memberId, archivedAt: null,
  })
}

function nameProblem(name: string, description: string | null): InvalidInput | undefined {
  if (name.length < 1 || name.length > MAX_NAME) return new InvalidInput('name', `Between 1 and ${MAX_NAME} characters.`)
  if (description && description.length > MAX_DESCRIPTION) return new InvalidInput('description', `At most ${MAX_DESCRIPTION} characters.`)
}
