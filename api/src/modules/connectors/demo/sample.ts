import type { Json } from '@botpro/graphql/flows'
import { DemoProblem } from './demo-system.ts'

/** A number from 0 up to `below`, always the same for the same words. */
export function pick(below: number, ...words: string[]): number {
  let hash = 0x811c9dc5
  for (const letter of words.join('\n')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) % below
}

export const oneOf = <Item>(items: readonly Item[], ...words: string[]): Item => items[pick(items.length, ...words)]!

export const cents = (amount: number, currency = 'DOP') => ({ amount: (amount / 100).toFixed(2), currency })

/** In cents, however it was said: `{ amount, currency }`, a number, digits. */
export function centsOf(value: Json | undefined): number {
  const said = value && typeof value === 'object' && !Array.isArray(value) ? value.amount : value
  const amount = Math.round(Number(said) * 100)
  if (!Number.isFinite(amount) || said === '' || said === null || said === undefined) throw new DemoProblem('INVALID', 422, 'An amount was expected.')
  return amount
}

export const textOf = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '')
export const digitsOf = (value: Json | undefined): string => textOf(value).replace(/\D/g, '')

const DAY = 24 * 60 * 60 * 1000

/** The calendar date so many days from now. */
export const dateIn = (days: number, now: Date): string => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)

/** Small letters without accents, as people search. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/**
 * Numbers that end in these digits do the same in every demo system, so that failures can be tried: …404 is nobody's,
 * …503 finds the system out of order, …504 one that takes too long.
 */
export function failIfAsked(number: string): void {
  if (number.endsWith('404')) throw new DemoProblem('NOT_FOUND', 404, 'There is nothing under this number.')
  if (number.endsWith('503')) throw new DemoProblem('UNAVAILABLE', 503, 'The system is out of order.')
  if (number.endsWith('504')) throw new DemoProblem('TIMEOUT', 504, 'The system took too long.')
}

interface Place { latitude: number; longitude: number }

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Over the ground, with one decimal. */
export function kilometresBetween(a: Place, b: Place): number {
  const half = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
    + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(half)) * 10) / 10
}
