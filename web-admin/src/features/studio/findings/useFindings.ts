import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import { FlowStudioFindingsDocument } from '../../../contract/graphql.ts'
import type { Finding } from './finding.ts'

/** What the linter finds in a flow of the draft, as it was last saved. */
export function useFindings(botId: string, flowKey: () => string) {
  const { data, executeQuery } = useQuery({ query: FlowStudioFindingsDocument, variables: { botId }, requestPolicy: 'network-only' })
  const findings = computed<Finding[]>(() => (data.value?.bot.draftFindings ?? []).filter(({ flow }) => flow === flowKey()).map(({ code, severity, flow, step, field, facts }) => ({
    code, severity, flow: flow ?? null, step: step ?? null, field: field ?? null, facts: (facts ?? {}) as Finding['facts'],
  })))
  return { findings, refresh: () => executeQuery({ requestPolicy: 'network-only' }) }
}
