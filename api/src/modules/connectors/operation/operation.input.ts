import type { Json } from '@botpro/graphql/flows'
import { InvalidInput } from '../../../platform/refusal.ts'
import { countProblem, eachProblem, fieldProblem, firstProblem, headerProblem, isHeaderName, rangeProblem, textProblem } from '../input-rules.ts'
import { EACH, parsePath } from '../rest/answer-path.ts'
import { namesIn } from '../rest/placeholders.ts'
import { isReading, type Field, type OperationDefinition } from './operation.ts'

const MOST_FIELDS = 60
const MOST_INPUTS = 40
const MOST_OUTPUTS = 100
const NAME = /^[a-z][A-Za-z0-9_]{0,59}$/
const MAX_SAMPLE = 50_000

export interface TypedOperation extends Omit<OperationDefinition, 'isIdempotent' | 'idempotencyHeader' | 'sample'> {
  key: string
  isIdempotent?: boolean | null
  idempotencyHeader?: string | null
  sample?: Json
}

/** What somebody says of an operation, trimmed; or the first thing that is wrong. Fields are named from `operation` on. */
export function operationDefinition({ key: _key, ...typed }: TypedOperation): OperationDefinition | InvalidInput {
  const trimmed = ({ name, value }: Field): Field => ({ name: name.trim(), value })
  const definition: OperationDefinition = {
    ...typed, name: typed.name.trim(), description: typed.description.trim(), path: typed.path.trim(),
    query: typed.query.map(trimmed), headers: typed.headers.map(trimmed), body: typed.bodyKind === 'NONE' ? [] : typed.body.map(trimmed),
    isIdempotent: typed.isIdempotent ?? !['POST', 'PATCH'].includes(typed.method),
    idempotencyHeader: typed.idempotencyHeader?.trim() || null, sample: typed.sample ?? null,
  }
  return firstProblem(
    () => textProblem('operation.name', definition.name, 1, 80),
    () => textProblem('operation.description', definition.description, 0, 500),
    () => inputsProblem(definition),
    () => pathProblem(definition),
    () => fieldsProblem(definition),
    () => bodyProblem(definition),
    () => outputsProblem(definition),
    () => limitsProblem(definition),
  ) ?? definition
}

function inputsProblem({ inputs }: OperationDefinition): InvalidInput | undefined {
  return countProblem('operation.inputs', inputs, MOST_INPUTS) ?? eachProblem('operation.inputs', inputs, ({ name, description }, at) => {
    if (!NAME.test(name)) return new InvalidInput(`${at}.name`, 'Letters, digits and “_”, beginning with a small letter.')
    if (inputs.filter(other => other.name === name).length > 1) return new InvalidInput(`${at}.name`, 'Each name once.')
    return textProblem(`${at}.description`, description, 0, 200)
  })
}

function pathProblem({ path, inputs }: OperationDefinition): InvalidInput | undefined {
  if (path !== '' && (!/^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/{}]*$/.test(path) || path.length > 500)) return new InvalidInput('operation.path', 'Begins with “/”, and has none of “?”, “#” and spaces.')
  if (path.split('/').some(part => /^(\.|%2e){1,2}$/i.test(part))) return new InvalidInput('operation.path', 'Leads to another place.')
  if (/[{}]/.test(path.replace(/\{[a-z][A-Za-z0-9_]*\}/g, ''))) return new InvalidInput('operation.path', 'What stands in braces is the name of an input.')
  const missing = namesIn(path).find(name => !inputs.some(input => input.name === name && input.isRequired))
  return missing ? new InvalidInput('operation.path', `“${missing}” must be a required input.`) : undefined
}

function fieldsProblem({ query, headers, body, inputs }: OperationDefinition): InvalidInput | undefined {
  const unknown = ({ value }: Field, at: string) => {
    const name = namesIn(value).find(one => !inputs.some(input => input.name === one))
    return name ? new InvalidInput(`${at}.value`, `There is no input “${name}”.`) : undefined
  }
  const named = (field: Field, at: string) => fieldProblem(field, at) ?? (field.name ? unknown(field, at) : new InvalidInput(`${at}.name`, 'Needs a name.'))
  return countProblem('operation.query', query, MOST_FIELDS) ?? countProblem('operation.headers', headers, MOST_FIELDS) ?? countProblem('operation.body', body, MOST_FIELDS)
    ?? eachProblem('operation.query', query, named)
    ?? eachProblem('operation.headers', headers, (field, at) => headerProblem(field, at) ?? unknown(field, at))
    ?? eachProblem('operation.body', body, (field, at) => fieldProblem(field, at) ?? unknown(field, at))
}

const GAP = 20

function bodyProblem({ method, bodyKind, body }: OperationDefinition): InvalidInput | undefined {
  if (bodyKind !== 'NONE' && isReading({ method })) return new InvalidInput('operation.bodyKind', 'What only reads has no body.')
  if (bodyKind === 'FORM') return eachProblem('operation.body', body, ({ name }, at) => (name ? undefined : new InvalidInput(`${at}.name`, 'Needs a name.')))
  if (body.length > 1 && body.some(({ name }) => name === '')) return new InvalidInput('operation.body', 'What is the whole body stands alone.')
  return eachProblem('operation.body', body, ({ name }, at) => {
    const parts = parsePath(name)
    return parts && !parts.includes(EACH) && parts.every(part => typeof part !== 'number' || part < GAP) ? undefined : new InvalidInput(`${at}.name`, 'Not a place in JSON.')
  })
}

function outputsProblem({ outputs }: OperationDefinition): InvalidInput | undefined {
  return countProblem('operation.outputs', outputs, MOST_OUTPUTS) ?? eachProblem('operation.outputs', outputs, ({ name, path }, at) => {
    if (!NAME.test(name)) return new InvalidInput(`${at}.name`, 'Letters, digits and “_”, beginning with a small letter.')
    if (outputs.filter(other => other.name === name).length > 1) return new InvalidInput(`${at}.name`, 'Each name once.')
    return parsePath(path) ? undefined : new InvalidInput(`${at}.path`, 'Not a place in JSON.')
  })
}

function limitsProblem(definition: OperationDefinition): InvalidInput | undefined {
  const { idempotencyHeader, notFoundStatuses, timeoutMs, retries, cacheSeconds, maxBytes, sample } = definition
  return firstProblem(
    () => (idempotencyHeader && !isHeaderName(idempotencyHeader) ? new InvalidInput('operation.idempotencyHeader', 'Not a header that may be set here.') : undefined),
    () => countProblem('operation.notFoundStatuses', notFoundStatuses, 20),
    () => eachProblem('operation.notFoundStatuses', notFoundStatuses, (status, at) => rangeProblem(at, status, [200, 499])),
    () => rangeProblem('operation.timeoutMs', timeoutMs, [500, 30_000]),
    () => rangeProblem('operation.retries', retries, [0, 3]),
    () => rangeProblem('operation.cacheSeconds', cacheSeconds, [0, isReading(definition) ? 86_400 : 0]),
    () => rangeProblem('operation.maxBytes', maxBytes, [1000, 2_000_000]),
    () => (JSON.stringify(sample).length > MAX_SAMPLE ? new InvalidInput('operation.sample', `At most ${MAX_SAMPLE} characters.`) : undefined),
  )
}
