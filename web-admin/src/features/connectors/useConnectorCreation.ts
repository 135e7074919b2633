import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useMayLeave } from '@botpro/ui/form/useMayLeave.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed, ref, watch } from 'vue'
import { CreateConnectorDocument, type ConnectorKind } from '../../contract/graphql.ts'
import { isKey, keyOf } from './connector-key.ts'
import { isAddress } from './editor/connector-draft.ts'
import { useRefusalWords } from './useRefusalWords.ts'

interface NewConnector { kind: ConnectorKind; name: string; key: string; demoSystem: string; baseUrl: string }
const SHOWN_BESIDE = ['name', 'key', 'demoSystem', 'baseUrl']

function problemOf({ kind, name, key, demoSystem, baseUrl }: NewConnector): string | undefined {
  if (kind === 'DEMO' && !demoSystem) return 'demoSystem'
  if (kind === 'REST' && !isAddress(baseUrl)) return 'baseUrl'
  if (!name.trim()) return 'name'
  return isKey(key) ? undefined : 'key'
}

/** The name of a connector that is added follows its demo system, and its key its name, until somebody types them. */
export function useConnectorCreation(kind: ConnectorKind) {
  const words = useRefusalWords()
  const { change, busy } = useChange(CreateConnectorDocument)
  const { draft, isDirty } = useDraft<NewConnector>({ kind, name: '', key: '', demoSystem: '', baseUrl: '' })
  const isKeyTyped = ref(false)
  const isTold = ref(false)
  const refused = ref<string>()
  const told = computed(() => (isTold.value ? problemOf(draft.value) ?? refused.value : undefined))
  const refusal = computed(() => (told.value && !SHOWN_BESIDE.includes(told.value) ? words(told.value) : ''))
  const problemFor = (field: string) => (told.value === field ? words(field) : undefined)
  watch(() => draft.value.name, name => { if (!isKeyTyped.value) draft.value.key = keyOf(name) })
  watch(draft, () => { refused.value = undefined }, { deep: true })

  function typeKey(text: string) {
    isKeyTyped.value = text !== ''
    draft.value.key = text
  }
  /** A demo system is called by its own key, so that bots that were made for it find it. */
  function takeDemo(key: string, name: string) {
    draft.value.demoSystem = key
    if (isKeyTyped.value && draft.value.name) return
    draft.value.name = name
    typeKey(key)
  }
  /** Resolves to the id of what was made. */
  async function create(): Promise<string | undefined> {
    isTold.value = true
    refused.value = undefined
    if (problemOf(draft.value)) return undefined
    const { kind: of, name, key, demoSystem, baseUrl } = draft.value
    const from = of === 'DEMO' ? { demoSystem } : { baseUrl }
    const result = (await change({ input: { kind: of, name, key, description: '', headers: [], auth: { kind: 'NONE' }, ...from } }))?.createConnector
    if (result?.__typename === 'InvalidInput') refused.value = result.field
    return result?.__typename === 'Connector' ? result.id : undefined
  }
  return { draft, refusal, busy, problemFor, takeDemo, typeKey, create, mayLeave: useMayLeave(isDirty) }
}
