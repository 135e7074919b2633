import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useMayLeave } from '@botpro/ui/form/useMayLeave.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangePredictiveModelDocument, CreatePredictiveModelDocument, type PredictiveTable_PredictiveModelFragment as Model } from '../../contract/graphql.ts'
import { draftOf, fieldOf, inputOf, newDraft, problemOf, type ModelField } from './predictive.ts'

/** A model that is added or changed. */
export function usePredictiveForm(model: Model | undefined) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change: create, busy: isCreating } = useChange(CreatePredictiveModelDocument)
  const { change, busy: isChanging } = useChange(ChangePredictiveModelDocument)
  const { draft, isDirty } = useDraft(model ? draftOf(model) : newDraft())
  const isTold = ref(false)
  const refused = ref<ModelField>()
  const refusal = ref('')
  const told = computed(() => (isTold.value ? problemOf(draft.value) ?? refused.value : undefined))
  const busy = computed(() => isCreating.value || isChanging.value)

  async function send() {
    const input = inputOf(draft.value)
    if (!model) return (await create({ input }))?.createPredictiveModel
    return (await change({ input: { ...input, predictiveModelId: model.id, version: model.version } }))?.changePredictiveModel
  }
  /** Resolves to whether it was saved; `told` and `refusal` say why not. */
  async function save(): Promise<boolean> {
    isTold.value = true
    refused.value = undefined
    refusal.value = ''
    if (problemOf(draft.value)) return false
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') refusal.value = t('predictive.form.changedMeanwhile')
    if (result?.__typename === 'InvalidInput') refused.value = fieldOf(result.field)
    if (result?.__typename !== 'PredictiveModel') return false
    done(t(model ? 'predictive.saved' : 'predictive.added'))
    return true
  }
  const mayLeave = useMayLeave(isDirty)
  const wordsFor = (field: ModelField) => (told.value === field ? t(`predictive.problemOf.${field}`) : undefined)
  return { draft, isDirty, told, refusal, busy, save, mayLeave, wordsFor }
}
