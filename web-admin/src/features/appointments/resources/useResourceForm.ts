import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useI18n } from 'vue-i18n'
import { ChangeAppointmentResourceDocument, CreateAppointmentResourceDocument, type Appointments_ResourceFragment as Resource } from '../../../contract/graphql.ts'
import { useSavedForm } from '../../../shell/useSavedForm.ts'
import { draftOf, inputOf, newDraft, problemIn, type Problem, type ResourceDraft } from './resource.ts'

/** A person or a room as it is being written. What is wrong is told once somebody tried to save. */
export function useResourceForm(resource: () => Resource | undefined) {
  const { t } = useI18n()
  const { change: create } = useChange(CreateAppointmentResourceDocument)
  const { change } = useChange(ChangeAppointmentResourceDocument)

  async function send(draft: ResourceDraft) {
    const [held, input] = [resource(), inputOf(draft)]
    if (!held) return (await create({ input: { ...input, key: draft.key.trim() } }))?.createAppointmentResource
    return (await change({ input: { ...input, resourceId: held.id, version: draft.version } }))?.changeAppointmentResource
  }
  const form = useSavedForm({
    before: resource() ? () => draftOf(resource()!) : newDraft(),
    problemIn, draftOf, send, saved: 'AppointmentResource', refusalOf: field => (field === 'key' ? t('agenda.keyTaken') : t('field.invalid')), savedText: () => t('agenda.resources.saved'),
  })
  const { found } = form
  const wordsFor = (problem: Problem, at?: number) =>
    (found.value?.problem === problem && found.value.at === at ? t(`agenda.resources.problemOf.${problem}`) : undefined)
  return { form, wordsFor }
}
