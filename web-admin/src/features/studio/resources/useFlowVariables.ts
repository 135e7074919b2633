import type { Flow } from '@botpro/graphql/flows'
import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import { FlowStudioLatestDocument } from '../../../contract/graphql.ts'
import { useStudio } from '../studio-context.ts'

/** The variables of another flow of the bot, asked for where a step uses it. */
export function useFlowVariables(key: () => string | undefined) {
  const { bot } = useStudio()
  const flowId = computed(() => bot.value.flows.find(flow => flow.key === key())?.id)
  const { data } = useQuery({ query: FlowStudioLatestDocument, variables: () => ({ flowId: flowId.value ?? '' }), pause: () => !flowId.value })
  return computed(() => (flowId.value && data.value?.botFlow.id === flowId.value ? (data.value.botFlow.document as Flow).variables : []))
}
