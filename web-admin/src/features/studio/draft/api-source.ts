import type { Flow } from '@botpro/graphql/flows'
import type { Client } from '@urql/core'
import { FlowStudioLatestDocument, SaveFlowDocument, type FlowStudio_BotFlowFragment as BotFlow } from '../../../contract/graphql.ts'
import type { FlowSource, KeptFlow, SaveResult } from './flow-source.ts'

export const keptOf = ({ document, revision, changedAt, changedBy }: BotFlow): KeptFlow =>
  ({ flow: document as Flow, revision, at: new Date(changedAt), by: changedBy?.name ?? null })

/** Flows as the API keeps them. */
export function apiSource(client: () => Client, flowId: string): FlowSource {
  async function save(flow: Flow, revision: number, how?: { keepsBefore: boolean }): Promise<SaveResult> {
    const { data } = await client().mutation(SaveFlowDocument, { input: { flowId, revision, document: flow, ...how?.keepsBefore && { keepsBefore: true } } }).toPromise()
    const saved = data?.saveFlow
    if (saved?.__typename === 'BotFlow') return { kind: 'SAVED', revision: saved.revision, at: new Date(saved.changedAt) }
    if (saved?.__typename === 'FlowChangedMeanwhile') return { kind: 'CHANGED', theirs: { ...keptOf(saved.theirs), by: saved.by?.name ?? null } }
    return saved?.__typename === 'InvalidInput' ? { kind: 'REFUSED', message: saved.field } : { kind: 'FAILED' }
  }
  async function latest(): Promise<KeptFlow | undefined> {
    const { data } = await client().query(FlowStudioLatestDocument, { flowId }, { requestPolicy: 'network-only' }).toPromise()
    return data && keptOf(data.botFlow)
  }
  return { save, latest }
}
