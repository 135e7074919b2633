import type { Json } from '@botpro/graphql/flows'

/** Where a value stands in JSON: names, indexes from 0, and `*` for each item of a list. */
export type PathPart = string | number | typeof EACH
export const EACH = Symbol('each')

const LONGEST = 300
const PLAIN = /^[A-Za-z_$][A-Za-z0-9_$]*$/
const NEXT = /(?:\.?([A-Za-z_$][A-Za-z0-9_$]*)|\[(\d{1,6})\]|(\[\*\])|\[("(?:[^"\\]|\\.)*")\])/y

/** `data.items[0].name`, `items[*].name`, `["account-number"]`; nothing at all is the whole. Undefined for what cannot be read. */
export function parsePath(text: string): PathPart[] | undefined {
  if (text.length > LONGEST || text.startsWith('.')) return undefined
  const parts: PathPart[] = []
  NEXT.lastIndex = 0
  while (NEXT.lastIndex < text.length) {
    const at = NEXT.lastIndex
    const found = NEXT.exec(text)
    // Two names need a dot between them.
    if (!found || (found[1] !== undefined && at > 0 && text[at] !== '.')) return undefined
    parts.push(found[1] ?? (found[2] === undefined ? (found[3] ? EACH : quoted(found[4]!)) : Number(found[2])))
  }
  return parts.some(part => part === '' || part === '__proto__') ? undefined : parts
}

function quoted(text: string): string {
  try {
    return JSON.parse(text) as string
  } catch {
    return ''
  }
}

export function formatPath(parts: readonly PathPart[]): string {
  return parts.map((part, index) => {
    if (part === EACH) return '[*]'
    if (typeof part === 'number') return `[${part}]`
    if (!PLAIN.test(part as string)) return `[${JSON.stringify(part)}]`
    return index === 0 ? part as string : `.${part as string}`
  }).join('')
}

/** What stands there; undefined where nothing does. Nothing but what the JSON itself says is ever found. */
export function take(value: Json | undefined, [part, ...rest]: readonly PathPart[]): Json | undefined {
  if (part === undefined || value === undefined) return value
  if (part === EACH) return Array.isArray(value) ? value.map(item => take(item, rest) ?? null) : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return typeof part === 'number' ? take(value[part], rest) : undefined
  return Object.hasOwn(value, part) ? take(value[part as string], rest) : undefined
}

/** Puts a value there, and makes the objects and lists on the way. An index may not leave a gap of more than a few. */
export function put(whole: Json | undefined, [part, ...rest]: readonly PathPart[], value: Json): Json {
  if (part === undefined) return value
  if (part === EACH) throw new TypeError('A value stands in one place.')
  if (typeof part === 'number') return putInList(Array.isArray(whole) ? whole : [], part, list => put(list, rest, value))
  const inside = typeof whole === 'object' && whole !== null && !Array.isArray(whole) ? whole : {}
  return { ...inside, [part]: put(Object.hasOwn(inside, part) ? inside[part] : undefined, rest, value) }
}

function putInList(list: Json[], index: number, change: (item: Json | undefined) => Json): Json[] {
  const length = Math.max(list.length, index + 1)
  return Array.from({ length }, (_none, at) => (at === index ? change(list[at]) : list[at] ?? null))
}
