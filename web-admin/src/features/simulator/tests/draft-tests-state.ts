export type DraftTestsState = 'none' | 'running' | 'unknown' | 'passed' | 'failed'

interface Tested {
  draftChangedAt: string
  tests: readonly unknown[]
  draftTests?: { isCurrent: boolean; failedCount: number } | null
}

/** By then they ran by themselves, or nobody runs them: the bot is put away or older than such runs, or running them failed. */
const RUNS_WITHIN_MS = 120_000

/** How the tests of a draft stand. */
export function draftTestsState({ draftChangedAt, tests, draftTests }: Tested, now: Date): DraftTestsState {
  if (!tests.length) return 'none'
  if (draftTests?.isCurrent) return draftTests.failedCount > 0 ? 'failed' : 'passed'
  return now.getTime() - Date.parse(draftChangedAt) < RUNS_WITHIN_MS ? 'running' : 'unknown'
}
