import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref, type MaybeRefOrGetter, type Ref } from 'vue'

interface Options<Draft extends object, Saved extends { __typename: string }, Problem> {
  before: MaybeRefOrGetter<Draft>
  problemIn: (draft: Draft) => Problem | undefined
  draftOf: (saved: Saved) => Draft
  /** Creates or changes; nothing where it did not arrive. */
  send: (draft: Draft) => Promise<Saved | { __typename: 'ChangedMeanwhile' } | { __typename: 'InvalidInput'; field: string } | null | undefined>
  saved: Saved['__typename']
  refusalOf: (field: string) => string
  savedText: () => string
}

/** Something that is written as a whole and then saved. What is wrong is told once somebody tried to save. */
export function useSavedForm<Draft extends object, Saved extends { __typename: string }, Problem>({ before, problemIn, draftOf, send, saved, refusalOf, savedText }: Options<Draft, Saved, Problem>) {
  const { done } = useNotify()
  const { draft, isDirty, accept, reset } = useDraft(before)
  const [isTold, isStale, busy, refusal] = [ref(false), ref(false), ref(false), ref('')]
  const found = computed(() => (isTold.value ? problemIn(draft.value) : undefined))
  useUnsavedGuard(isDirty)

  /** Resolves to what was saved, or to nothing where the form says why not. */
  async function save(): Promise<Saved | undefined> {
    isTold.value = true
    isStale.value = false
    refusal.value = ''
    if (problemIn(draft.value)) return undefined
    busy.value = true
    const result = await send(draft.value).finally(() => { busy.value = false })
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = refusalOf((result as { field: string }).field)
    if (result?.__typename !== saved) return undefined
    isTold.value = false
    accept(draftOf(result as Saved))
    done(savedText())
    return result as Saved
  }
  function discard() {
    isTold.value = isStale.value = false
    refusal.value = ''
    reset()
  }
  return { draft, isDirty, busy, isStale, refusal, found, save, discard }
}

/** As much of it as what stands around its fields needs. */
export interface SavedForm {
  isDirty: Readonly<Ref<boolean>>
  busy: Readonly<Ref<boolean>>
  isStale: Readonly<Ref<boolean>>
  refusal: Readonly<Ref<string>>
  /** What is wrong; nothing where all is well. */
  found: Readonly<Ref<unknown>>
  save(): Promise<object | undefined>
  discard(): void
}
