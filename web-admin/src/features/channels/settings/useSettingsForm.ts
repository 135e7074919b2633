import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeChannelDocument, type ChannelPage_ChannelAccountFragment as Channel } from '../../../contract/graphql.ts'
import { draftOf, problemsOf, settingIn, settingsInput, type Field } from './channel-settings.ts'

/** What was filled in for an account, as it is being changed. */
export function useSettingsForm(channel: () => Channel, fields: () => readonly Field[]) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(ChangeChannelDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => draftOf(channel(), fields()))
  const lastFours = computed(() => Object.fromEntries(channel().provider!.settings.flatMap(({ name, lastFour }) => (lastFour ? [[name, lastFour]] : []))))
  const problems = computed(() => problemsOf(fields(), draft.value.values, new Set(Object.keys(lastFours.value))))
  const isTold = ref(false)
  const refused = ref('')
  const refusal = ref('')
  const isStale = ref(false)
  useUnsavedGuard(isDirty)

  function forget() {
    isStale.value = false
    refused.value = ''
    refusal.value = ''
  }
  /** What stands beside a field; `settings.` before those of the kind. */
  function wordsFor(field: string): string | undefined {
    const own = settingIn(field)
    if (isTold.value && own && problems.value[own]) return t(problems.value[own] === 'required' ? 'field.required' : 'channels.settings.pattern')
    if (isTold.value && field === 'name' && !draft.value.name.trim()) return t('field.required')
    return refused.value === field ? t('field.invalid') : undefined
  }
  /** Resolves to whether it was saved. */
  async function save(): Promise<boolean> {
    forget()
    isTold.value = true
    if (Object.keys(problems.value).length || !draft.value.name.trim()) return false
    const { version, name, values, texts } = draft.value
    const result = (await change({
      input: { channelAccountId: channel().id, version, name: name.trim(), settings: settingsInput(fields(), values), texts },
    }))?.changeChannel
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'ChannelExists') refusal.value = t('connect.exists', { name: result.channelAccount.name })
    if (result?.__typename === 'InvalidInput') refused.value = result.field
    if (result?.__typename !== 'ChannelAccount') return false
    isTold.value = false
    accept(draftOf(result, fields()))
    done(t('channels.settings.saved'))
    return true
  }
  function discard() {
    forget()
    isTold.value = false
    reset()
  }
  return { draft, isDirty, busy, isStale, refusal, lastFours, wordsFor, save, discard }
}
