import { useQuery } from '@urql/vue'
import { refDebounced } from '@vueuse/core'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { PhraseCheckDocument, type Language } from '../../contract/graphql.ts'

interface Typed { text: string; intentId: string; language?: Language }

/** What is to be known about a phrase while it is typed. An answer to what was typed before is never shown. */
export function usePhraseCheck(typed: MaybeRefOrGetter<Typed>) {
  const text = computed(() => toValue(typed).text.trim())
  const settled = refDebounced(text, 300)
  const { data, fetching, operation } = useQuery({
    query: PhraseCheckDocument,
    variables: () => ({ text: settled.value, intentId: toValue(typed).intentId, language: toValue(typed).language }),
    pause: () => settled.value.length < 3,
    requestPolicy: 'network-only',
  })
  const isCurrent = computed(() => text.value !== '' && operation.value?.variables.text === text.value && !fetching.value)
  const isWaiting = computed(() => text.value.length >= 3 && !isCurrent.value)
  const check = computed(() => (isCurrent.value ? data.value?.phraseCheck : undefined))
  return { check, isWaiting }
}
