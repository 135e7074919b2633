import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { DeleteConnectorOperationDocument } from '../../../contract/graphql.ts'

export function useOperationActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done, failed } = useNotify()
  const { change, busy } = useChange(DeleteConnectorOperationDocument)
  /** Resolves to whether it is gone. */
  async function remove({ id, name }: { id: string; name: string }): Promise<boolean> {
    const question = { title: t('connectors.operation.removeTitle', { name }), text: t('connectors.operation.removeText'), confirm: t('action.delete'), isDangerous: true }
    if (!await confirm(question)) return false
    const result = (await change({ input: { connectorOperationId: id } }))?.deleteConnectorOperation
    if (result?.__typename === 'ConnectorOperationInUse') failed(t('connectors.operation.inUse'))
    if (result?.__typename !== 'ConnectorOperationDeleted') return false
    done(t('connectors.operation.removed', { name }))
    return true
  }
  return { remove, busy }
}
