import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { DeleteChannelLinkDocument, PauseChannelLinkDocument, ResumeChannelLinkDocument } from '../../contract/graphql.ts'

interface Named { id: string; name: string }

export function useLinkActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done } = useNotify()
  const pausing = useChange(PauseChannelLinkDocument)
  const resuming = useChange(ResumeChannelLinkDocument)
  const deleting = useChange(DeleteChannelLinkDocument)
  const busy = computed(() => pausing.busy.value || resuming.busy.value || deleting.busy.value)

  async function pause({ id, name }: Named) {
    if (await pausing.change({ input: { channelLinkId: id } })) done(t('links.paused', { name }))
  }
  async function resume({ id, name }: Named) {
    if (await resuming.change({ input: { channelLinkId: id } })) done(t('links.resumed', { name }))
  }
  async function remove({ id, name }: Named) {
    const confirmed = await confirm({ title: t('links.removeTitle', { name }), text: t('links.removeText'), confirm: t('action.delete'), isDangerous: true })
    if (confirmed && await deleting.change({ input: { channelLinkId: id } })) done(t('links.removed', { name }))
  }
  return { pause, resume, remove, busy }
}
