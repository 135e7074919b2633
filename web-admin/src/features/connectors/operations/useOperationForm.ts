import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeConnectorOperationDocument, CreateConnectorOperationDocument, type OperationForm_ConnectorOperationFragment as Operation } from '../../../contract/graphql.ts'
import { isKey, keyOf } from '../connector-key.ts'
import { useRefusalWords } from '../useRefusalWords.ts'
import { draftOf, inputOf, isUsuallyIdempotent, missingInputs, newOperation, problemOf, withMissingInputs } from './operation-draft.ts'

/** An operation that is added or changed. What its path and values name becomes inputs by itself when it is saved or tried. */
export function useOperationForm(connectorId: () => string, operation: () => Operation | undefined) {
  const { t } = useI18n()
  const { done } = useNotify()
  const words = useRefusalWords()
  const { change: create, busy: isCreating } = useChange(CreateConnectorOperationDocument)
  const { change, busy: isChanging } = useChange(ChangeConnectorOperationDocument)
  const kept = () => operation()
  const { draft, isDirty, accept, reset } = useDraft(() => { const known = kept(); return known ? draftOf(known) : newOperation() })
  const isKeyTyped = ref(false)
  const isStale = ref(false)
  const isTold = ref(false)
  const refused = ref<string>()
  const problem = computed(() => problemOf(draft.value) ?? (isKey(draft.value.key) ? undefined : 'operation.key'))
  const told = computed(() => (isTold.value ? problem.value ?? refused.value : undefined))
  const refusal = computed(() => (told.value ? words(told.value) : ''))
  const problemFor = (field: string) => (told.value === field ? words(field) : undefined)
  const busy = computed(() => isCreating.value || isChanging.value)
  const missing = computed(() => missingInputs(draft.value))
  watch(draft, () => { refused.value = undefined }, { deep: true })
  watch(() => draft.value.name, name => { if (!kept() && !isKeyTyped.value) draft.value.key = keyOf(name) })
  watch(() => draft.value.method, (method, before) => {
    if (draft.value.isIdempotent === isUsuallyIdempotent(before)) draft.value.isIdempotent = isUsuallyIdempotent(method)
  })
  useUnsavedGuard(isDirty)

  function typeKey(text: string) {
    isKeyTyped.value = text !== ''
    draft.value.key = text
  }
  const addMissing = () => { draft.value.inputs = withMissingInputs(draft.value) }
  async function send() {
    const known = kept()
    if (!known) return (await create({ input: { connectorId: connectorId(), operation: inputOf(draft.value) } }))?.createConnectorOperation
    return (await change({ input: { connectorOperationId: known.id, version: draft.value.version, operation: inputOf(draft.value) } }))?.changeConnectorOperation
  }
  /** Resolves to what was kept. */
  async function save(): Promise<Operation | undefined> {
    addMissing()
    isTold.value = true
    isStale.value = false
    refused.value = undefined
    if (problem.value) return undefined
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refused.value = result.field
    if (result?.__typename !== 'ConnectorOperation') return undefined
    accept(draftOf(result))
    isTold.value = false
    done(t('connectors.operation.saved'))
    return result
  }
  function discard() {
    isStale.value = false
    isTold.value = false
    reset()
  }
  return { draft, isDirty, busy, isStale, refusal, problemFor, missing, addMissing, typeKey, save, discard }
}
