import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { LiveThresholdDocument, UnderstandDocument } from '../../contract/graphql.ts'

/** What the live model makes of a sentence, while it is typed. */
export function useTry() {
  const text = ref('')
  const settled = refDebounced(computed(() => text.value.trim()), 250)
  const asked = useAsk({
    query: UnderstandDocument,
    variables: () => ({ text: settled.value }),
    pause: () => settled.value === '',
    requestPolicy: 'network-only',
  })
  const understanding = computed(() => (settled.value ? asked.data.value?.understand : undefined))
  /** There is an answer, and it says that no model is live. */
  const hasNoModel = computed(() => settled.value !== '' && asked.data.value?.understand === null)
  const { data: live } = useAsk({ query: LiveThresholdDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const threshold = computed(() => live.value?.liveModel?.evaluation.threshold)
  return { ...asked, threshold, text, settled, understanding, hasNoModel }
}
