import type { Json } from '@botpro/graphql/flows'
import type { LentFile as Lent } from '../../conversations/index.ts'
import { isObject } from '../values/json-object.ts'

/** A file as answers and variables hold it. */
const isFile = (value: Json): value is { id: string; name: string; type: string } =>
  isObject(value) && typeof value.id === 'string' && typeof value.name === 'string' && typeof value.type === 'string' && Object.keys(value).length === 3

/** The files that are given to an operation, alone or in lists and objects. */
export const filesGiven = (value: Json): string[] =>
  (isFile(value) ? [value.id] : Array.isArray(value) ? value.flatMap(filesGiven) : isObject(value) ? Object.values(value).flatMap(filesGiven) : [])

/** An input that is a text gets the file's address, all others the file with it. What was not lent stays as it was. */
export function withFiles(input: Record<string, Json>, lent: readonly Lent[], isText: (name: string) => boolean): Record<string, Json> {
  const byId = new Map(lent.map(file => [file.id, file]))
  return Object.fromEntries(Object.entries(input).map(([name, value]) => {
    const file = isText(name) && isFile(value) ? byId.get(value.id) : undefined
    return [name, file ? file.url : filled(value, byId)]
  }))
}

function filled(value: Json, lent: ReadonlyMap<string, Lent>): Json {
  if (isFile(value)) return { ...lent.get(value.id) ?? value }
  if (Array.isArray(value)) return value.map(one => filled(one, lent))
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, lent)])) : value
}
