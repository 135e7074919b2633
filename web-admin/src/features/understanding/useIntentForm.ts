import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeIntentDocument, type IntentForm_IntentFragment as Intent } from '../../contract/graphql.ts'
import { canBeSaved, draftOf, inputOf } from './intent.ts'

/** An intent's name, action and answers as they are being changed. */
export function useIntentForm(intent: () => Intent) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(ChangeIntentDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => draftOf(intent()))
  const isStale = ref(false)
  const refusal = ref('')
  const canSave = computed(() => canBeSaved(draft.value))
  useUnsavedGuard(isDirty)

  async function save() {
    isStale.value = false
    refusal.value = ''
    const result = (await change({ input: { intentId: intent().id, ...inputOf(draft.value) } }))?.changeIntent
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'NameTaken') refusal.value = t('understanding.nameTaken', { name: inputOf(draft.value).name })
    if (result?.__typename === 'InvalidInput') refusal.value = `${t('field.invalid')} (${result.field})`
    if (result?.__typename !== 'Intent') return
    accept(draftOf(result))
    done(t('understanding.intent.saved'))
  }
  function discard() {
    isStale.value = false
    refusal.value = ''
    reset()
  }
  return { draft, isDirty, canSave, busy, isStale, refusal, save, discard }
}
