import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeAppChannelDocument, type AppForm_AppChannelFragment as AppChannel } from '../../../contract/graphql.ts'
import { isComplete, textsOf } from '../web/web-channel.ts'

interface Channel { id: string; name: string; app: AppChannel }

const draftOf = (name: string, { version, note, texts }: AppChannel) => ({ version, name, note, texts: textsOf(texts) })

/** A channel in an application as it is being changed. */
export function useAppForm(channel: () => Channel) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(ChangeAppChannelDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => draftOf(channel().name, channel().app))
  const isStale = ref(false)
  const refusal = ref('')
  const canSave = computed(() => Boolean(draft.value.name.trim()) && draft.value.texts.every(isComplete))
  useUnsavedGuard(isDirty)

  async function save() {
    clear()
    const result = (await change({ input: { channelAccountId: channel().id, ...draft.value } }))?.changeAppChannel
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = `${t('field.invalid')} (${result.field})`
    if (result?.__typename !== 'ChannelAccount' || !result.app) return
    accept(draftOf(result.name, result.app))
    done(t('appChannel.saved'))
  }
  function clear() {
    isStale.value = false
    refusal.value = ''
  }
  function discard() {
    clear()
    reset()
  }
  return { draft, isDirty, canSave, busy, isStale, refusal, save, discard }
}
