import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { DeleteKnowledgeSourceDocument, ReadKnowledgeSourceDocument, RestoreKnowledgeSourceDocument } from '../../../contract/graphql.ts'

/** What is done with sources that are there. */
export function useSourceActions() {
  const { t } = useI18n()
  const { done, undoable, failed } = useNotify()
  const { change: deleteSource } = useChange(DeleteKnowledgeSourceDocument)
  const { change: restoreSource } = useChange(RestoreKnowledgeSourceDocument)
  const { change: readSource, busy: isAsking } = useChange(ReadKnowledgeSourceDocument)

  async function restore(knowledgeSourceId: string, name: string) {
    const result = (await restoreSource({ input: { knowledgeSourceId } }))?.restoreKnowledgeSource
    if (result?.__typename === 'InvalidInput') failed(t('sources.notRestored'))
    if (result?.__typename === 'KnowledgeSource') done(t('sources.restored', { name }))
  }
  /** Resolves to whether it is gone. */
  async function remove({ id, name }: { id: string; name: string }): Promise<boolean> {
    const result = (await deleteSource({ input: { knowledgeSourceId: id } }))?.deleteKnowledgeSource
    if (result?.__typename !== 'KnowledgeSourceDeleted') return false
    undoable(t('sources.deleted', { name }), () => restore(id, name))
    return true
  }
  async function read(knowledgeSourceId: string) {
    const result = (await readSource({ input: { knowledgeSourceId } }))?.readKnowledgeSource
    if (result?.__typename === 'NothingToRead') failed(t('sources.nothingToRead'))
  }
  return { remove, read, isAsking }
}
