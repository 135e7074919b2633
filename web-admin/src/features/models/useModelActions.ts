import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { PublishModelDocument, WithdrawModelDocument, type ModelsTable_ElenaModelFragment as Model, type PublishModelMutation } from '../../contract/graphql.ts'

export type Regression = Extract<PublishModelMutation['publishModel'], { __typename: 'ModelRegressed' }>['regressions'][number]
export type Published = { state: 'done' | 'failed' } | { state: 'regressed'; regressions: Regression[] } | { state: 'refused'; reason: string }

/** What decides by which model the bot understands. */
export function useModelActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done } = useNotify()
  const { change: publishModel, busy } = useChange(PublishModelDocument)
  const { change: withdrawModel } = useChange(WithdrawModelDocument)

  async function publish({ id, number }: Pick<Model, 'id' | 'number'>, overrideReason?: string): Promise<Published> {
    const result = (await publishModel({ input: { modelId: id, overrideReason } }))?.publishModel
    switch (result?.__typename) {
      case 'ElenaModel': done(t('models.done.published', { number })); return { state: 'done' }
      case 'ModelRegressed': return { state: 'regressed', regressions: result.regressions }
      case 'ModelNotKept': return { state: 'refused', reason: t('models.publish.notKept') }
      case 'InvalidInput': return { state: 'refused', reason: t('errors.BAD_USER_INPUT') }
      default: return { state: 'failed' }
    }
  }
  async function withdraw({ id, number }: Pick<Model, 'id' | 'number'>) {
    const confirmed = await confirm({
      title: t('models.withdraw.title', { number }), text: t('models.withdraw.text'), confirm: t('models.withdraw.submit'), isDangerous: true,
    })
    if (confirmed && await withdrawModel({ input: { modelId: id } })) done(t('models.done.withdrawn'))
  }
  return { publish, withdraw, busy }
}
