import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useMayLeave } from '@botpro/ui/form/useMayLeave.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  ChangeEntityTypeDocument, CreateEntityTypeDocument, DeleteEntityTypeDocument, type EntityTypeForm_EntityTypeFragment as EntityType,
} from '../../contract/graphql.ts'
import { draftOf, inputOf, problemOf } from './entity-type.ts'

/** An entity type that is made or changed. */
export function useEntityTypeForm(type: EntityType | undefined) {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done } = useNotify()
  const { change: create, busy: isCreating } = useChange(CreateEntityTypeDocument)
  const { change, busy: isChanging } = useChange(ChangeEntityTypeDocument)
  const { change: deleteType, busy: isDeleting } = useChange(DeleteEntityTypeDocument)
  const { draft, isDirty } = useDraft(() => draftOf(type))
  const refusal = ref('')
  const problem = computed(() => problemOf(draft.value))

  async function send() {
    const input = inputOf(draft.value)
    if (!type) return (await create({ input }))?.createEntityType
    return (await change({ input: { ...input, entityTypeId: type.id, version: draft.value.version } }))?.changeEntityType
  }
  /** Resolves to whether it was saved; `refusal` says why not. */
  async function save(): Promise<boolean> {
    const result = await send()
    if (result?.__typename === 'NameTaken') refusal.value = t('understanding.nameTaken', { name: inputOf(draft.value).name })
    if (result?.__typename === 'ChangedMeanwhile') refusal.value = t('changedMeanwhile.text')
    if (result?.__typename === 'InvalidInput') refusal.value = `${t('field.invalid')} (${result.field})`
    if (result?.__typename !== 'EntityType') return false
    done(t('understanding.entities.saved'))
    return true
  }
  async function remove(): Promise<boolean> {
    const question = { title: t('understanding.entities.deleteTitle', { name: type!.name }), text: t('understanding.entities.deleteText'), isDangerous: true }
    if (!await confirm({ ...question, confirm: t('action.delete') })) return false
    const result = (await deleteType({ input: { entityTypeId: type!.id } }))?.deleteEntityType
    if (result?.__typename === 'EntityTypeInUse') refusal.value = t('understanding.entities.inUse', result.phraseCount)
    if (result?.__typename !== 'EntityTypeDeleted') return false
    done(t('understanding.entities.deleted', { name: type!.name }))
    return true
  }
  const mayLeave = useMayLeave(isDirty)
  const busy = computed(() => isCreating.value || isChanging.value || isDeleting.value)
  return { draft, isDirty, problem, refusal, busy, save, remove, mayLeave }
}
