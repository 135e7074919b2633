/** Names that people look for first; all others follow by the alphabet. */
const FIRST = ['format', 'key', 'id', 'kind', 'type', 'name', 'description', 'settings', 'flows', 'tests', 'triggers', 'variables', 'start', 'steps']

const rank = (name: string) => {
  const place = FIRST.indexOf(name)
  return place < 0 ? FIRST.length : place
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)

/** The same value with its names in one order, whoever wrote it and wherever it was kept. What is undefined is left out. */
export function canonical<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(canonical) as Value
  if (!value || typeof value !== 'object') return (Object.is(value, -0) ? 0 : value) as Value
  const parts = Object.entries(value).filter(([, part]) => part !== undefined).sort(byName)
  return Object.fromEntries(parts.map(([name, part]) => [name, canonical(part)])) as Value
}

export const canonicalText = (value: unknown): string => JSON.stringify(canonical(value))

export const isSame = (a: unknown, b: unknown): boolean => canonicalText(a) === canonicalText(b)
