import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import type { FlowTest } from '@botpro/graphql/flows'
import { computed, shallowRef } from 'vue'
import { BotTestsDocument, DeleteBotTestDocument, RunBotTestsDocument, type BotTestsQuery, type RunBotTestsMutation } from '../../../contract/graphql.ts'

export type KeptTest = BotTestsQuery['bot']['tests'][number]
export type TestRun = Extract<RunBotTestsMutation['runBotTests'], { __typename: 'BotTestRun' }>
export type TestOutcome = TestRun['outcomes'][number]

/** The tests of a bot's draft, and how they went. */
export function useBotTests(botId: () => string) {
  const { data, error, state, refresh } = useAsk({ query: BotTestsDocument, variables: () => ({ botId: botId() }), requestPolicy: 'cache-and-network' })
  const runs = useChange(RunBotTestsDocument)
  const removals = useChange(DeleteBotTestDocument)
  const outcomes = shallowRef<ReadonlyMap<string, TestOutcome>>(new Map())
  const bot = computed(() => data.value?.bot)
  const tests = computed(() => bot.value?.tests ?? [])
  const counts = computed(() => {
    const known = tests.value.flatMap(({ key }) => outcomes.value.get(key) ?? [])
    return { passed: known.filter(({ passed }) => passed).length, failed: known.filter(({ passed }) => !passed).length }
  })

  /** All, or those of these keys. */
  async function run(keys?: string[]) {
    const answered = await runs.change({ input: { botId: botId(), ...keys && { keys } } })
    if (answered?.runBotTests.__typename !== 'BotTestRun') return
    outcomes.value = new Map([...keys ? outcomes.value : [], ...answered.runBotTests.outcomes.map(outcome => [outcome.key, outcome] as const)])
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

  return { bot, tests, error, state, refresh, outcomes, counts, run, tryOut, forget, remove, isRunning: runs.busy }
}
