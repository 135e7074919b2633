import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeWebChannelDocument, type WebForm_WebChannelFragment as WebChannel } from '../../../contract/graphql.ts'
import { canBeSaved, draftOf } from './web-channel.ts'

interface Channel { id: string; name: string; web: WebChannel }

/** A web channel as it is being changed. */
export function useWebForm(channel: () => Channel) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(ChangeWebChannelDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => draftOf(channel().name, channel().web))
  const isStale = ref(false)
  const refusal = ref('')
  const canSave = computed(() => canBeSaved(draft.value))
  useUnsavedGuard(isDirty)

  async function save() {
    isStale.value = false
    refusal.value = ''
    const result = (await change({ input: { channelAccountId: channel().id, ...draft.value } }))?.changeWebChannel
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = `${t('field.invalid')} (${result.field})`
    if (result?.__typename !== 'ChannelAccount' || !result.web) return
    accept(draftOf(result.name, result.web))
    done(t('webChannel.saved'))
  }
  function discard() {
    isStale.value = false
    refusal.value = ''
    reset()
  }
  return { draft, isDirty, canSave, busy, isStale, refusal, save, discard }
}
