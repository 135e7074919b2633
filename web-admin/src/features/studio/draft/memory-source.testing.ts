import type { Flow } from '@botpro/graphql/flows'
import type { FlowSource, KeptFlow } from './flow-source.ts'

/** Keeps a flow as the API does, in memory: who saves on an older revision is told what stands. */
export function memorySource(flow: Flow) {
  let kept: KeptFlow = { flow, revision: 1, at: new Date(0), by: null }
  const saves: Flow[] = []
  const snapshots: Flow[] = []
  const source: FlowSource = {
    async save(next, revision, how) {
      if (revision !== kept.revision) return { kind: 'CHANGED', theirs: kept }
      if (how?.keepsBefore) snapshots.push(kept.flow)
      saves.push(next)
      kept = { flow: next, revision: revision + 1, at: new Date(0), by: null }
      return { kind: 'SAVED', revision: kept.revision, at: kept.at }
    },
    latest: async () => kept,
  }
  /** Somebody else saves. */
  const changeElsewhere = (change: (flow: Flow) => Flow) => { kept = { flow: change(kept.flow), revision: kept.revision + 1, at: new Date(0), by: 'Ana' } }
  return { source, kept: () => kept, saves, snapshots, changeElsewhere, first: { ...kept } }
}
