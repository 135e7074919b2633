import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { PauseChannelDocument, RemoveChannelDocument, StartChannelDocument } from '../../contract/graphql.ts'
import type { ChannelBasics } from './channel-kind.ts'
import { causeOf } from './channel-problem.ts'

/** What is done with an account of a provider's. Each verb resolves to whether it was done. */
export function useChannelActions() {
  const { t } = useI18n()
  const router = useRouter()
  const confirm = useConfirm()
  const { done, failed } = useNotify()
  const { change: startChannel, busy: isStarting } = useChange(StartChannelDocument)
  const { change: pauseChannel, busy: isPausing } = useChange(PauseChannelDocument)
  const { change: removeChannel, busy: isRemoving } = useChange(RemoveChannelDocument)
  const busy = computed(() => isStarting.value || isPausing.value || isRemoving.value)

  async function start({ id, name }: ChannelBasics): Promise<boolean> {
    const result = (await startChannel({ channelAccountId: id }))?.startChannel
    if (result?.__typename === 'ChannelCheckFailed') failed(t(`channels.cause.${causeOf(result.problem)}.title`))
    if (result?.__typename === 'PoliciesNotAccepted') await router.push({ path: `/channels/${id}/connect`, query: { step: 'policies' } })
    if (result?.__typename !== 'ChannelAccount') return false
    done(t('channels.started', { name }))
    return true
  }
  async function pause({ id, name }: ChannelBasics): Promise<boolean> {
    const isSure = await confirm({ title: t('channels.pauseTitle', { name }), text: t('channels.pauseText'), confirm: t('channels.pause') })
    if (!isSure || !await pauseChannel({ channelAccountId: id })) return false
    done(t('channels.paused', { name }))
    return true
  }
  /** A WhatsApp line that is let go of has to be registered anew, which is why its name is typed again. */
  async function remove({ id, name, kind }: ChannelBasics): Promise<boolean> {
    const typed = kind === 'WHATSAPP' ? { typeToConfirm: name, typeLabel: t('channels.removeType', { name }) } : {}
    const isSure = await confirm({ title: t('channels.removeTitle', { name }), text: t('channels.removeText'), confirm: t('channels.remove'), isDangerous: true, ...typed })
    if (!isSure || !await removeChannel({ channelAccountId: id })) return false
    done(t('channels.removed', { name }))
    return true
  }
  return { start, pause, remove, busy }
}
