import type { BotStage, GoLive_GoLiveItemFragment as Item } from '../../../contract/graphql.ts'

export const STAGES: BotStage[] = ['BUILD', 'TEST', 'REVIEW', 'LIVE']
const placeOf = (stage: BotStage) => STAGES.indexOf(stage)

export const nextOf = (stage: BotStage): BotStage | undefined => STAGES[placeOf(stage) + 1]
export const backOf = (stage: BotStage): BotStage[] => STAGES.slice(0, placeOf(stage)).toReversed()
export const isForward = (from: BotStage, to: BotStage): boolean => placeOf(to) > placeOf(from)
export const stateOf = (stage: BotStage, current: BotStage): 'past' | 'current' | 'ahead' =>
  (stage === current ? 'current' : isForward(stage, current) ? 'past' : 'ahead')

/** What a stage still lacks, that of the stages before it included. */
export const missingFor = (stage: BotStage, items: readonly Item[]): Item[] =>
  items.filter(({ isDone, neededFor }) => !isDone && placeOf(neededFor) <= placeOf(stage))

/** By the stage that they are needed for, in the order of the stages. */
export const itemsByStage = (items: readonly Item[]): [stage: BotStage, items: Item[]][] =>
  STAGES.map((stage): [BotStage, Item[]] => [stage, items.filter(({ neededFor }) => neededFor === stage)]).filter(([, found]) => found.length)

export const mayOverride = (missing: readonly Item[]): boolean => missing.every(({ canOverride }) => canOverride)

/** What a version that serves at once would lack, the approval of its texts aside: that is asked for with it. */
export const missingForVersion = (items: readonly Item[], { hasFailingTests }: { hasFailingTests: boolean }): Item[] =>
  items.filter(({ key, isDone }) => !isDone && !['VERSION_PUBLISHED', 'LINT_CLEAN', 'CONTENT_APPROVED'].includes(key) && !(key === 'TESTS_GREEN' && hasFailingTests))
