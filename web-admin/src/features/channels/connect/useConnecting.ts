import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ConnectChannelDocument, type ConnectForm_ChannelKindFactsFragment as KindFacts } from '../../../contract/graphql.ts'
import { newValues, problemsOf, settingIn, settingsInput } from '../settings/channel-settings.ts'

/** A new account, as it is being filled in. */
export function useConnecting({ kind, fields }: KindFacts) {
  const { t } = useI18n()
  const { change, busy } = useChange(ConnectChannelDocument)
  const name = ref('')
  const values = ref(newValues(fields))
  const isTold = ref(false)
  const isKept = ref(false)
  const refused = ref('')
  const refusal = ref('')
  /** The account that this line is connected as already. */
  const existing = ref('')
  const problems = computed(() => problemsOf(fields, values.value))
  const isDirty = computed(() => !isKept.value && JSON.stringify([name.value, values.value]) !== JSON.stringify(['', newValues(fields)]))
  useUnsavedGuard(isDirty)

  function wordsFor(field: string): string | undefined {
    const problem = problems.value[settingIn(field) ?? '']
    if (isTold.value && problem) return t(problem === 'required' ? 'field.required' : 'channels.settings.pattern')
    if (isTold.value && field === 'name' && !name.value.trim()) return t('field.required')
    return refused.value === field ? t('field.invalid') : undefined
  }
  /** Resolves to the id of the draft, or to nothing; then it says beside the fields why. */
  async function connect(): Promise<string | undefined> {
    isTold.value = true
    refused.value = refusal.value = existing.value = ''
    if (Object.keys(problems.value).length || !name.value.trim()) return undefined
    const result = (await change({ input: { kind, name: name.value.trim(), settings: settingsInput(fields, values.value) } }))?.connectChannel
    if (result?.__typename === 'InvalidInput') refused.value = result.field
    if (result?.__typename === 'ChannelExists') {
      refusal.value = t('connect.exists', { name: result.channelAccount.name })
      existing.value = result.channelAccount.id
    }
    if (result?.__typename !== 'ChannelAccount') return undefined
    isKept.value = true
    return result.id
  }
  return { name, values, refusal, existing, busy, wordsFor, connect }
}
