import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { DismissQuarantinedUpdateDocument, ReplayQuarantinedUpdateDocument } from '../../../contract/graphql.ts'

/** What is done with updates that wait for somebody to look. Each verb resolves to whether it was done. */
export function useQuarantine() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done } = useNotify()
  const { change: replayUpdate, busy: isReplaying } = useChange(ReplayQuarantinedUpdateDocument)
  const { change: dismissUpdate, busy: isDismissing } = useChange(DismissQuarantinedUpdateDocument)

  async function replay(id: string): Promise<boolean> {
    if (!await replayUpdate({ id })) return false
    done(t('channels.quarantine.replayed'))
    return true
  }
  async function dismiss(id: string): Promise<boolean> {
    const isSure = await confirm({ title: t('channels.quarantine.dismissTitle'), text: t('channels.quarantine.dismissText'), confirm: t('channels.quarantine.dismiss'), isDangerous: true })
    if (!isSure || !await dismissUpdate({ id })) return false
    done(t('channels.quarantine.dismissed'))
    return true
  }
  return { replay, dismiss, isReplaying, isDismissing }
}
