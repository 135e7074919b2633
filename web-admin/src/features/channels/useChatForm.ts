import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'

interface Sent<Draft> {
  result: { __typename: string; field?: string } | undefined
  /** What is kept from now on, where it was taken. */
  kept?: Draft
}

export interface ChatFormOptions<Draft extends object> {
  source: () => Draft
  isGood: (draft: Draft) => boolean
  send: (draft: Draft) => Promise<Sent<Draft>>
  /** The key of what is said once it is saved. */
  saved: string
}

/** A chat of ours as it is being changed, on a site or in an application. */
export function useChatForm<Draft extends object>({ source, isGood, send, saved }: ChatFormOptions<Draft>) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { draft, isDirty, accept, reset } = useDraft(source)
  const isStale = ref(false)
  const refusal = ref('')
  const canSave = computed(() => isGood(draft.value))
  useUnsavedGuard(isDirty)

  async function save() {
    clear()
    const { result, kept } = await send(draft.value)
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = `${t('field.invalid')} (${result.field})`
    if (!kept) return
    accept(kept)
    done(t(saved))
  }
  function clear() {
    isStale.value = false
    refusal.value = ''
  }
  function discard() {
    clear()
    reset()
  }
  return { draft, isDirty, canSave, isStale, refusal, save, discard }
}
