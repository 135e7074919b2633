import type { Json, StepKind, StepOf } from '@botpro/graphql/flows'
import type { Heard } from './input.ts'
import type { Moving } from './moving.ts'
import type { InsideRequest, OutsideRequest, RequestResult } from './request.ts'
import type { Waiting } from './run-state.ts'

/** Where a run goes from a step. */
export type Move =
  | { to: 'EXIT'; exit: string; failure?: string }
  | { to: 'WAIT'; waiting: Waiting; misunderstood?: boolean }
  | { to: 'REQUEST'; request: InsideRequest | OutsideRequest }
  /** Within the flow. */
  | { to: 'STEP'; step: string }
  /** Into another flow, to come back by this step’s exits. */
  | { to: 'SUB_FLOW'; flow: string; parameters: Record<string, Json> }
  /** Into another flow instead of this one. */
  | { to: 'FLOW'; flow: string; parameters: Record<string, Json> }
  | { to: 'END'; outcome: string | null; failed: boolean }
  /** What she said was not for this step. */
  | { to: 'UNUSED' }

/** What a kind of step does at the moments of its life. Whatever it leaves out cannot happen to it. */
export interface StepHandler<Kind extends StepKind> {
  /** The run arrives. */
  enter(moving: Moving, step: StepOf<Kind>): Move
  /** The contact says something while the run waits here. */
  hear?(moving: Moving, step: StepOf<Kind>, heard: Heard): Move
  /** The question once more, after an aside. */
  again?(moving: Moving, step: StepOf<Kind>): Move
  answered?(moving: Moving, step: StepOf<Kind>, result: RequestResult): Move
  elapsed?(moving: Moving, step: StepOf<Kind>): Move
  happened?(moving: Moving, step: StepOf<Kind>, data: Json): Move
  /** She said the word for leaving it all. Where a step says nothing of it, its flow is left. */
  cancelled?(moving: Moving, step: StepOf<Kind>): Move
  /** People gave the conversation back. */
  returned?(moving: Moving, step: StepOf<Kind>): Move
}

export const exit = (name: string): Move => ({ to: 'EXIT', exit: name })
export const failure = (name: string, code: string): Move => ({ to: 'EXIT', exit: name, failure: code })
export const forContact: Move = { to: 'WAIT', waiting: { kind: 'CONTACT' } }
export const notTaken: Move = { ...forContact, misunderstood: true }
