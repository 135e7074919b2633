import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed, ref, shallowRef, type ComputedRef } from 'vue'
import { TestConnectorOperationDocument, type ConnectorOperationInput, type TestConnectorOperationMutation } from '../../../contract/graphql.ts'
import { valuesOf, type TestedInput } from './test-values.ts'

export type Trial = Extract<TestConnectorOperationMutation['testConnectorOperation'], { __typename: 'ConnectorTest' }>
/** An operation that is kept, by its key, or one that is being written. */
export interface TrialQuestion { operationKey?: string; operation?: ConnectorOperationInput }

/** A call that is really made, with what somebody typed for the inputs. */
export function useTrial(connectorId: () => string, inputs: () => TestedInput[], question: () => TrialQuestion) {
  const { change, busy } = useChange(TestConnectorOperationDocument)
  const typed = ref<Record<string, string>>({})
  const isTold = ref(false)
  const trial = shallowRef<Trial>()
  const refused = ref<string>()
  const read = computed(() => valuesOf(inputs(), typed.value))
  const wrong: ComputedRef<string[]> = computed(() => (isTold.value ? read.value.wrong : []))

  /** Resolves to what came of it. */
  async function run(): Promise<Trial | undefined> {
    isTold.value = true
    refused.value = undefined
    if (read.value.wrong.length) return undefined
    const result = (await change({ input: { connectorId: connectorId(), ...question(), values: read.value.values } }))?.testConnectorOperation
    if (result?.__typename === 'InvalidInput') refused.value = result.field
    trial.value = result?.__typename === 'ConnectorTest' ? result : undefined
    return trial.value
  }
  return { typed, wrong, trial, refused, busy, run }
}
