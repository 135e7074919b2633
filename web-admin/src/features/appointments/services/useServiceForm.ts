import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { useI18n } from 'vue-i18n'
import { ChangeAppointmentServiceDocument, CreateAppointmentServiceDocument, type Appointments_ServiceFragment as Service } from '../../../contract/graphql.ts'
import { useSavedForm } from '../../../shell/useSavedForm.ts'
import { draftOf, inputOf, newDraft, problemIn, type Problem, type ServiceDraft } from './service.ts'

/** A service as it is being written. What is wrong is told once somebody tried to save. */
export function useServiceForm(service: () => Service | undefined) {
  const { t } = useI18n()
  const { tenant } = useViewer()
  const currency = tenant.value?.currency ?? ''
  const { change: create } = useChange(CreateAppointmentServiceDocument)
  const { change } = useChange(ChangeAppointmentServiceDocument)

  async function send(draft: ServiceDraft) {
    const [held, input] = [service(), inputOf(draft)]
    if (!held) return (await create({ input: { ...input, key: draft.key.trim() } }))?.createAppointmentService
    return (await change({ input: { ...input, serviceId: held.id, version: draft.version } }))?.changeAppointmentService
  }
  const form = useSavedForm({
    before: service() ? () => draftOf(service()!, currency) : newDraft(currency),
    problemIn, draftOf: (saved: Service) => draftOf(saved, currency), send, saved: 'AppointmentService', refusalOf: field => (field === 'key' ? t('agenda.keyTaken') : t('field.invalid')), savedText: () => t('agenda.services.saved'),
  })
  const { found } = form
  const wordsFor = (problem: Problem, at?: number) =>
    (found.value?.problem === problem && found.value.at === at ? t(`agenda.services.problemOf.${problem}`, { gap: found.value.gap ?? '' }) : undefined)
  return { form, wordsFor }
}
