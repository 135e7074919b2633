import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { DeleteMessageTemplateDocument, SyncMessageTemplatesDocument } from '../../../contract/graphql.ts'

/** What is done with the templates of a line; `problem` is what the provider had against it. */
export function useTemplateActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done } = useNotify()
  const { change: syncTemplates, busy: isSyncing } = useChange(SyncMessageTemplatesDocument)
  const { change: deleteTemplate } = useChange(DeleteMessageTemplateDocument)
  const problem = ref<{ code: string; message: string }>()

  async function sync(channelAccountId: string) {
    problem.value = undefined
    const result = (await syncTemplates({ channelAccountId }))?.syncMessageTemplates
    if (result?.__typename === 'ChannelCheckFailed') problem.value = result.problem
    if (result?.__typename === 'ChannelAccount') done(t('templates.synced'))
  }
  async function remove({ id, name }: { id: string; name: string }): Promise<boolean> {
    const isSure = await confirm({ title: t('templates.deleteTitle', { name }), text: t('templates.deleteText'), confirm: t('action.delete'), isDangerous: true })
    if (!isSure || !await deleteTemplate({ templateId: id })) return false
    done(t('templates.deleted', { name }))
    return true
  }
  return { sync, remove, problem, isSyncing }
}
