import { ref, type Ref } from 'vue'
import { keyOf } from './key-of.ts'

interface Following<Draft> {
  draft: Ref<Draft>
  isNew: () => boolean
  /** By which it is called. */
  nameOf: (draft: Draft) => string
}

/** The key of something new: until somebody writes one of her own, it follows the name. */
export function useKeyFromName<Draft extends { key: string }>({ draft, isNew, nameOf }: Following<Draft>) {
  const isOwn = ref(false)
  return {
    follow: () => { if (isNew() && !isOwn.value) draft.value.key = keyOf(nameOf(draft.value)) },
    own: () => { isOwn.value = true },
  }
}
