/** An object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>

/** Something that must be there is not, or is of another kind. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Unreadable'
  }
}

/** Empty where there is none, so that what is asked of it is not there either. */
export const object = (value: unknown): Json => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Json : {})

export const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : [])

export const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

export const number = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** Ids have up to 52 bits, dates are seconds. */
export function whole(value: unknown, name: string): number {
  if (!Number.isSafeInteger(value)) throw new Unreadable(`“${name}” is no whole number.`)
  return value as number
}

export function dateOf(value: unknown): Date {
  const at = new Date(whole(value, 'date') * 1000)
  if (Number.isNaN(at.getTime())) throw new Unreadable('“date” is no date.')
  return at
}

/** Only those that are there. */
export const given = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
