import type { RequestPage_ServiceRequestFragment as Request } from '../../contract/graphql.ts'

export interface ShownField { label: string; value: string }

type LocalName = { es?: string | null; en?: string | null }

/** How values are told that are more than a text. */
export interface ValueWords {
  day(date: string): string
  money(money: { amount: string; currency: string }): string
  yesNo(is: boolean): string
}

/** Those that the type names come first, as it orders them; what it does not name follows by its own name. */
export function shownFields({ fields, type }: Pick<Request, 'fields' | 'type'>, localName: (name: LocalName) => string, words: ValueWords): ShownField[] {
  const values: Record<string, unknown> = typeof fields === 'object' && fields !== null ? fields as Record<string, unknown> : {}
  const named = (type?.fields ?? []).map(({ name, label }) => ({ name, label: localName(label) }))
  const others = Object.keys(values).filter(name => !named.some(field => field.name === name)).map(name => ({ name, label: name }))
  return [...named, ...others].flatMap(({ name, label }) => (isEmpty(values[name]) ? [] : [{ label, value: wordsFor(values[name], words) }]))
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** Money is told as money, a day as a day; what else has parts, as a line of them. */
function wordsFor(value: unknown, words: ValueWords): string {
  if (Array.isArray(value)) return value.map(one => wordsFor(one, words)).join(', ')
  if (typeof value === 'boolean') return words.yesNo(value)
  if (typeof value === 'string' && isDay(value)) return words.day(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const { amount, currency, ...rest } = value as Record<string, unknown>
  if (typeof amount === 'string' && typeof currency === 'string' && Object.keys(rest).length === 0) return words.money({ amount, currency })
  return Object.entries(value).map(([name, part]) => `${name}: ${wordsFor(part, words)}`).join(', ')
}
