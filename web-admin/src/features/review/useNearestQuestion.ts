import { useQuery } from '@urql/vue'
import { refDebounced } from '@vueuse/core'
import { computed, type Ref } from 'vue'
import { ReviewNearestQuestionDocument, type Language } from '../../contract/graphql.ts'

export interface NearQuestion { id: string; question: string; confidence: number }
export interface Looked { text: string; language: Language }

/** What is less likely than this is no suggestion. */
const LEAST = 0.1
const MOST_TEXT = 4096

/** The question that a message comes nearest to, asked for once the eye rests on it. */
export function useNearestQuestion(looked: Ref<Looked | undefined>) {
  const settled = refDebounced(looked, 200)
  const { data, operation } = useQuery({
    query: ReviewNearestQuestionDocument,
    variables: () => ({ text: settled.value?.text.slice(0, MOST_TEXT) ?? '', language: settled.value?.language }),
    pause: () => !settled.value,
    requestPolicy: 'network-only',
  })
  /** Never that of the message before. */
  return computed<NearQuestion | undefined>(() => {
    const text = looked.value?.text.slice(0, MOST_TEXT)
    if (!text || operation.value?.variables.text !== text) return undefined
    const found = data.value?.answer.found.find(({ faq }) => faq)
    return found?.faq && found.confidence >= LEAST ? { ...found.faq, confidence: found.confidence } : undefined
  })
}
