import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { TryModelsDocument, UnderstandDocument } from '../../contract/graphql.ts'

export type TryBy = 'LIVE' | 'PROTOTYPE'

/** What is made of a sentence while it is typed: by the live model, or by a prototype of the phrases as they are now. */
export function useTry() {
  const text = ref('')
  const settled = refDebounced(computed(() => text.value.trim()), 250)
  const { data: models, state: modelsState } = useAsk({ query: TryModelsDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const hasLive = computed(() => Boolean(models.value?.liveModel))
  const isTraining = computed(() => ['QUEUED', 'RUNNING'].includes(models.value?.latestTraining?.state ?? ''))
  const chosen = ref<TryBy>()
  const by = computed<TryBy>({
    get: () => (hasLive.value ? chosen.value ?? (isTraining.value ? 'PROTOTYPE' : 'LIVE') : 'PROTOTYPE'),
    set: value => { chosen.value = value },
  })
  const asked = useAsk({
    query: UnderstandDocument,
    variables: () => ({ text: settled.value, prototype: by.value === 'PROTOTYPE' }),
    pause: () => settled.value === '' || modelsState.value === 'loading',
    requestPolicy: 'network-only',
  })
  // The prototype is learnt while the first sentence is still being typed.
  useAsk({
    query: UnderstandDocument, variables: { text: '', prototype: true }, requestPolicy: 'network-only',
    pause: () => modelsState.value === 'loading' || by.value === 'LIVE',
  })
  const understanding = computed(() => (settled.value ? asked.data.value?.understand : undefined))
  /** There is an answer, and it says that there is nothing to read it by. */
  const hasNothing = computed(() => settled.value !== '' && asked.data.value?.understand === null)
  return { ...asked, text, settled, by, hasLive, understanding, hasNothing }
}
