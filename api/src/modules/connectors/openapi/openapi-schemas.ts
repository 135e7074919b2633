import type { Json } from '@botpro/graphql/flows'
import type { InputType } from '../connector-description.ts'
import { EACH, type PathPart } from '../rest/answer-path.ts'
import { isPart, type Part } from './openapi-file.ts'
import { OpenApiTrouble, type OpenApiRefs } from './openapi-refs.ts'

/** A value at the end of the branches of a schema. */
export interface Leaf {
  path: PathPart[]
  type: InputType | 'LIST'
  isRequired: boolean
  description: string
  /** The one value that it can have. */
  fixed?: Json
}

const MOST_LEAVES = 200
const MOST_PARENTS = 8
const MOST_ALL_OF = 10
const SAMPLE_DEPTH = 6
const SAMPLE_PARTS = 300

/** What a schema says, with the parts of `allOf` as one. */
export function schemaOf(refs: OpenApiRefs, part: unknown, parents = 0): Part {
  const { allOf, ...schema } = refs.resolve(part)
  if (!Array.isArray(allOf)) return schema
  if (parents === MOST_PARENTS) throw new OpenApiTrouble('TOO_DEEP', 'A schema is made of too many others, or of itself.')
  return allOf.slice(0, MOST_ALL_OF).map(one => schemaOf(refs, one, parents + 1)).reduce((whole, one) => ({
    ...whole, ...one, properties: { ...propertiesOf(whole), ...propertiesOf(one) }, required: [...listOf(whole['required']), ...listOf(one['required'])],
  }), schema)
}

const propertiesOf = (schema: Part): Part => (isPart(schema['properties']) ? schema['properties'] : {})
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export function typeOf(schema: Part): InputType | 'LIST' {
  const [type] = listOf(Array.isArray(schema['type']) ? schema['type'].filter(one => one !== 'null') : [schema['type']])
  if (type === 'string') return schema['format'] === 'date' || schema['format'] === 'date-time' ? 'DATE' : 'TEXT'
  if (type === 'number' || type === 'integer') return 'NUMBER'
  if (type === 'boolean') return 'YES_NO'
  if (type === 'array') return 'LIST'
  return type === undefined && Array.isArray(schema['enum']) && schema['enum'].every(one => typeof one === 'string') ? 'TEXT' : 'OBJECT'
}

export interface LeavesOptions {
  /** How far down objects are opened. */
  depth: number
  /** Of a request, what only answers have is left out; of an answer, what only requests have. */
  leaveOut: 'readOnly' | 'writeOnly'
}

/** The values of a schema. What is deeper, a list, or of no known shape is one value as a whole. */
export function leavesOf(refs: OpenApiRefs, part: unknown, { depth, leaveOut }: LeavesOptions, path: PathPart[] = [], isRequired = true): Leaf[] {
  const schema = schemaOf(refs, part)
  if (schema[leaveOut] === true) return []
  const properties = Object.entries(propertiesOf(schema)).filter(([name]) => name !== '' && name !== '__proto__')
  if (depth === 0 || properties.length === 0) {
    const fixed = fixedIn(schema)
    return [{ path, type: typeOf(schema), isRequired, description: textOf(schema['description']), ...fixed !== undefined && { fixed } }]
  }
  const required = listOf(schema['required'])
  const leaves: Leaf[] = []
  for (const [name, property] of properties) {
    leaves.push(...leavesOf(refs, property, { depth: depth - 1, leaveOut }, [...path, name], isRequired && required.includes(name)))
    if (leaves.length > MOST_LEAVES) break
  }
  return leaves.slice(0, MOST_LEAVES)
}

function fixedIn(schema: Part): Json | undefined {
  const choices = 'const' in schema ? [schema['const']] : listOf(schema['enum'])
  return choices.length === 1 && choices[0] !== null && typeof choices[0] !== 'object' ? choices[0] as Json : undefined
}

/** What it could look like: the file's own example, or something of each kind. */
export function sampleOf(refs: OpenApiRefs, part: unknown, depth = SAMPLE_DEPTH, left = { parts: SAMPLE_PARTS }): Json {
  if (left.parts-- <= 0) return null
  const schema = schemaOf(refs, part)
  const [said] = ['example' in schema ? schema['example'] : undefined, listOf(schema['examples'])[0], schema['default'], fixedIn(schema), listOf(schema['enum'])[0]].filter(one => one !== undefined)
  if (said !== undefined) return said as Json
  if (depth === 0) return null
  const type = typeOf(schema)
  if (type === 'LIST') return [sampleOf(refs, schema['items'], depth - 1, left)]
  if (type === 'OBJECT') return Object.fromEntries(Object.entries(propertiesOf(schema)).slice(0, 50).map(([name, property]) => [name, sampleOf(refs, property, depth - 1, left)]))
  if (type === 'DATE') return schema['format'] === 'date' ? '2026-01-31' : '2026-01-31T12:00:00Z'
  return { TEXT: 'texto', NUMBER: 1, YES_NO: true }[type]
}

/** As one line, without what cannot be shown. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/[\p{Cc}\s]+/gu, ' ').trim() : '')

/** A name for flows: small letter first, then letters and digits, as the words of the path. */
export function nameOf(path: readonly PathPart[], taken: ReadonlySet<string>): string {
  const words = path.filter(part => part !== EACH).map(String).join(' ').normalize('NFD').replace(/\p{M}/gu, '').split(/[^A-Za-z0-9]+/).filter(Boolean)
  const joined = words.map((word, index) => (index === 0 ? lowered(word) : word.charAt(0).toUpperCase() + word.slice(1))).join('')
  const name = (/^[a-z]/.test(joined) ? joined : `value${joined}`).slice(0, 50)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`
    if (!taken.has(candidate)) return candidate
  }
}

/** `ID` becomes `id`, `AccountNumber` `accountNumber`. */
const lowered = (word: string) => (/^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1))
