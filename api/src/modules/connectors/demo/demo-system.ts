import type { Json, Key, LocalText } from '@botpro/graphql/flows'
import type { OperationInput } from '../connector-description.ts'

/** A company's system that is played in the house, so that a bot works before the company's own is connected. Its data is for show. */
export interface DemoSystem {
  key: Key
  name: LocalText
  operations: Record<Key, DemoOperation>
}

export interface DemoOperationInput extends OperationInput {
  description: LocalText
}

export interface DemoOperation {
  name: LocalText
  idempotent: boolean
  inputs: DemoOperationInput[]
  /** What a usual answer looks like: the studio shows it, and tests are begun with it. */
  sample: Json
  /** The same input at the same moment gives the same answer. Throws a DemoProblem where the system would refuse or fail. */
  answer(input: Record<string, Json>, now: Date): Json
}

/** What a system answers when it does not answer well: `NOT_FOUND` with 404, `REFUSED` with 409 … */
export class DemoProblem extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string) {
    super(message)
    this.name = 'DemoProblem'
    this.code = code
    this.status = status
  }
}
