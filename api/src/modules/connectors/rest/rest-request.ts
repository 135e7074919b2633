import type { Json } from '@botpro/graphql/flows'
import { CallProblem } from '../call-problem.ts'
import { mayRepeat, type Field, type OperationDefinition } from '../operation/operation.ts'
import { parsePath, put } from './answer-path.ts'
import { bound, filled, inWords } from './placeholders.ts'

/** A request before it is let in: nothing of it is secret. */
export interface RestRequest {
  method: OperationDefinition['method']
  url: URL
  headers: Record<string, string>
  body?: string
}

export interface RestRequestParts {
  baseUrl: string
  /** Of the connector. */
  headers: Field[]
  operation: OperationDefinition
  input: Record<string, Json>
  idempotencyKey: string
}

/** What is sent for one call. Throws BAD_INPUT where what was given cannot stand where it would go. */
export function restRequest({ baseUrl, headers, operation, input, idempotencyKey }: RestRequestParts): RestRequest {
  const url = addressOf(baseUrl, operation, input)
  for (const [name, value] of boundFields(operation.query, input)) for (const one of listed(value)) url.searchParams.append(name, inWords(one))
  const { contentType, body } = bodyOf(operation, input)
  const repeatable = operation.idempotencyHeader && mayRepeat(operation) ? [[operation.idempotencyHeader, idempotencyKey] as const] : []
  return {
    method: operation.method, url, ...body !== undefined && { body },
    headers: headersOf([
      ['accept', 'application/json'], ...(contentType ? [['content-type', contentType] as const] : []),
      ...boundFields(headers, {}), ...boundFields(operation.headers, input), ...repeatable,
    ]),
  }
}

/** Whatever an input holds, it stays one part of the path, below the connector's address. */
function addressOf(baseUrl: string, { path }: OperationDefinition, input: Record<string, Json>): URL {
  const whole = path.split('/').map(part => {
    const text = filled(part, input, value => encodeURIComponent(inWords(value).toWellFormed()))
    if (text !== part && /^(\.|%2e){1,2}$/i.test(text)) throw new CallProblem('BAD_INPUT', 'An input would lead to another place of the system.')
    return text
  }).join('/')
  return new URL(baseUrl.replace(/\/+$/, '') + whole)
}

function boundFields(fields: readonly Field[], input: Record<string, Json>): [string, Json][] {
  return fields.flatMap(({ name, value }): [string, Json][] => {
    const given = bound(value, input)
    return given === undefined ? [] : [[name, given]]
  })
}

/** A list is a parameter that comes several times. */
const listed = (value: Json): Json[] => (Array.isArray(value) ? value : [value])

function bodyOf({ bodyKind, body }: OperationDefinition, input: Record<string, Json>): { contentType?: string; body?: string } {
  if (bodyKind === 'NONE') return {}
  const fields = boundFields(body, input)
  if (bodyKind === 'FORM') {
    const form = new URLSearchParams(fields.flatMap(([name, value]) => listed(value).map(one => [name, inWords(one)])))
    return { contentType: 'application/x-www-form-urlencoded', body: form.toString() }
  }
  let whole: Json = {}
  for (const [name, value] of fields) whole = put(whole, parsePath(name) ?? [name], value)
  return { contentType: 'application/json', body: JSON.stringify(whole) }
}

function headersOf(fields: Iterable<readonly [string, Json]>): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of fields) {
    const text = inWords(value).trim()
    // What else is no header, but the beginning of another.
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) throw new CallProblem('BAD_INPUT', `What would be sent in the header “${name}” cannot stand there.`)
    headers[name.toLowerCase()] = text
  }
  return headers
}
