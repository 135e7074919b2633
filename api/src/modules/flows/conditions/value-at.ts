const PART = /[A-Za-z_][A-Za-z0-9_]*|\[(\d{1,4})\]/gy

const parsed = new Map<string, (string | number)[] | null>()
const MOST_PARSED = 10_000

/** `items[0].name` as its parts; null where it is no path. */
export function partsOf(path: string): (string | number)[] | null {
  let parts = parsed.get(path)
  if (parts !== undefined) return parts
  parts = parse(path)
  if (parsed.size >= MOST_PARSED) parsed.clear()
  parsed.set(path, parts)
  return parts
}

function parse(path: string): (string | number)[] | null {
  if (path.length > 200) return null
  const parts: (string | number)[] = []
  for (let at = 0; at < path.length;) {
    PART.lastIndex = at
    const match = PART.exec(path)
    if (!match || (parts.length === 0 && match[1] !== undefined)) return null
    parts.push(match[1] === undefined ? match[0] : Number(match[1]))
    at = PART.lastIndex
    const dot = path[at] === '.'
    if (dot && at + 1 < path.length && path[at + 1] !== '[') at++
    else if (at < path.length && path[at] !== '[') return null
  }
  return parts.length > 0 ? parts : null
}

/** What stands at a path, own properties only; undefined where nothing does. As in texts, a list has a `size`. */
export function valueAt(scope: unknown, path: string): unknown {
  const parts = partsOf(path)
  if (!parts) return undefined
  let value: unknown = scope
  for (const part of parts) value = propertyOf(value, part)
  return typeof value === 'function' ? undefined : value
}

function propertyOf(value: unknown, part: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value) && part === 'size') return value.length
  if (Array.isArray(value) !== (typeof part === 'number') || !Object.hasOwn(value, part)) return undefined
  return (value as Record<string | number, unknown>)[part]
}
