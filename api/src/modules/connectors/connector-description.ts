import type { Json, Key, LocalText } from '@botpro/graphql/flows'

export type InputType = 'TEXT' | 'NUMBER' | 'DATE' | 'YES_NO' | 'OBJECT'

export interface OperationInput {
  name: string
  type: InputType
  required: boolean
}

/** A value of the answer. What is not one of the plain types is an object or a list. */
export interface OperationOutput {
  name: string
  type: InputType | 'LIST'
}

/** What a flow may ask of an operation, and what it gets back: for the linter and the studio. */
export interface OperationDescription {
  key: Key
  name: LocalText
  isIdempotent: boolean
  inputs: OperationInput[]
  /** Empty where the whole answer is given as it comes, in a shape that nobody wrote down. */
  outputs: OperationOutput[]
  /** What it gives back, for example; null where nobody wrote one down. */
  sample: Json
}

export interface ConnectorDescription {
  key: Key
  name: LocalText
  /** Answered in the house, with sample data. */
  isDemo: boolean
  /** Not offered any more; what uses it goes on. */
  isArchived: boolean
  operations: OperationDescription[]
}
