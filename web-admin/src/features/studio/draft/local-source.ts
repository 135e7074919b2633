import type { BotSettings, Flow } from '@botpro/graphql/flows'
import type { FlowSource, KeptFlow, LoadedFlow } from './flow-source.ts'
import { sampleFlow } from './sample-flow.ts'

const SETTINGS: BotSettings = {
  languages: ['ES', 'EN'],
  words: { menu: {}, help: {}, person: {}, cancel: {}, restart: {} },
  texts: { help: {}, cancelled: {}, notUnderstood: {}, trouble: {}, handOff: {}, outOfHours: {} },
}

/** Keeps a flow in the memory of the page. */
export function localFlow(key: string, flow: Flow = sampleFlow(key)): { loaded: LoadedFlow; source: FlowSource } {
  let kept: KeptFlow = { flow, revision: 1, at: new Date(), by: null }
  return {
    loaded: { ...kept, settings: SETTINGS, flows: [{ key: 'welcome', name: 'Bienvenida', variables: [] }, { key: 'claims', name: 'Reclamos', variables: [] }] },
    source: {
      async save(next, revision) {
        if (revision !== kept.revision) return { kind: 'CHANGED', theirs: kept }
        kept = { flow: next, revision: revision + 1, at: new Date(), by: null }
        return { kind: 'SAVED', revision: kept.revision, at: kept.at }
      },
      latest: async () => kept,
    },
  }
}
