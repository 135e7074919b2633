import { useQuery } from '@urql/vue'
import { useElementVisibility, whenever } from '@vueuse/core'
import { computed, ref, type Ref } from 'vue'
import { NearestFaqDocument, type ReviewQueue_MisunderstoodGroupFragment as Group } from '../../../contract/graphql.ts'

/** What is less likely than this is no suggestion. */
const LEAST = 0.1

/** The question that a group resembles most, asked for when the group first comes into sight. */
export function useNearestFaq(group: () => Group, row: Ref<HTMLElement | null>) {
  const isSeen = ref(false)
  whenever(useElementVisibility(row), () => { isSeen.value = true }, { immediate: true, once: true })
  const { data } = useQuery({
    query: NearestFaqDocument, variables: () => ({ text: group().text, language: group().language }), pause: () => !isSeen.value,
  })
  return computed(() => data.value?.answer.found.find(({ faq, confidence }) => faq && confidence >= LEAST))
}
