import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangePaymentSettingsDocument, type PaymentSettingsPage_PaymentSettingsFragment as Settings } from '../../contract/graphql.ts'

const formOf = ({ connector, operation, minutes, version }: Settings) => ({ connector, operation, minutes, version })
type Field = 'connector' | 'operation' | 'minutes'

/** By which connector links are made, as it is being changed. */
export function usePaymentSettings(settings: () => Settings) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(ChangePaymentSettingsDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => formOf(settings()))
  const isStale = ref(false)
  const refused = ref('')
  useUnsavedGuard(isDirty)

  async function save() {
    isStale.value = false
    const { minutes } = draft.value
    refused.value = Number.isInteger(minutes) && minutes >= 1 && minutes <= 10_080 ? '' : 'minutes'
    if (refused.value) return
    const result = (await change({ input: draft.value }))?.changePaymentSettings
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refused.value = result.field
    if (result?.__typename !== 'PaymentSettings') return
    accept(formOf(result))
    done()
  }
  function discard() {
    isStale.value = false
    refused.value = ''
    reset()
  }
  const wordsFor = (field: Field) => (refused.value === field ? t(`payments.settings.problemOf.${field}`) : undefined)
  return { draft, isDirty, busy, isStale, save, discard, wordsFor }
}
