import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useI18n } from 'vue-i18n'
import { ChangeServiceRequestTypeDocument, CreateServiceRequestTypeDocument, type RequestTypes_ServiceRequestTypeFragment as RequestType } from '../../contract/graphql.ts'
import { useSavedForm } from '../../shell/useSavedForm.ts'
import { draftOf, inputOf, newDraft, problemIn, type Problem, type RequestTypeDraft } from './request-type.ts'

/** A type of requests as it is being written. What is wrong is told once somebody tried to save. */
export function useRequestTypeForm(type: () => RequestType | undefined) {
  const { t } = useI18n()
  const { change: create } = useChange(CreateServiceRequestTypeDocument)
  const { change } = useChange(ChangeServiceRequestTypeDocument)

  async function send(draft: RequestTypeDraft) {
    const [held, input] = [type(), inputOf(draft)]
    if (!held) return (await create({ input: { ...input, key: draft.key.trim() } }))?.createServiceRequestType
    return (await change({ input: { ...input, serviceRequestTypeId: held.id, version: draft.version } }))?.changeServiceRequestType
  }
  function refusalOf(field: string) {
    if (field === 'key') return t('requestTypes.keyTaken')
    return field === 'states' ? t('requestTypes.stateInUse') : t('field.invalid')
  }
  const form = useSavedForm({
    before: type() ? () => draftOf(type()!) : newDraft(),
    problemIn, draftOf, send, saved: 'ServiceRequestType', refusalOf, savedText: () => t('requestTypes.saved'),
  })
  const { found } = form
  const wordsFor = (problems: Problem[], at?: number) =>
    (found.value && problems.includes(found.value.problem) && found.value.at === at ? t(`requestTypes.problemOf.${found.value.problem}`) : undefined)
  return { form, wordsFor }
}
