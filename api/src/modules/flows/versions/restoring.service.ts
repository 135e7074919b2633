import type { BotContent } from '@botpro/graphql/flows'
import { NotFound } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Bot } from '../bots/bot.entity.ts'
import { InvalidBotFile } from '../bots/bot.errors.ts'
import { draftOf } from '../bots/bot.queries.ts'
import { isSame } from '../bots/canonical.ts'
import { replaceContent } from '../bots/content.store.ts'
import { readBotFile } from '../bots/document.ts'
import { botToChange } from '../bots/draft.ts'
import type { DraftNews } from '../bots/draft-news.ts'
import { loadVersions, versionContent } from './bot-version.queries.ts'
import { keepSnapshot } from './bot-version.store.ts'

export interface Replaced {
  botId: string
  /** The draft as it was before. */
  snapshotId: string
}

/** Makes a draft say something else as a whole, so that it can be undone. What serves customers stays. */
export class RestoringService {
  readonly #news: DraftNews

  constructor({ news }: { news: DraftNews }) {
    this.#news = news
  }

  async restore(unit: Unit, versionId: string): Promise<Replaced | InvalidInput> {
    const [version] = await loadVersions(unit, [versionId])
    if (!version) throw new NotFound('The version')
    const bot = await botToChange(unit, version.botId)
    const { content } = await versionContent(unit, versionId)
    const from = version.number ? `v${version.number}` : version.at.toISOString()
    const replaced = await this.#replace(unit, bot, content, `→ ${from}`)
    if (replaced instanceof InvalidInput) return new InvalidInput('versionId', replaced.message)
    unit.audit({ action: 'bot.version-restored', targetType: 'bot', targetId: bot.id, detail: { name: bot.name, number: version.number, versionId } })
    return replaced
  }

  async import(unit: Unit, { botId, file }: { botId: string; file: string }): Promise<Replaced | InvalidBotFile | InvalidInput> {
    const bot = await botToChange(unit, botId)
    const read = readBotFile(file)
    if (read instanceof InvalidBotFile) return read
    const { settings, flows, tests } = read
    const replaced = await this.#replace(unit, bot, { settings, flows, tests }, `→ ${read.name}`)
    if (replaced instanceof InvalidInput) return new InvalidInput('file', replaced.message)
    unit.audit({ action: 'bot.imported', targetType: 'bot', targetId: bot.id, detail: { name: bot.name, file: read.name, flows: flows.length } })
    return replaced
  }

  async #replace(unit: Unit, bot: Bot, content: BotContent, note: string): Promise<Replaced | InvalidInput> {
    const draft = await draftOf(unit, bot.id)
    if (isSame(draft.content, content)) return new InvalidInput('', 'The draft says the same already.')
    const snapshotId = await keepSnapshot(unit, { botId: bot.id, content: draft.content, note })
    await replaceContent(unit, bot, content)
    this.#news.tellAfter(unit, { botId: bot.id, kind: 'REPLACED', revision: bot.draftRevision })
    return { botId: bot.id, snapshotId }
  }
}
