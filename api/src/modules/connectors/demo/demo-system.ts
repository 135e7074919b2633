import type { Json, LocalText } from '@botpro/graphql/flows'

export interface DemoSystem { key: string; name: LocalText; operations: Record<string, DemoOperation> }

export interface DemoOperation {
  name: LocalText
  idempotent: boolean
  inputs: { name: string; type: 'TEXT' | 'NUMBER' | 'DATE' | 'YES_NO' | 'OBJECT'; required: boolean; description: string }[]
  sample: Json
  answer(input: Record<string, Json>, now: Date): Json
}

export class DemoProblem extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}
