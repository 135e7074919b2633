import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { VariableType } from '@botpro/graphql/flows'
import { languageOf } from '@botpro/ui/i18n/i18n.ts'
import { FlowStudioResourcesDocument, type FlowStudioResourcesQuery } from '../../../contract/graphql.ts'
import { fieldLabel } from './field-label.ts'
import { pathsIn, typeAt } from './paths-in.ts'
import type { Choice, ConnectorChoice, OperationChoice, StudioResources } from './resources.ts'

type Connector = FlowStudioResourcesQuery['connectors'][number]
type Operation = Pick<Connector['operations'][number], 'key' | 'name' | 'inputs' | 'sample'> & { description?: string; outputs?: { name: string; type: VariableType }[] }

const operationOf = ({ key, name, description = '', inputs, outputs = [], sample }: Operation): OperationChoice => ({
  value: key, label: name, description,
  inputs: inputs.map(input => ({ name: input.name, ...fieldLabel(input.name, input.description), required: input.isRequired })),
  outputs: (outputs.length ? outputs : pathsIn(sample).map(name => ({ name, type: typeAt(sample, name) }))).map(({ name, type }) => ({ name, label: name, required: false, type })),
})

/** A connector that no system answers yet offers what its demo system does. */
const connectorOf = ({ key, name, description, demoSystem, operations }: Connector): ConnectorChoice =>
  ({ value: key, label: name, description, operations: (operations.length ? operations : demoSystem?.operations ?? []).map(operationOf) })

/** What of the company’s a step may name. */
export function useStudioResources(): StudioResources {
  const { locale } = useI18n()
  const { data } = useQuery({ query: FlowStudioResourcesDocument, variables: () => ({ language: languageOf(locale.value) }), requestPolicy: 'cache-and-network' })
  const words = ({ es, en }: { es?: string | null; en?: string | null }) => (locale.value === 'en' ? en || es : es || en) ?? ''
  const choices = (pick: (found: FlowStudioResourcesQuery) => Choice[]) => computed(() => (data.value ? pick(data.value) : []))
  return {
    connectors: computed(() => (data.value?.connectors ?? []).filter(({ archivedAt }) => !archivedAt).map(connectorOf)),
    intents: choices(({ intents }) => intents.edges.map(({ node }) => ({ value: node.name, label: node.name }))),
    entities: choices(({ entityTypes }) => entityTypes.map(({ name }) => ({ value: name, label: name }))),
    tables: computed(() => []),
    requestTypes: computed(() => (data.value?.serviceRequestTypes ?? []).map(({ key, name, fields }) =>
      ({ value: key, label: words(name) || key, fields: fields.map(field => ({ name: field.name, label: words(field.label) || field.name, required: false })) }))),
    services: computed(() => (data.value?.appointmentServices ?? []).filter(({ isActive }) => isActive)
      .map(({ key, name, resources }) => ({ value: key, label: words(name) || key, places: resources.map(one => one.key) }))),
    places: choices(({ appointmentResources }) => appointmentResources.filter(({ isActive }) => isActive).map(({ key, name }) => ({ value: key, label: name }))),
  }
}
