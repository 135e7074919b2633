import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { AnswerDocument, KnowledgeSummaryDocument } from '../../../contract/graphql.ts'
import { usePolling } from '../../../shell/usePolling.ts'

/** What Q&A would say to a question, while it is typed. */
export function useAnswer() {
  const text = ref('')
  const settled = refDebounced(computed(() => text.value.trim()), 300)
  const asked = useAsk({
    query: AnswerDocument, variables: () => ({ text: settled.value }), pause: () => settled.value === '', requestPolicy: 'network-only',
  })
  const answer = computed(() => (settled.value ? asked.data.value?.answer : undefined))
  // What was changed a moment ago shows as soon as it is taken in.
  usePolling(() => Boolean(answer.value?.isLearning), asked.refresh)
  const { data } = useAsk({ query: KnowledgeSummaryDocument, variables: {}, requestPolicy: 'network-only' })
  const summary = computed(() => data.value?.knowledgeSummary)
  return { ...asked, text, settled, answer, summary }
}
