import { useNow } from '@botpro/ui/format/useNow.ts'
import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import type { FlowTest } from '@botpro/graphql/flows'
import { computed, shallowRef, watch } from 'vue'
import { BotTestsDocument, DeleteBotTestDocument, RunBotTestsDocument, type BotTestsQuery, type TestOutcome_BotTestOutcomeFragment } from '../../../contract/graphql.ts'
import { draftTestsState } from './draft-tests-state.ts'

export type KeptTest = BotTestsQuery['bot']['tests'][number]
export type TestOutcome = TestOutcome_BotTestOutcomeFragment

/** The tests of a bot's draft, and how they went. */
export function useBotTests(botId: () => string) {
  const { data, error, state, refresh } = useAsk({ query: BotTestsDocument, variables: () => ({ botId: botId() }), requestPolicy: 'cache-and-network' })
  const runs = useChange(RunBotTestsDocument)
  const removals = useChange(DeleteBotTestDocument)
  const outcomes = shallowRef<ReadonlyMap<string, TestOutcome>>(new Map())
  const bot = computed(() => data.value?.bot)
  const tests = computed(() => bot.value?.tests ?? [])
  const ran = computed(() => bot.value?.draftTests ?? null)
  const now = useNow()
  const stand = computed(() => (bot.value ? draftTestsState(bot.value, now.value) : 'none'))
  // What ran by itself tells of every test; what somebody ran by hand shows more of those that passed.
  watch(ran, run => {
    if (run?.isCurrent) outcomes.value = new Map(run.outcomes.map(outcome => [outcome.key, fuller(outcomes.value.get(outcome.key), outcome)]))
  }, { immediate: true })
  const counts = computed(() => {
    const known = tests.value.flatMap(({ key }) => outcomes.value.get(key) ?? [])
    return { passed: known.filter(({ passed }) => passed).length, failed: known.filter(({ passed }) => !passed).length }
  })

  /** All, which is kept as how the draft's went, or those of these keys. */
  async function run(keys?: string[]) {
    const answered = await runs.change({ input: { botId: botId(), ...keys && { keys } } })
    if (answered?.runBotTests.__typename !== 'BotTestRun') return
    outcomes.value = new Map([...keys ? outcomes.value : [], ...answered.runBotTests.outcomes.map(outcome => [outcome.key, outcome] as const)])
    if (!keys) await refresh()
  }

  /** One that is being written: how it goes, or where it is no test yet. */
  async function tryOut(document: FlowTest): Promise<TestOutcome | { field: string; message: string } | undefined> {
    const answered = (await runs.change({ input: { botId: botId(), document } }))?.runBotTests
    return answered?.__typename === 'BotTestRun' ? answered.outcomes[0] : answered
  }

  /** What was tested is not what is kept any more. */
  const forget = (key: string) => { outcomes.value = new Map([...outcomes.value].filter(([known]) => known !== key)) }

  async function remove(testId: string): Promise<boolean> {
    return Boolean(await removals.change({ input: { testId } }))
  }

  return { bot, tests, error, state, refresh, outcomes, counts, stand, run, tryOut, forget, remove, isRunning: runs.busy }
}

const fuller = (before: TestOutcome | undefined, now: TestOutcome): TestOutcome => (now.passed && before?.passed && !now.transcript.length ? before : now)
