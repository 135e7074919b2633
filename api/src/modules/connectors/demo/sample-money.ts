import type { Json } from '@botpro/graphql/flows'
import { DemoProblem } from './demo-system.ts'
import type { DemoInput } from './sample-data.ts'

export const centsAs = (cents: number, currency = 'DOP') => ({ amount: (cents / 100).toFixed(2), currency })

/** In cents, however it was said: `{ amount, currency }`, a number, digits. */
export function centsOf(input: DemoInput, name: string): number {
  const said = input[name]
  const cents = Math.round(figureOf(said && typeof said === 'object' && !Array.isArray(said) ? said.amount : said) * 100)
  if (!Number.isSafeInteger(cents) || cents < 0) throw new DemoProblem('INVALID_INPUT', 400, `The sample system needs an amount as “${name}”.`)
  return cents
}

const figureOf = (value: Json | undefined): number => (typeof value === 'number' || (typeof value === 'string' && value.trim()) ? Number(value) : Number.NaN)

export function wholeOf(input: DemoInput, name: string, least: number, most: number): number {
  const value = Number(input[name])
  if (!Number.isInteger(value) || value < least || value > most) throw new DemoProblem('INVALID_INPUT', 400, `The sample system needs a whole number from ${least} to ${most} as “${name}”.`)
  return value
}
