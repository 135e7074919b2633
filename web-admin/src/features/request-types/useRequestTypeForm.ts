import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeServiceRequestTypeDocument, CreateServiceRequestTypeDocument, type RequestTypes_ServiceRequestTypeFragment as RequestType } from '../../contract/graphql.ts'
import { draftOf, inputOf, newDraft, problemIn, type Problem } from './request-type.ts'

/** A type of requests as it is being written. What is wrong is told once somebody tried to save. */
export function useRequestTypeForm(type: () => RequestType | undefined) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change: create, busy: isCreating } = useChange(CreateServiceRequestTypeDocument)
  const { change, busy: isChanging } = useChange(ChangeServiceRequestTypeDocument)
  const { draft, isDirty, accept, reset } = useDraft(type() ? () => draftOf(type()!) : newDraft())
  const [isTold, isStale, refusal] = [ref(false), ref(false), ref('')]
  const found = computed(() => (isTold.value ? problemIn(draft.value) : undefined))
  useUnsavedGuard(isDirty)

  async function send() {
    const [held, input] = [type(), inputOf(draft.value)]
    if (!held) return (await create({ input: { ...input, key: draft.value.key.trim() } }))?.createServiceRequestType
    return (await change({ input: { ...input, serviceRequestTypeId: held.id, version: draft.value.version } }))?.changeServiceRequestType
  }
  /** Resolves to the type that was saved, or to nothing where the form says why not. */
  async function save(): Promise<RequestType | undefined> {
    isTold.value = true
    isStale.value = false
    refusal.value = ''
    if (problemIn(draft.value)) return undefined
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = refusalOf(result.field)
    if (result?.__typename !== 'ServiceRequestType') return undefined
    isTold.value = false
    accept(draftOf(result))
    done(t('requestTypes.saved'))
    return result
  }
  function refusalOf(field: string) {
    if (field === 'key') return t('requestTypes.keyTaken')
    return field === 'states' ? t('requestTypes.stateInUse') : t('field.invalid')
  }
  function discard() {
    isTold.value = isStale.value = false
    refusal.value = ''
    reset()
  }
  const wordsFor = (problems: Problem[], at?: number) =>
    (found.value && problems.includes(found.value.problem) && found.value.at === at ? t(`requestTypes.problemOf.${found.value.problem}`) : undefined)
  const busy = computed(() => isCreating.value || isChanging.value)
  return { draft, isDirty, busy, isStale, refusal, found, save, discard, wordsFor }
}
