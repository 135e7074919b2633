import type { Flow } from '@botpro/graphql/flows'

export interface KeptFlow { flow: Flow; revision: number; at: Date; by: string | null }
/** A flow of the bot, for sub-flows and jumps. */
export interface FlowChoice { id: string; key: string; name: string }

export type SaveResult =
  | { kind: 'SAVED'; revision: number; at: Date }
  /** Somebody else kept something meanwhile. */
  | { kind: 'CHANGED'; theirs: KeptFlow }
  | { kind: 'REFUSED'; message: string }
  /** It could not be asked; it is tried again. */
  | { kind: 'FAILED' }

export interface Editor { id: string; name: string }

/** Where a flow is kept. */
export interface FlowSource {
  /** `keepsBefore`: something of somebody else's is overwritten on purpose, and what was kept is to be found again. */
  save(flow: Flow, revision: number, how?: { keepsBefore: boolean }): Promise<SaveResult>
  latest(): Promise<KeptFlow | undefined>
}
