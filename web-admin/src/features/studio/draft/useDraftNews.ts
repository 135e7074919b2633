import { useSubscription } from '@urql/vue'
import { FlowStudioChangedDocument } from '../../../contract/graphql.ts'
import type { Editor } from './flow-source.ts'

interface News { flowId: string; revision(): number; onEditors(editors: readonly Editor[]): void; onSaved(): void; onOthers(): void }

/** What others do with the bot while the flow is open. */
export function useDraftNews(botId: string, { flowId, revision, onEditors, onSaved, onOthers }: News) {
  useSubscription({ query: FlowStudioChangedDocument, variables: { botId } }, (_before, told) => {
    const { kind, flowId: about, revision: theirs, flow } = told.botDraftChanged
    if (kind === 'EDITORS_CHANGED') {
      if (about === flowId && flow) onEditors(flow.editors)
    } else if (kind === 'REPLACED' || (kind === 'FLOW_SAVED' && about === flowId)) {
      if (kind === 'REPLACED' || theirs > revision()) onSaved()
    } else if (kind !== 'TESTS_RAN') onOthers()
    return told
  })
}
