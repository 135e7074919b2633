import { parse } from 'yaml'
import { decodedText } from '../../../platform/decoded-text.ts'
import { BadInput } from '../../../platform/errors.ts'

const MAX_JSON = 5_000_000
// Its reader takes some ten times as long as that of JSON.
const MAX_YAML = 1_000_000
const MOST_ALIASES = 50
const DEEPEST = 60

export type Part = { [name: string]: unknown }

export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A file of OpenAPI 3, as JSON. Throws `BadInput` for what is none. */
export function openApiIn(content: Buffer): string {
  const text = decodedText(content)
  const document = read(text)
  if (!isPart(document)) throw new BadInput('file', 'The file is neither JSON nor YAML.')
  if ('swagger' in document) throw new BadInput('file', 'The file is of Swagger 2; convert it to OpenAPI 3.')
  if (!/^3\.[01]\./.test(String(document['openapi']))) throw new BadInput('file', 'The file is not one of OpenAPI 3.0 or 3.1.')
  if (isDeeper(document, DEEPEST)) throw new BadInput('file', 'The file is nested too deeply.')
  const json = JSON.stringify(document)
  if (json.length > MAX_JSON) throw new BadInput('file', 'The file is too large.')
  return json
}

function read(text: string): unknown {
  const isJson = /^\s*\{/.test(text)
  if (text.length > (isJson ? MAX_JSON : MAX_YAML)) throw new BadInput('file', 'At most 5 MB of JSON, or 1 MB of YAML.')
  try {
    return isJson ? JSON.parse(text) : parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'silent' })
  } catch {
    throw new BadInput('file', 'The file cannot be read.')
  }
}

/** Also says yes of what contains itself. */
function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some(inner => isDeeper(inner, depth - 1))
}
