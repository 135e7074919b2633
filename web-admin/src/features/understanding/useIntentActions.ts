import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { CreateIntentDocument, DeleteIntentDocument, RestoreIntentDocument } from '../../contract/graphql.ts'

/** Intents that come and go. */
export function useIntentActions() {
  const { t } = useI18n()
  const { done, undoable, failed } = useNotify()
  const { change: createIntent, busy } = useChange(CreateIntentDocument)
  const { change: deleteIntent } = useChange(DeleteIntentDocument)
  const { change: restoreIntent } = useChange(RestoreIntentDocument)

  /** Resolves to the new intent's id or to a refusal in words; to neither where it failed. */
  async function create(name: string): Promise<{ id?: string; refusal?: string }> {
    const result = (await createIntent({ input: { name } }))?.createIntent
    if (result?.__typename === 'NameTaken') return { refusal: t('understanding.nameTaken', { name }) }
    if (result?.__typename === 'InvalidInput') return { refusal: t('understanding.nameWrong') }
    return result?.__typename === 'Intent' ? { id: result.id } : {}
  }
  async function restore(intentId: string, name: string) {
    const result = (await restoreIntent({ input: { intentId } }))?.restoreIntent
    if (result?.__typename === 'NameTaken') failed(t('understanding.nameTaken', { name }))
    if (result?.__typename === 'Intent') done(t('understanding.intent.restored', { name }))
  }
  /** Resolves to whether it is gone. */
  async function remove({ id, name }: { id: string; name: string }): Promise<boolean> {
    const result = (await deleteIntent({ input: { intentId: id } }))?.deleteIntent
    if (!result) return false
    undoable(t('understanding.intent.deleted', { name }, result.phraseCount), () => restore(id, name))
    return true
  }
  return { create, remove, busy }
}
