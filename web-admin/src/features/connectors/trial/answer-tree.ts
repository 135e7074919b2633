const LONGEST = 120

export interface TreePart {
  name: string | number
  label: string
  value: unknown
  /** An object or a list. */
  isHolder: boolean
}

/** What an object or a list is made of; nothing for what is neither. */
export function partsOf(value: unknown): TreePart[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isHolder = (inner: unknown) => typeof inner === 'object' && inner !== null
  if (Array.isArray(value)) return value.map((inner: unknown, index) => ({ name: index, label: String(index + 1), value: inner, isHolder: isHolder(inner) }))
  return Object.entries(value).map(([name, inner]: [string, unknown]) => ({ name, label: name, value: inner, isHolder: isHolder(inner) }))
}

/** A value on one line: a long text is cut, what holds others says how many. */
export function previewOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return `{${Object.keys(value).length}}`
  const text = typeof value === 'string' ? `"${value}"` : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
