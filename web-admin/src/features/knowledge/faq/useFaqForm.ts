import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeFaqDocument, CreateFaqDocument, type FaqForm_FaqFragment as Faq } from '../../../contract/graphql.ts'
import { canBeSaved, draftOf, inputOf, newDraft, problemsOf, type Problem } from './faq.ts'

interface Options {
  /** The one that is changed; a new one is made where it is left out. */
  faq?: Faq
  /** What a new one begins with. */
  question?: string
}

/** A question as it is being written. */
export function useFaqForm(options: () => Options) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change: create, busy: isCreating } = useChange(CreateFaqDocument)
  const { change, busy: isChanging } = useChange(ChangeFaqDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => (options().faq ? draftOf(options().faq!) : newDraft(options().question)))
  const isStale = ref(false)
  const isTold = ref(false)
  const refusal = ref('')
  const key = crypto.randomUUID()
  const problems = computed<Partial<Record<Problem, Problem>>>(() => (isTold.value ? problemsOf(draft.value) : {}))
  useUnsavedGuard(isDirty)

  async function send() {
    const faq = inputOf(draft.value)
    if (!options().faq) return (await create({ input: { faq, idempotencyKey: key } }))?.createFaq
    return (await change({ input: { faqId: options().faq!.id, version: draft.value.version, faq } }))?.changeFaq
  }
  /** Resolves to the question as it was saved; `problems`, `refusal` and `isStale` say why not. */
  async function save(): Promise<Faq | undefined> {
    isStale.value = false
    refusal.value = ''
    isTold.value = !canBeSaved(draft.value)
    if (isTold.value) return undefined
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = `${t('field.invalid')} (${result.field})`
    if (result?.__typename !== 'Faq') return undefined
    accept(draftOf(result))
    done(t('faq.saved'))
    return result
  }
  function discard() {
    isStale.value = false
    isTold.value = false
    refusal.value = ''
    reset()
  }
  const busy = computed(() => isCreating.value || isChanging.value)
  return { draft, isDirty, problems, isStale, refusal, busy, save, discard }
}
