import { memberIdOf } from '../../../platform/actor.ts'
import { NotFound } from '../../../platform/errors.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Bot, BotStage } from '../bots/bot.entity.ts'
import { loadBots, type Draft } from '../bots/bot.queries.ts'
import { botToChange } from '../bots/draft.ts'
import type { Finding, TestResult } from '../bots/publishing-checks.ts'
import type { ServedBots } from '../serving/served-bots.ts'
import type { PublishingService } from '../versions/publishing.service.ts'
import { approvalsOf } from './bot-approval.queries.ts'
import { keepApproval } from './bot-approval.store.ts'
import { checklist, isByHand, isForward, isNext, mayOverride, missingFor, sideOf, type Approvals, type GoLiveFacts, type GoLiveItem, type GoLiveItemKey } from './checklist.ts'
import { draftFacts, isPublished, worldOf } from './golive-facts.ts'
import { GoLiveItemsMissing, NothingPublished } from './golive.errors.ts'

const MAX_TEXT = 500

export interface StageMove {
  botId: string
  stage: BotStage
  note?: string | null
  overrideReason?: string | null
}

/** What the checklist is made of, of one moment. */
interface Seen {
  draft: Draft
  findings: Finding[]
  approvals: Approvals
  facts: Pick<GoLiveFacts, 'channels' | 'staff' | 'isPublished' | 'latestVersionId'>
}

/** A checklist, and of which draft. */
export interface Checklist {
  draftRevision: number
  items: GoLiveItem[]
}

export type MoveRefusal = GoLiveItemsMissing | NothingPublished | ChangedMeanwhile | InvalidInput

/** How far a bot is, and what it still needs. */
export class GoLiveService {
  readonly #publishing: PublishingService
  readonly #served: Pick<ServedBots, 'forgetAfter'>

  constructor({ publishing, served }: { publishing: PublishingService; served: Pick<ServedBots, 'forgetAfter'> }) {
    this.#publishing = publishing
    this.#served = served
  }

  /** Everything that the database says. */
  async look(unit: ReadUnit, botId: string): Promise<Seen> {
    const { draft, findings } = await this.#publishing.lint(unit, botId)
    const [bot] = await loadBots(unit, [botId])
    if (!bot) throw new NotFound('The bot')
    const { latestVersionId } = bot
    const facts = { ...await worldOf(unit, botId), latestVersionId, isPublished: await isPublished(unit, draft, latestVersionId) }
    return { draft, findings, facts, approvals: await approvalsOf(unit, unit.tenantId, botId) }
  }

  /** Asked while no unit is open: tests may take a while. */
  async checklist({ draft, findings, facts, approvals }: Seen): Promise<Checklist & { tests: TestResult[] }> {
    const tests = await this.#publishing.runTests(draft)
    const items = checklist({ ...facts, ...draftFacts({ draft, findings, tests }) }, approvals)
    return { items, draftRevision: draft.draftRevision, tests }
  }

  /** The id of the bot, or why not. */
  async move(unit: Unit, typed: StageMove, seen: Checklist): Promise<string | MoveRefusal> {
    const bot = await botToChange(unit, typed.botId)
    const { stage: from } = bot
    const [note, overrideReason] = [typed.note?.trim() || null, typed.overrideReason?.trim() || null]
    const problem = moveProblem(bot, typed.stage, { note, overrideReason })
    if (problem) return problem
    const missing = isForward(from, typed.stage) ? missingFor(typed.stage, seen.items) : []
    if (isForward(from, typed.stage) && bot.draftRevision !== seen.draftRevision) return new ChangedMeanwhile()
    if (missing.length && !(overrideReason && mayOverride(missing))) return new GoLiveItemsMissing(missing)
    bot.move(typed.stage)
    await unit.em.flush()
    const told = { note, overrideReason: missing.length ? overrideReason : null, missing: missing.map(({ key }) => key) }
    await keepApproval(unit, unit.tenantId, {
      botId: bot.id, kind: 'STAGE_MOVED', fromStage: from, toStage: typed.stage, versionId: bot.latestVersionId ?? null, side: 'TENANT',
      memberId: memberIdOf(unit.actor), ...told,
    })
    unit.audit({ action: 'bot.stage-moved', targetType: 'bot', targetId: bot.id, detail: { name: bot.name, from, to: typed.stage, ...told } })
    this.#served.forgetAfter(unit)
    return bot.id
  }

  async approve(unit: Unit, typed: { botId: string; item: GoLiveItemKey; isDone: boolean; note?: string | null }): Promise<string | InvalidInput> {
    const bot = await botToChange(unit, typed.botId)
    const note = typed.note?.trim() || null
    if (sideOf(typed.item) !== 'TENANT' || !isByHand(typed.item)) return new InvalidInput('item', 'It is not the company’s to approve by hand.')
    if (!bot.latestVersionId) return new InvalidInput('botId', 'Nothing is published that could be approved.')
    if (note && note.length > MAX_TEXT) return new InvalidInput('note', `At most ${MAX_TEXT} characters.`)
    await keepApproval(unit, unit.tenantId, {
      botId: bot.id, kind: typed.isDone ? 'ITEM_APPROVED' : 'ITEM_WITHDRAWN', item: typed.item, versionId: bot.latestVersionId, side: 'TENANT',
      memberId: memberIdOf(unit.actor), note,
    })
    unit.audit({ action: typed.isDone ? 'bot.item-approved' : 'bot.item-withdrawn', targetType: 'bot', targetId: bot.id, detail: { name: bot.name, item: typed.item, note } })
    return bot.id
  }
}

function moveProblem(bot: Bot, to: BotStage, { note, overrideReason }: { note: string | null; overrideReason: string | null }): NothingPublished | InvalidInput | undefined {
  if (bot.archivedAt) return new InvalidInput('botId', 'The bot is put away: restore it first.')
  if (bot.stage === to) return new InvalidInput('stage', 'The bot is there already.')
  if (isForward(bot.stage, to) && !isNext(bot.stage, to)) return new InvalidInput('stage', 'One stage after the other.')
  if (to === 'LIVE' && !bot.latestVersionId) return new NothingPublished()
  if (note && note.length > MAX_TEXT) return new InvalidInput('note', `At most ${MAX_TEXT} characters.`)
  if (overrideReason && overrideReason.length > MAX_TEXT) return new InvalidInput('overrideReason', `At most ${MAX_TEXT} characters.`)
}
