import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { DeleteFlowDocument, DuplicateFlowDocument, ReorderFlowsDocument, RestoreFlowDocument } from '../../../contract/graphql.ts'

interface Named { id: string; name: string }

/** What is done with the flows of a bot's draft. */
export function useFlowActions() {
  const { t } = useI18n()
  const { done, undoable, failed } = useNotify()
  const { change: duplicateFlow, busy: isDuplicating } = useChange(DuplicateFlowDocument)
  const { change: deleteFlow, busy: isDeleting } = useChange(DeleteFlowDocument)
  const { change: restoreFlow } = useChange(RestoreFlowDocument)
  const { change: reorderFlows, busy: isReordering } = useChange(ReorderFlowsDocument)
  const busy = computed(() => isDuplicating.value || isDeleting.value || isReordering.value)

  async function duplicate({ id }: Named) {
    const result = (await duplicateFlow({ input: { flowId: id } }))?.duplicateFlow
    if (result?.__typename === 'BotFlow') done(t('bots.flows.duplicated', { name: result.name }))
    if (result?.__typename === 'InvalidInput') failed(t('bots.flows.tooMany'))
  }
  async function restore({ id, name }: Named) {
    const result = (await restoreFlow({ input: { flowId: id } }))?.restoreFlow
    if (result?.__typename === 'BotFlow') done(t('bots.flows.restored', { name }))
    if (result?.__typename === 'InvalidInput') failed(t('bots.flows.restoreRefused'))
  }
  async function remove(flow: Named) {
    if (await deleteFlow({ input: { flowId: flow.id } })) undoable(t('bots.flows.deleted', { name: flow.name }), () => restore(flow))
  }
  /** Resolves to whether they stand as was asked. */
  async function reorder(botId: string, flowIds: string[]): Promise<boolean> {
    const result = (await reorderFlows({ input: { botId, flowIds } }))?.reorderFlows
    if (result?.__typename === 'InvalidInput') failed(t('bots.flows.changedMeanwhile'))
    return result?.__typename === 'Bot'
  }
  return { duplicate, remove, reorder, busy }
}
