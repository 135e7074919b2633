import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeConnectorDocument, type ConnectorForm_ConnectorFragment as Connector } from '../../../contract/graphql.ts'
import { useRefusalWords } from '../useRefusalWords.ts'
import { useScreenLanguage } from '../useScreenLanguage.ts'
import { changeOf, draftOf, problemOf } from './connector-draft.ts'

/** A connector as it is being changed. */
export function useConnectorForm(connector: () => Connector) {
  const { t } = useI18n()
  const { done } = useNotify()
  const words = useRefusalWords()
  const language = useScreenLanguage()
  const { change, busy } = useChange(ChangeConnectorDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => draftOf(connector()))
  const isStale = ref(false)
  const isTold = ref(false)
  const refused = ref<string>()
  const told = computed(() => (isTold.value ? problemOf(draft.value) ?? refused.value : undefined))
  const refusal = computed(() => (told.value ? words(told.value) : ''))
  const problemFor = (field: string) => (told.value === field ? words(field) : undefined)
  watch(draft, () => { refused.value = undefined }, { deep: true })
  useUnsavedGuard(isDirty)

  async function save() {
    isTold.value = true
    isStale.value = false
    refused.value = undefined
    if (problemOf(draft.value)) return
    const result = (await change({ input: changeOf(connector().id, draft.value), language: language.value }))?.changeConnector
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refused.value = fieldOf(result.field)
    if (result?.__typename !== 'Connector') return
    accept(draftOf(result))
    isTold.value = false
    done(t('connectors.saved'))
  }
  /** Secrets are counted in the order in which they were sent. */
  function fieldOf(field: string): string {
    const index = /^auth\.secrets\.(\d+)\./.exec(field)?.[1]
    const secret = index && changeOf(connector().id, draft.value).auth.secrets?.[Number(index)]?.secret
    return secret ? `auth.${secret}` : field
  }
  function discard() {
    isStale.value = false
    isTold.value = false
    reset()
  }
  return { draft, isDirty, busy, isStale, refusal, problemFor, save, discard }
}
