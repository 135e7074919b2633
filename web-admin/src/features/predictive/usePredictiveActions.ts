import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { DeletePredictiveModelDocument } from '../../contract/graphql.ts'

export function usePredictiveActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done } = useNotify()
  const { change, busy } = useChange(DeletePredictiveModelDocument)
  async function remove({ id, name }: { id: string; name: string }) {
    const confirmed = await confirm({
      title: t('predictive.removeTitle', { name }), text: t('predictive.removeText'), confirm: t('action.delete'), isDangerous: true,
    })
    if (confirmed && await change({ input: { predictiveModelId: id } })) done(t('predictive.removed', { name }))
  }
  return { remove, busy }
}
