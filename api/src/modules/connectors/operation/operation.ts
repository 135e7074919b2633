import type { Json } from '@botpro/graphql/flows'
import type { InputType } from '../connector-description.ts'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A name and what goes there: JSON as it is, or a text with inputs in braces. */
export interface Field {
  name: string
  value: Json
}

export interface Input {
  name: string
  type: InputType
  isRequired: boolean
  description: string
}

export interface Output {
  name: string
  path: string
  type: InputType | 'LIST'
  isRequired: boolean
}

/** Everything that one kind of request is, but its key. */
export interface OperationDefinition {
  name: string
  description: string
  method: Method
  path: string
  query: Field[]
  headers: Field[]
  bodyKind: 'NONE' | 'JSON' | 'FORM'
  body: Field[]
  inputs: Input[]
  outputs: Output[]
  isIdempotent: boolean
  idempotencyHeader: string | null
  notFoundStatuses: number[]
  timeoutMs: number
  retries: number
  cacheSeconds: number
  maxBytes: number
  sample: Json
}

export const isReading = ({ method }: Pick<OperationDefinition, 'method'>): boolean => method === 'GET' || method === 'HEAD'

/** Once again does no harm. */
export const mayRepeat = ({ isIdempotent, idempotencyHeader }: OperationDefinition): boolean => isIdempotent || idempotencyHeader !== null
