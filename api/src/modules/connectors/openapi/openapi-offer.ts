import { InvalidInput } from '../../../platform/refusal.ts'
import type { Method } from '../operation/operation.ts'
import { operationDefinition, type TypedOperation } from '../operation/operation.input.ts'
import { isPart, type Part } from './openapi-file.ts'
import { OpenApiOperationReader } from './openapi-operation.ts'
import { OpenApiRefs, OpenApiTrouble, type OpenApiProblemCode } from './openapi-refs.ts'
import { textOf } from './openapi-schemas.ts'

export interface OfferedOperation {
  ref: string
  tag: string | null
  isKnown: boolean
  operation: TypedOperation
}

export interface Offer {
  title: string
  apiVersion: string
  servers: string[]
  operations: OfferedOperation[]
  problems: { code: OpenApiProblemCode; place: string; message: string }[]
}

/** What the connector has already. */
export interface KnownOperation {
  key: string
  method: Method
  path: string
}

const METHODS: readonly Method[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const MOST_OPERATIONS = 500
const MOST_PROBLEMS = 50

/** What a file offers, as operations of ours; what cannot be taken is told. */
export function offerOf(document: Part, known: readonly KnownOperation[]): Offer {
  const refs = new OpenApiRefs(document)
  const offer: Offer = { ...headOf(document), operations: [], problems: [] }
  const keys = new Set(known.map(({ key }) => key))
  for (const { ref, method, path, item } of operationsOf(document, refs, offer)) {
    if (offer.operations.length >= MOST_OPERATIONS) break
    refs.begin()
    try {
      const operation = refs.resolve(item[method.toLowerCase()])
      const key = keyOf(textOf(operation['operationId']) || ref, keys)
      const read = new OpenApiOperationReader(refs).read({ method, path, operation, shared: item['parameters'], key })
      const checked = operationDefinition(read)
      if (checked instanceof InvalidInput) throw new OpenApiTrouble('REFUSED', `${checked.field.replace(/^operation\./, '')}: ${checked.message}`)
      keys.add(key)
      const [tag] = Array.isArray(operation['tags']) ? operation['tags'] : []
      offer.operations.push({ ref, tag: textOf(tag).slice(0, 80) || null, isKnown: known.some(one => one.method === method && shapeOf(one.path) === shapeOf(path)), operation: read })
    } catch (error) {
      tell(offer, ref, error)
    }
  }
  return offer
}

interface Found {
  ref: string
  method: Method
  path: string
  item: Part
}

function* operationsOf(document: Part, refs: OpenApiRefs, offer: Offer): Generator<Found> {
  for (const [path, part] of Object.entries(isPart(document['paths']) ? document['paths'] : {})) {
    refs.begin()
    let item: Part
    try {
      item = refs.resolve(part)
    } catch (error) {
      tell(offer, path, error)
      continue
    }
    for (const method of METHODS) if (isPart(item[method.toLowerCase()])) yield { ref: `${method} ${path}`, method, path, item }
  }
}

function tell(offer: Offer, place: string, error: unknown) {
  if (!(error instanceof OpenApiTrouble)) throw error
  if (offer.problems.length < MOST_PROBLEMS) offer.problems.push({ code: error.code, place: textOf(place).slice(0, 200), message: error.message })
}

function headOf(document: Part) {
  const info = isPart(document['info']) ? document['info'] : {}
  const servers = Array.isArray(document['servers']) ? document['servers'].filter(isPart).map(serverOf) : []
  return { title: textOf(info['title']).slice(0, 200), apiVersion: textOf(info['version']).slice(0, 50), servers: servers.filter(url => URL.canParse(url)).slice(0, 10) }
}

function serverOf({ url, variables }: Part): string {
  const values = isPart(variables) ? variables : {}
  return textOf(url).replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return isPart(value) ? textOf(value['default']) : whole
  }).slice(0, 500)
}

/** `getAccountById` becomes `get-account-by-id`. */
function keyOf(text: string, taken: ReadonlySet<string>): string {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join('-')
  const key = (/^[a-z]/.test(words) ? words : `op-${words}`).slice(0, 55).replace(/-+$/, '')
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? key : `${key}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}

/** A path whatever its inputs are called. */
const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}')
