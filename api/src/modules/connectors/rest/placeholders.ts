import type { Json } from '@botpro/graphql/flows'

const PLACEHOLDER = /\{([a-z][A-Za-z0-9_]{0,59})\}/g
const ALONE = /^\{([a-z][A-Za-z0-9_]{0,59})\}$/

/** The inputs that a text names. Braces around anything else are just braces. */
export const namesIn = (value: Json): string[] =>
  (typeof value === 'string' ? [...value.matchAll(PLACEHOLDER)].map(([, name]) => name!) : [])

/** A text with what it names in it, as texts. */
export const filled = (text: string, input: Record<string, Json>, write: (value: Json) => string = inWords): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) => write(input[name] ?? null))

/** A text that is one name and nothing else becomes what it names, undefined where that was not given; all else is filled, or stays. */
export function bound(value: Json, input: Record<string, Json>): Json | undefined {
  if (typeof value !== 'string') return value
  const alone = ALONE.exec(value)?.[1]
  return alone === undefined ? filled(value, input) : input[alone] ?? undefined
}

export const inWords = (value: Json): string => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))
