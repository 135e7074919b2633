import type { ConnectorOutputType } from '../../../contract/graphql.ts'

/** Where a value stands in an answer: names, and indexes from 0. */
export type AnswerPath = (string | number)[]

const PLAIN = /^[A-Za-z_$][A-Za-z0-9_$]*$/

/** As operations write it: `data.items[0].name`, `["account-number"]`. */
export const formatPath = (parts: AnswerPath): string => parts.map((part, index) => {
  if (typeof part === 'number') return `[${part}]`
  if (!PLAIN.test(part)) return `[${JSON.stringify(part)}]`
  return index === 0 ? part : `.${part}`
}).join('')

/** `items[2].name` becomes `items[*].name`, the name of each; and back, of the first. */
export const ofEach = (path: string): string => path.replace(/\[\d+\](?!.*\[\d+\])/, '[*]')
export const ofFirst = (path: string): string => path.replace('[*]', '[0]')
export const isOfEach = (path: string): boolean => path.includes('[*]')
export const isInList = (path: string): boolean => /\[(\d+|\*)\]/.test(path)

export function typeOf(value: unknown): ConnectorOutputType {
  if (Array.isArray(value)) return 'LIST'
  if (typeof value === 'object' && value !== null) return 'OBJECT'
  if (typeof value === 'number') return 'NUMBER'
  if (typeof value === 'boolean') return 'YES_NO'
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$/.test(value) ? 'DATE' : 'TEXT'
}

/** A name for it, from the last name on the way: `account-number` becomes `accountNumber`. No other has it. */
export function nameFor(parts: AnswerPath, taken: string[]): string {
  const last = parts.findLast(part => typeof part === 'string') ?? 'answer'
  const words = String(last).normalize('NFD').replace(/\p{M}/gu, '').split(/[^A-Za-z0-9_]+/).filter(Boolean)
  const joined = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('').replace(/^[^A-Za-z]+/, '').slice(0, 56)
  const name = joined ? joined.charAt(0).toLowerCase() + joined.slice(1) : 'value'
  if (!taken.includes(name)) return name
  return `${name}${[...Array(1000).keys()].map(at => at + 2).find(n => !taken.includes(name + n))}`
}
