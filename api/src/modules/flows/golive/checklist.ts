import { botStages, type BotStage } from '../bots/bot.entity.ts'
import type { BotApprovalRow } from './bot-approval.queries.ts'

export type GoLiveSide = 'TENANT' | 'BOTPRO'
export type GoLiveItemKey =
  | 'FLOWS_DRAWN' | 'LINT_CLEAN' | 'VERSION_PUBLISHED' | 'TESTS_GREEN' | 'CHANNELS_LIVE' | 'POLICIES_ACCEPTED' | 'QUEUE_STAFFED'
  | 'CONTENT_APPROVED' | 'DESIGN_REVIEWED' | 'LINES_CERTIFIED'

export interface GoLiveItem {
  key: GoLiveItemKey
  side: GoLiveSide
  neededFor: BotStage
  isDone: boolean
  isByHand: boolean
  /** Whether the company may go on without it and say why. */
  canOverride: boolean
  /** Names of what is still missing. */
  missing: string[]
  /** Names of what it rests on. */
  found: string[]
  approval: BotApprovalRow | null
}

/** What is so with a bot at a moment. */
export interface GoLiveFacts {
  begunFlows: number
  lintErrors: string[]
  isPublished: boolean
  latestVersionId: string | null
  testCount: number
  failedTests: string[]
  channels: { name: string; isLive: boolean; isAccepted: boolean; isLine: boolean }[]
  /** Who may answer what is handed over, whatever queue it waits in. */
  staff: string[]
}

/** The newest word on each item that people approve. */
export type Approvals = ReadonlyMap<GoLiveItemKey, BotApprovalRow>

interface Rule {
  side: GoLiveSide
  neededFor: BotStage
  /** What is missing; `true` where it has no name. Items approved by hand have none. */
  missing?: (facts: GoLiveFacts) => string[] | boolean
  /** Whom or what it rests on, where people want to know. */
  found?: (facts: GoLiveFacts) => string[]
  /** Where no reason of the company's stands for it. */
  binds?: (facts: GoLiveFacts) => boolean
}

const RULES: Record<GoLiveItemKey, Rule> = {
  FLOWS_DRAWN: { side: 'TENANT', neededFor: 'TEST', missing: ({ begunFlows }) => begunFlows === 0 },
  LINT_CLEAN: { side: 'TENANT', neededFor: 'TEST', missing: ({ lintErrors }) => [...new Set(lintErrors)] },
  TESTS_GREEN: { side: 'TENANT', neededFor: 'REVIEW', missing: ({ testCount, failedTests }) => (testCount === 0 ? true : failedTests) },
  VERSION_PUBLISHED: { side: 'TENANT', neededFor: 'REVIEW', missing: ({ isPublished }) => !isPublished },
  CHANNELS_LIVE: { side: 'TENANT', neededFor: 'LIVE', missing: ({ channels }) => (channels.length ? channels.filter(one => !one.isLive).map(nameOf) : true) },
  POLICIES_ACCEPTED: { side: 'TENANT', neededFor: 'LIVE', missing: ({ channels }) => channels.filter(one => !one.isAccepted).map(nameOf) },
  QUEUE_STAFFED: { side: 'TENANT', neededFor: 'LIVE', missing: ({ staff }) => staff.length === 0, found: ({ staff }) => staff },
  CONTENT_APPROVED: { side: 'TENANT', neededFor: 'LIVE' },
  DESIGN_REVIEWED: { side: 'BOTPRO', neededFor: 'LIVE' },
  // A line that breaks the provider's rules may be lost for ever; a site is the company's own.
  LINES_CERTIFIED: { side: 'BOTPRO', neededFor: 'LIVE', binds: ({ channels }) => channels.some(({ isLine }) => isLine) },
}

const NOTHING_SEEN: GoLiveFacts = { begunFlows: 0, lintErrors: [], isPublished: false, latestVersionId: null, testCount: 0, failedTests: [], channels: [], staff: [] }

const nameOf = ({ name }: { name: string }) => name

export const goLiveItemKeys = Object.keys(RULES) as GoLiveItemKey[]
export const sideOf = (key: GoLiveItemKey): GoLiveSide => RULES[key].side
export const isByHand = (key: GoLiveItemKey): boolean => !RULES[key].missing

export const checklist = (facts: GoLiveFacts, approvals: Approvals): GoLiveItem[] => goLiveItemKeys.map(key => itemOf(key, facts, approvals))

function itemOf(key: GoLiveItemKey, facts: GoLiveFacts, approvals: Approvals): GoLiveItem {
  const { side, neededFor, missing, found, binds } = RULES[key]
  const lacking = missing?.(facts) ?? !isApproved(key, facts, approvals)
  const names = Array.isArray(lacking) ? lacking : []
  const isDone = Array.isArray(lacking) ? lacking.length === 0 : !lacking
  return { key, side, neededFor, isDone, isByHand: !missing, canOverride: !binds?.(facts), missing: names, found: found?.(facts) ?? [], approval: !missing && isDone ? approvals.get(key)! : null }
}

const LINE = { name: '', isLive: true, isAccepted: true, isLine: true }

/** BotPro's own part, which follows from its word alone; `hasLine`: the bot answers on a WhatsApp line, or is to. */
export const botProPart = (hasLine: boolean, approvals: Approvals): GoLiveItem[] =>
  checklist({ ...NOTHING_SEEN, channels: hasLine ? [LINE] : [] }, approvals).filter(({ side }) => side === 'BOTPRO')

/** What a live bot lacks before it may answer on a line too. */
export const missingForLine = (approvals: Approvals): GoLiveItem[] =>
  botProPart(true, approvals).filter(({ isDone, canOverride }) => !isDone && !canOverride)

/** What the bot says was read in the version that was the newest then: another one is to be read anew. BotPro's word stays. */
function isApproved(key: GoLiveItemKey, { latestVersionId }: GoLiveFacts, approvals: Approvals): boolean {
  const approval = approvals.get(key)
  if (approval?.kind !== 'ITEM_APPROVED') return false
  return RULES[key].side === 'BOTPRO' || (latestVersionId !== null && approval.versionId === latestVersionId)
}

const rank = (stage: BotStage): number => botStages.indexOf(stage)

export const isForward = (from: BotStage, to: BotStage): boolean => rank(to) > rank(from)

/** One stage after the other. */
export const isNext = (from: BotStage, to: BotStage): boolean => rank(to) === rank(from) + 1

/** What a stage needs and is not there, what the stages before it need included. */
export const missingFor = (stage: BotStage, items: GoLiveItem[]): GoLiveItem[] =>
  items.filter(({ isDone, neededFor }) => !isDone && rank(neededFor) <= rank(stage))

/** What is published says the same as itself; that its tests fail, or that its linter found something, was asked already. */
const ASKED_BY_PUBLISHING: ReadonlySet<GoLiveItemKey> = new Set(['VERSION_PUBLISHED', 'LINT_CLEAN'])

interface PublishedAs {
  approvesContent: boolean
  hasTestsOverride: boolean
}

/** What a version that serves at once would lack: all that LIVE needs, judged anew, the company's word for its texts included. */
export const missingForVersion = (items: GoLiveItem[], { approvesContent, hasTestsOverride }: PublishedAs): GoLiveItem[] =>
  items.filter(({ key, isDone, missing }) => {
    if (key === 'CONTENT_APPROVED') return !approvesContent
    if (key === 'TESTS_GREEN' && hasTestsOverride && missing.length > 0) return false
    return !isDone && !ASKED_BY_PUBLISHING.has(key)
  })

export const mayOverride = (missing: readonly GoLiveItem[]): boolean => missing.every(item => item.canOverride)
