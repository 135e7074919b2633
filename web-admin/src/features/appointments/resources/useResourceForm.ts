import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeAppointmentResourceDocument, CreateAppointmentResourceDocument, type Appointments_ResourceFragment as Resource } from '../../../contract/graphql.ts'
import { draftOf, inputOf, newDraft, problemIn, type Problem } from './resource.ts'

/** A person or a room as it is being written. What is wrong is told once somebody tried to save. */
export function useResourceForm(resource: () => Resource | undefined) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change: create, busy: isCreating } = useChange(CreateAppointmentResourceDocument)
  const { change, busy: isChanging } = useChange(ChangeAppointmentResourceDocument)
  const { draft, isDirty, accept, reset } = useDraft(resource() ? () => draftOf(resource()!) : newDraft())
  const [isTold, isStale, refusal] = [ref(false), ref(false), ref('')]
  const found = computed(() => (isTold.value ? problemIn(draft.value) : undefined))
  useUnsavedGuard(isDirty)

  async function send() {
    const [held, input] = [resource(), inputOf(draft.value)]
    if (!held) return (await create({ input: { ...input, key: draft.value.key.trim() } }))?.createAppointmentResource
    return (await change({ input: { ...input, resourceId: held.id, version: draft.value.version } }))?.changeAppointmentResource
  }
  /** Resolves to what was saved, or to nothing where the form says why not. */
  async function save(): Promise<Resource | undefined> {
    isTold.value = true
    isStale.value = false
    refusal.value = ''
    if (problemIn(draft.value)) return undefined
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = result.field === 'key' ? t('agenda.keyTaken') : t('field.invalid')
    if (result?.__typename !== 'AppointmentResource') return undefined
    isTold.value = false
    accept(draftOf(result))
    done(t('agenda.resources.saved'))
    return result
  }
  function discard() {
    isTold.value = isStale.value = false
    refusal.value = ''
    reset()
  }
  const wordsFor = (problem: Problem, at?: number) =>
    (found.value?.problem === problem && found.value.at === at ? t(`agenda.resources.problemOf.${problem}`) : undefined)
  return { draft, isDirty, busy: computed(() => isCreating.value || isChanging.value), isStale, refusal, found, save, discard, wordsFor }
}
