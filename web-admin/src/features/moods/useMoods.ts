import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed, ref } from 'vue'
import { MoodsDocument } from '../../contract/graphql.ts'

export const PERIODS = [1, 7, 30] as const
export type Days = (typeof PERIODS)[number]

/** How messages sounded in the last days. */
export function useMoods() {
  const days = ref<Days>(7)
  const asked = useAsk({ query: MoodsDocument, variables: computed(() => ({ days: days.value })), requestPolicy: 'cache-and-network' })
  return { ...asked, days, report: computed(() => asked.data.value?.moods) }
}
