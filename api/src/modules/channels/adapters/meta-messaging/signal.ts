import type { Line } from '../adapter.ts'
import { GraphRefused } from '../meta/graph-error.ts'
import { askGraph } from '../meta/graph.ts'
import { ProviderSilent } from '../provider-http.ts'
import { accountIdOf, type MessagingKind } from './messaging-kind.ts'

const ACTIONS = { READ: 'mark_seen', TYPING: 'typing_on' } as const

export async function signalMessaging({ kind: what, to }: { kind: 'READ' | 'TYPING'; to: string }, line: Line, kind: MessagingKind): Promise<void> {
  try {
    await askGraph(line, { path: `${accountIdOf(line.settings, kind)}/messages`, method: 'POST', json: { recipient: { id: to }, sender_action: ACTIONS[what] } })
  } catch (error) {
    // Nobody misses it.
    if (!(error instanceof GraphRefused || error instanceof ProviderSilent)) throw error
  }
}
