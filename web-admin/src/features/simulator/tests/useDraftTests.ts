import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed } from 'vue'
import { DraftTestsDocument } from '../../../contract/graphql.ts'
import { useBotNews } from '../../bots/useBotNews.ts'

export type DraftTestsState = 'none' | 'running' | 'passed' | 'failed'

/** How the tests of the draft go by themselves; it follows what happens to the draft. */
export function useDraftTests(botId: () => string) {
  const { data, refresh } = useAsk({ query: DraftTestsDocument, variables: () => ({ botId: botId() }), requestPolicy: 'cache-and-network' })
  useBotNews(botId, () => void refresh())
  const run = computed(() => data.value?.bot.draftTests ?? null)
  const state = computed((): DraftTestsState => {
    if (!data.value?.bot.tests.length) return 'none'
    if (!run.value?.isCurrent) return 'running'
    return run.value.failedCount > 0 ? 'failed' : 'passed'
  })
  const failing = computed(() => run.value?.outcomes.filter(({ passed }) => !passed) ?? [])
  return { run, state, failing }
}
