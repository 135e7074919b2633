import type { Language } from '@botpro/graphql/flows'
import type { FilterImplOptions } from 'liquidjs'

/** In which words, and on which clock, a text is written out. */
export interface Voice {
  language: Language
  timeZone: string
  now: Date
}

export type FilterHandler = Extract<FilterImplOptions, (...values: never[]) => unknown>

type FilterThis = ThisParameterType<FilterHandler>

export const voiceOf = (filter: FilterThis): Voice => filter.context.getRegister<Voice>('voice')

/** What a template prints of a value for which it names no filter. */
export function plainly(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'function') return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (Array.isArray(value)) return value.map(plainly).filter(text => text !== '').join(', ')
  return typeof value === 'object' ? JSON.stringify(value) ?? '' : String(value)
}
