import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeAppointmentServiceDocument, CreateAppointmentServiceDocument, type Appointments_ServiceFragment as Service } from '../../../contract/graphql.ts'
import { draftOf, inputOf, newDraft, problemIn, type Problem } from './service.ts'

/** A service as it is being written. What is wrong is told once somebody tried to save. */
export function useServiceForm(service: () => Service | undefined) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { tenant } = useViewer()
  const currency = tenant.value?.currency ?? ''
  const { change: create, busy: isCreating } = useChange(CreateAppointmentServiceDocument)
  const { change, busy: isChanging } = useChange(ChangeAppointmentServiceDocument)
  const { draft, isDirty, accept, reset } = useDraft(service() ? () => draftOf(service()!, currency) : newDraft(currency))
  const [isTold, isStale, refusal] = [ref(false), ref(false), ref('')]
  const found = computed(() => (isTold.value ? problemIn(draft.value) : undefined))
  useUnsavedGuard(isDirty)

  async function send() {
    const [held, input] = [service(), inputOf(draft.value)]
    if (!held) return (await create({ input: { ...input, key: draft.value.key.trim() } }))?.createAppointmentService
    return (await change({ input: { ...input, serviceId: held.id, version: draft.value.version } }))?.changeAppointmentService
  }
  /** Resolves to the service that was saved, or to nothing where the form says why not. */
  async function save(): Promise<Service | undefined> {
    isTold.value = true
    isStale.value = false
    refusal.value = ''
    if (problemIn(draft.value)) return undefined
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = result.field === 'key' ? t('agenda.keyTaken') : t('field.invalid')
    if (result?.__typename !== 'AppointmentService') return undefined
    isTold.value = false
    accept(draftOf(result, currency))
    done(t('agenda.services.saved'))
    return result
  }
  function discard() {
    isTold.value = isStale.value = false
    refusal.value = ''
    reset()
  }
  const wordsFor = (problem: Problem, at?: number) =>
    (found.value?.problem === problem && found.value.at === at ? t(`agenda.services.problemOf.${problem}`, { gap: found.value.gap ?? '' }) : undefined)
  return { draft, isDirty, busy: computed(() => isCreating.value || isChanging.value), isStale, refusal, found, save, discard, wordsFor }
}
