import { memberIdOf } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Bot } from '../bots/bot.entity.ts'
import { draftOf, type Draft } from '../bots/bot.queries.ts'
import { botToChange } from '../bots/draft.ts'
import type { DraftNews } from '../bots/draft-news.ts'
import { errorsFirst, type Finding, type PublishingChecks, type TestResult } from '../bots/publishing-checks.ts'
import { keepApproval } from '../golive/bot-approval.store.ts'
import { mayOverride, missingForVersion, type GoLiveItem } from '../golive/checklist.ts'
import { GoLiveItemsMissing } from '../golive/golive.errors.ts'
import type { ServedBots } from '../serving/served-bots.ts'
import { BotHasErrors, BotIsNotLive, BotTestsFailing, ReasonsMissing } from './bot-version.errors.ts'
import { loadVersions } from './bot-version.queries.ts'
import { keepVersion, type AcceptedFinding, type TestFailure } from './bot-version.store.ts'

const MAX_TEXT = 500

export interface Publishing {
  botId: string
  draftRevision: number
  note: string
  reasons: { code: string; reason: string }[]
  overrideTests?: string | null
  /** Her word, for the company, for what the version says. */
  approvesContent?: boolean
  /** Why it serves at once although something is missing. */
  overrideReason?: string | null
}

/** A draft, and what was found in it. */
export interface CheckedDraft {
  draft: Draft
  findings: Finding[]
  tests: TestResult[]
  /** What LIVE needs, as it was when the draft was looked at. */
  items: GoLiveItem[]
}

export type PublishingRefusal = BotHasErrors | ReasonsMissing | BotTestsFailing | GoLiveItemsMissing | BotIsNotLive | ChangedMeanwhile | InvalidInput

/** Makes drafts versions, and says which version serves. */
export class PublishingService {
  readonly #checks: PublishingChecks
  readonly #news: DraftNews
  readonly #served: Pick<ServedBots, 'forgetAfter'>

  constructor({ checks, news, served }: { checks: PublishingChecks; news: DraftNews; served: Pick<ServedBots, 'forgetAfter'> }) {
    this.#checks = checks
    this.#news = news
    this.#served = served
  }

  async lint(unit: ReadUnit, botId: string): Promise<{ draft: Draft; findings: Finding[] }> {
    const draft = await draftOf(unit, botId)
    return { draft, findings: errorsFirst(await this.#checks.lint(unit, draft.content)) }
  }

  /** Asked while no unit is open: tests may take a while. */
  runTests({ content }: Draft): Promise<TestResult[]> {
    return this.#checks.runTests(content)
  }

  /** The id of the version, or why not. What was checked must be what is published. */
  async publish(unit: Unit, typed: Publishing, checked: CheckedDraft): Promise<string | PublishingRefusal> {
    const bot = await botToChange(unit, typed.botId)
    if (bot.draftRevision !== typed.draftRevision || checked.draft.draftRevision !== typed.draftRevision) return new ChangedMeanwhile()
    if (bot.archivedAt) return new InvalidInput('botId', 'The bot is put away: restore it first.')
    const decided = decide(typed, checked)
    if (!('accepted' in decided)) return decided
    const missing = bot.isLive() ? missingForVersion(checked.items, { approvesContent: typed.approvesContent === true, hasTestsOverride: decided.testsOverride !== null }) : []
    if (missing.length > 0 && !(decided.overrideReason && mayOverride(missing))) return new GoLiveItemsMissing(missing)
    const id = newId(unit.now)
    const number = bot.lastNumber + 1
    await keepVersion(unit, { id, botId: bot.id, number, content: checked.draft.content, ...decided })
    bot.publish(id)
    await keepPublishing(unit, bot, { versionId: id, approvesContent: typed.approvesContent === true, overrideReason: missing.length > 0 ? decided.overrideReason : null, missing })
    const { note, accepted, testsOverride, failedTests } = decided
    unit.audit({
      action: 'bot.published', targetType: 'bot', targetId: bot.id,
      detail: { name: bot.name, number, note, accepted, testsOverride, failedTests: failedTests.map(({ key }) => key), isLive: bot.isLive(), missing: missing.map(({ key }) => key), overrideReason: missing.length > 0 ? decided.overrideReason : null },
    })
    this.#news.tellAfter(unit, { botId: bot.id, kind: 'PUBLISHED', revision: bot.draftRevision })
    this.#served.forgetAfter(unit)
    return id
  }

  /** The way back when a new version is wrong: an older one serves, at once. */
  async use(unit: Unit, { versionId, reason }: { versionId: string; reason: string }): Promise<string | PublishingRefusal> {
    const [version] = await loadVersions(unit, [versionId])
    if (!version) throw new NotFound('The version')
    const bot = await botToChange(unit, version.botId)
    if (version.number === null) return new InvalidInput('versionId', 'It was never published: restore it, and publish.')
    if (!bot.isLive()) return new BotIsNotLive()
    const why = reason.trim()
    if (isWrong(why)) return new InvalidInput('reason', `Between 1 and ${MAX_TEXT} characters.`)
    bot.serve(versionId)
    unit.audit({ action: 'bot.version-used', targetType: 'bot', targetId: bot.id, detail: { name: bot.name, number: version.number, reason: why } })
    this.#served.forgetAfter(unit)
    return versionId
  }
}

interface Served {
  versionId: string
  approvesContent: boolean
  overrideReason: string | null
  missing: GoLiveItem[]
}

/** Who answers for the version: for its texts, where she says so, and for its serving at once, where it does. */
async function keepPublishing(unit: Unit, bot: Bot, { versionId, approvesContent, overrideReason, missing }: Served): Promise<void> {
  await unit.em.flush()
  const own = { botId: bot.id, versionId, side: 'TENANT' as const, memberId: memberIdOf(unit.actor) }
  if (approvesContent) await keepApproval(unit, unit.tenantId, { ...own, kind: 'ITEM_APPROVED', item: 'CONTENT_APPROVED' })
  if (bot.isLive()) await keepApproval(unit, unit.tenantId, { ...own, kind: 'VERSION_PUBLISHED', overrideReason, missing: missing.map(({ key }) => key) })
}

interface Decided {
  overrideReason: string | null
  note: string
  accepted: AcceptedFinding[]
  testsOverride: string | null
  failedTests: TestFailure[]
}

function decide(typed: Publishing, { findings, tests }: CheckedDraft): Decided | PublishingRefusal {
  const note = typed.note.trim()
  if (isWrong(note)) return new InvalidInput('note', `Between 1 and ${MAX_TEXT} characters.`)
  const errors = findings.filter(({ severity }) => severity === 'ERROR')
  if (errors.length) return new BotHasErrors(errors)
  const accepted = accept(findings, typed.reasons)
  if (!Array.isArray(accepted)) return accepted
  const failedTests = failuresOf(tests)
  const testsOverride = typed.overrideTests?.trim() || null
  if (testsOverride && testsOverride.length > MAX_TEXT) return new InvalidInput('overrideTests', `At most ${MAX_TEXT} characters.`)
  const overrideReason = typed.overrideReason?.trim() || null
  if (overrideReason && overrideReason.length > MAX_TEXT) return new InvalidInput('overrideReason', `At most ${MAX_TEXT} characters.`)
  if (failedTests.length && !testsOverride) return new BotTestsFailing(failedTests)
  return { note, accepted, failedTests, testsOverride: failedTests.length ? testsOverride : null, overrideReason }
}

function accept(warnings: Finding[], reasons: Publishing['reasons']): AcceptedFinding[] | ReasonsMissing | InvalidInput {
  const given = new Map(reasons.map(({ code, reason }) => [code, reason.trim()]))
  const long = reasons.findIndex(({ reason }) => reason.trim().length > MAX_TEXT)
  if (long >= 0) return new InvalidInput(`reasons.${long}.reason`, `At most ${MAX_TEXT} characters.`)
  const missing = warnings.filter(({ code }) => !given.get(code))
  if (missing.length) return new ReasonsMissing(missing)
  return [...Map.groupBy(warnings, ({ code }) => code)].map(([code, found]) => ({ code, count: found.length, reason: given.get(code)! }))
}

export const failuresOf = (tests: TestResult[]): TestFailure[] =>
  tests.filter(({ passed }) => !passed).map(({ key, name, message = '', difference = null }) => ({ key, name, message, difference }))

const isWrong = (text: string) => text.length < 1 || text.length > MAX_TEXT
