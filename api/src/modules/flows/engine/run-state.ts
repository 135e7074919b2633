import type { Json, Key } from '@botpro/graphql/flows'

/** Where a run stands. It is JSON, is kept as one row, and means something only together with the version it is pinned to. */
export interface RunState {
  /** The innermost flow last. Empty when the run is over. */
  frames: Frame[]
  /** Variables of scope CONVERSATION. They outlive the run. */
  shared: Record<string, Json>
  waiting: Waiting | null
  /** The messages under which the options of its question stand, each time that it was asked. Nothing in runs from before this was kept. */
  shown?: string[]
  /** What went wrong last, for texts and conditions as `error`. */
  error: RunError | null
  /** How the run began, for texts and conditions as `trigger`. */
  trigger: { kind: string; id: string | null; data: Json }
  /** Of requests: the next one's number, so that each has a name of its own that a second try of the same turn gives it again. */
  requests: number
  /** How often it went on by itself since she last said something: a run that nobody listens to ends. */
  unheard: number
}

export interface Frame {
  flow: Key
  step: string
  vars: Record<string, Json>
  /** Of the step that is being done: how often an answer could not be taken, which question of a survey comes next … */
  progress: Record<string, Json>
}

export interface RunError {
  code: string
  message: string
  status: number | null
}

export type Waiting =
  /** For the contact. */
  | { kind: 'CONTACT' }
  /** For an answer from outside; what she writes meanwhile is kept and heard afterwards. */
  | { kind: 'REQUEST'; requestId: string }
  /** For a moment, or something to happen, whichever is first. ISO instants. */
  | { kind: 'TIME'; until: string | null; event: string | null; mayWrite: boolean }
  /** For people to give the conversation back. */
  | { kind: 'AGENT' }
