import type {
  ConnectorBodyKind, ConnectorMethod, ConnectorOperationInput, ConnectorOutputType, ConnectorValueType, OperationForm_ConnectorOperationFragment as Operation,
} from '../../../contract/graphql.ts'

export const METHODS: ConnectorMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']
export const INPUT_TYPES: ConnectorValueType[] = ['TEXT', 'NUMBER', 'DATE', 'YES_NO', 'OBJECT']
export const OUTPUT_TYPES: ConnectorOutputType[] = ['TEXT', 'NUMBER', 'DATE', 'YES_NO', 'OBJECT', 'LIST']

/** A value as it is being written. What is no text is written as JSON. */
export interface FieldDraft { name: string; text: string; isJson: boolean }
export interface InputDraft { name: string; type: ConnectorValueType; isRequired: boolean; description: string }
export interface OutputDraft { name: string; path: string; type: ConnectorOutputType; isRequired: boolean }

export interface OperationDraft {
  version: number
  key: string
  name: string
  description: string
  method: ConnectorMethod
  path: string
  query: FieldDraft[]
  headers: FieldDraft[]
  bodyKind: ConnectorBodyKind
  body: FieldDraft[]
  inputs: InputDraft[]
  outputs: OutputDraft[]
  isIdempotent: boolean
  idempotencyHeader: string
  notFoundStatuses: string
  timeoutSeconds: number
  retries: number
  cacheSeconds: number
  maxBytes: number
  sample: unknown
}

/** What only reads may be remembered, and has no body. */
export const isReading = (method: ConnectorMethod): boolean => method === 'GET' || method === 'HEAD'
export const isUsuallyIdempotent = (method: ConnectorMethod): boolean => method !== 'POST' && method !== 'PATCH'

export const newOperation = (): OperationDraft => ({
  version: 0, key: '', name: '', description: '', method: 'GET', path: '/', query: [], headers: [], bodyKind: 'NONE', body: [], inputs: [], outputs: [],
  isIdempotent: true, idempotencyHeader: '', notFoundStatuses: '404', timeoutSeconds: 8, retries: 1, cacheSeconds: 0, maxBytes: 500_000, sample: null,
})

export const newField = (): FieldDraft => ({ name: '', text: '', isJson: false })
const fieldDraft = ({ name, value }: { name: string; value: unknown }): FieldDraft =>
  (typeof value === 'string' ? { name, text: value, isJson: false } : { name, text: JSON.stringify(value), isJson: true })

export function draftOf(operation: Operation): OperationDraft {
  const { version, key, name, description, method, path, bodyKind, isIdempotent, retries, cacheSeconds, maxBytes, sample } = operation
  return {
    version, key, name, description, method, path, bodyKind, isIdempotent, retries, cacheSeconds, maxBytes, sample: sample ?? null,
    query: operation.query.map(fieldDraft), headers: operation.headers.map(fieldDraft), body: operation.body.map(fieldDraft),
    inputs: operation.inputs.map(input => ({ name: input.name, type: input.type, isRequired: input.isRequired, description: input.description })),
    outputs: operation.outputs.map(output => ({ name: output.name, path: output.path, type: output.type, isRequired: output.isRequired })),
    idempotencyHeader: operation.idempotencyHeader ?? '', notFoundStatuses: operation.notFoundStatuses.join(', '), timeoutSeconds: operation.timeoutMs / 1000,
  }
}

export const isJsonText = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
const valueOf = ({ text, isJson }: FieldDraft): unknown => (isJson && isJsonText(text) ? JSON.parse(text) : text)
/** A row that nobody wrote in is none. A body may be one value without a name. */
const fieldsOf = (fields: FieldDraft[]) =>
  fields.filter(({ name, text }) => name.trim() || text).map(field => ({ name: field.name.trim(), value: valueOf(field) }))

export const statusesIn = (text: string): number[] => text.split(/[\s,;]+/).filter(Boolean).map(Number)

export function inputOf(draft: OperationDraft): ConnectorOperationInput {
  const { key, name, description, method, path, bodyKind, inputs, outputs, isIdempotent, retries, maxBytes, sample } = draft
  const reads = isReading(method)
  return {
    key, name, description, method, path: path.trim(), inputs, outputs, isIdempotent, retries, maxBytes, sample,
    query: fieldsOf(draft.query), headers: fieldsOf(draft.headers), bodyKind: reads ? 'NONE' : bodyKind, body: reads || bodyKind === 'NONE' ? [] : fieldsOf(draft.body),
    idempotencyHeader: draft.idempotencyHeader.trim() || null, notFoundStatuses: statusesIn(draft.notFoundStatuses),
    timeoutMs: Math.round(draft.timeoutSeconds * 1000), cacheSeconds: reads ? draft.cacheSeconds : 0,
  }
}

const NAMES = /\{([a-z][A-Za-z0-9_]{0,59})\}/g
export const isName = (name: string): boolean => /^[a-z][A-Za-z0-9_]{0,59}$/.test(name)
export const namesIn = (text: string): string[] => [...text.matchAll(NAMES)].map(([, name]) => name!)

/** What stands in braces and is no input yet. */
export function missingInputs({ path, query, headers, body, bodyKind, inputs }: OperationDraft): string[] {
  const texts = [path, ...[...query, ...headers, ...(bodyKind === 'NONE' ? [] : body)].filter(({ isJson }) => !isJson).map(({ text }) => text)]
  const known = new Set(inputs.map(({ name }) => name))
  return [...new Set(texts.flatMap(namesIn))].filter(name => !known.has(name))
}

/** The inputs that are missing, added; those of the path must be given. */
export function withMissingInputs(draft: OperationDraft): InputDraft[] {
  const inPath = namesIn(draft.path)
  const added = missingInputs(draft).map(name => ({ name, type: 'TEXT' as const, isRequired: inPath.includes(name), description: '' }))
  return [...draft.inputs, ...added]
}

const between = (value: unknown, least: number, most: number) => typeof value === 'number' && value >= least && value <= most
const firstOf = <Item>(list: Item[], part: string, isWrong: (item: Item, index: number) => boolean) => {
  const index = list.findIndex(isWrong)
  return index === -1 ? undefined : part.replace('*', String(index))
}
const isTwice = (list: { name: string }[], name: string) => list.filter(other => other.name === name).length > 1

/** The first field that cannot be sent as it is, named as the server names it. */
export function problemOf(draft: OperationDraft): string | undefined {
  const { name, path, inputs, outputs, timeoutSeconds, retries, cacheSeconds, method } = draft
  if (!name.trim()) return 'operation.name'
  if (path !== '' && (!path.startsWith('/') || /[?#\s]/.test(path))) return 'operation.path'
  if (namesIn(path).some(one => inputs.some(input => input.name === one && !input.isRequired))) return 'operation.path'
  return firstOf(inputs, 'operation.inputs.*.name', input => !isName(input.name) || isTwice(inputs, input.name))
    ?? firstOf(draft.body, 'operation.body.*.value', field => field.isJson && !isJsonText(field.text))
    ?? firstOf(outputs, 'operation.outputs.*.name', output => !isName(output.name) || isTwice(outputs, output.name))
    ?? (statusesIn(draft.notFoundStatuses).every(status => Number.isInteger(status) && between(status, 200, 499)) ? undefined : 'operation.notFoundStatuses')
    ?? (between(timeoutSeconds, 0.5, 30) ? undefined : 'operation.timeoutMs')
    ?? (between(retries, 0, 3) ? undefined : 'operation.retries')
    ?? (!isReading(method) || between(cacheSeconds, 0, 86_400) ? undefined : 'operation.cacheSeconds')
}
