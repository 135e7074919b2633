import { useNow } from '@botpro/ui/format/useNow.ts'
import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed } from 'vue'
import { DraftTestsDocument, RunBotTestsDocument } from '../../../contract/graphql.ts'
import { useBotNews } from '../../bots/useBotNews.ts'
import { draftTestsState } from './draft-tests-state.ts'

/** How the tests of the draft go by themselves; it follows what happens to the draft. */
export function useDraftTests(botId: () => string) {
  const { data, refresh } = useAsk({ query: DraftTestsDocument, variables: () => ({ botId: botId() }), requestPolicy: 'cache-and-network' })
  useBotNews(botId, () => void refresh())
  const run = computed(() => data.value?.bot.draftTests ?? null)
  const now = useNow()
  const state = computed(() => (data.value ? draftTestsState(data.value.bot, now.value) : 'none'))
  const failing = computed(() => run.value?.outcomes.filter(({ passed }) => !passed) ?? [])
  const { change, busy: isRunning } = useChange(RunBotTestsDocument)
  async function runAll() {
    if (await change({ input: { botId: botId() } })) await refresh()
  }
  return { run, state, failing, runAll, isRunning }
}
