import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { DeleteConnectorDocument, RestoreConnectorDocument } from '../../contract/graphql.ts'

interface Named { id: string; name: string }

/** What is done with connectors that are there. */
export function useConnectorActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done, undoable } = useNotify()
  const { change: deleteConnector, busy } = useChange(DeleteConnectorDocument)
  const { change: restoreConnector } = useChange(RestoreConnectorDocument)

  async function restore({ id, name }: Named) {
    if (await restoreConnector({ input: { connectorId: id } })) done(t('connectors.restored', { name }))
  }
  /** What is in use is archived, which can be taken back; what nobody uses is gone, which cannot, so it is asked for. */
  async function remove(connector: Named): Promise<'archived' | 'gone' | undefined> {
    const { id, name } = connector
    const question = { title: t('connectors.removeTitle', { name }), text: t('connectors.removeText'), confirm: t('connectors.remove'), isDangerous: true }
    if (!await confirm(question)) return undefined
    const result = (await deleteConnector({ input: { connectorId: id } }))?.deleteConnector
    if (result?.__typename === 'Connector') {
      undoable(t('connectors.archivedNow', { name }), () => restore(connector))
      return 'archived'
    }
    if (!result) return undefined
    done(t('connectors.removed', { name }))
    return 'gone'
  }
  return { remove, restore, busy }
}
