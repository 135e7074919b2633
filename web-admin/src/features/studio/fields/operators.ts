import type { Comparison, Condition, Json, Operator } from '@botpro/graphql/flows'
import type { SubjectType } from './names-known.ts'

const SET: Operator[] = ['IS_SET', 'IS_NOT_SET']
const WORDS: Operator[] = ['EQUALS', 'NOT_EQUALS', 'CONTAINS', 'NOT_CONTAINS', 'STARTS_WITH', 'IS_ONE_OF', 'IS_NOT_ONE_OF', ...SET]
const SIZES: Operator[] = ['EQUALS', 'NOT_EQUALS', 'GREATER', 'AT_LEAST', 'LESS', 'AT_MOST', ...SET]
const CHOICES: Operator[] = ['EQUALS', 'NOT_EQUALS', 'IS_ONE_OF', 'IS_NOT_ONE_OF']

const FITTING: Record<SubjectType, Operator[]> = {
  TEXT: WORDS, NUMBER: SIZES, MONEY: SIZES, DATE: SIZES, TIME: SIZES, DATE_TIME: SIZES, YES_NO: ['IS_TRUE', 'IS_FALSE', ...SET],
  LIST: ['CONTAINS', 'NOT_CONTAINS', ...SET], OBJECT: SET, FILE: SET, LOCATION: SET,
  CHANNEL: CHOICES, LANGUAGE: ['EQUALS', 'NOT_EQUALS'], INTENT: [...CHOICES, ...SET],
}
export const operatorsFor = (type: SubjectType, present?: Operator): Operator[] =>
  (present && !FITTING[type].includes(present) ? [...FITTING[type], present] : FITTING[type])

const TIMES: ReadonlySet<SubjectType> = new Set(['DATE', 'TIME', 'DATE_TIME'])
/** How an operator is said of a type: a sum is greater, a date later. */
export const operatorKey = (type: SubjectType, operator: Operator): string =>
  (TIMES.has(type) && ['GREATER', 'AT_LEAST', 'LESS', 'AT_MOST'].includes(operator) ? `studio.operatorOfTime.${operator}` : `studio.operator.${operator}`)

export const needsRight = (operator: Operator): boolean => !['IS_SET', 'IS_NOT_SET', 'IS_TRUE', 'IS_FALSE'].includes(operator)
export const takesMany = (operator: Operator): boolean => operator === 'IS_ONE_OF' || operator === 'IS_NOT_ONE_OF'

export const FIRST: Record<SubjectType, Json> = {
  TEXT: '', NUMBER: 0, MONEY: { amount: '0.00', currency: 'DOP' }, DATE: '', TIME: '', DATE_TIME: '', YES_NO: true, LIST: '', OBJECT: '', FILE: '', LOCATION: '',
  CHANNEL: 'WHATSAPP', LANGUAGE: 'ES', INTENT: '',
}

/** A comparison of something else, or by another operator, with as much of the old one as still fits. */
export function compared(old: Comparison, type: SubjectType, wanted: Partial<Pick<Comparison, 'left' | 'operator'>>): Comparison {
  const left = wanted.left ?? old.left
  const fitting = FITTING[type]
  const operator = wanted.operator ?? (fitting.includes(old.operator) ? old.operator : fitting[0]!)
  if (!needsRight(operator)) return { left, operator }
  const isSame = wanted.left === undefined || wanted.left === old.left
  const right = isSame && old.right ? old.right : { literal: FIRST[type] }
  if ('path' in right) return { left, operator, right }
  const many = takesMany(operator)
  const literal = many ? (Array.isArray(right.literal) ? right.literal : right.literal === '' ? [] : [right.literal]) : Array.isArray(right.literal) ? right.literal[0] ?? FIRST[type] : right.literal
  return { left, operator, right: { literal } }
}

export type GroupKind = 'all' | 'any' | 'none'
export const isComparison = (condition: Condition): condition is Comparison => 'left' in condition
export const groupKind = (condition: Condition): GroupKind => (Object.keys(condition)[0] as GroupKind)
export const partsOf = (condition: Condition): Condition[] => (isComparison(condition) ? [condition] : Object.values(condition)[0] as Condition[])
export const group = (kind: GroupKind, parts: Condition[]): Condition => ({ [kind]: parts }) as Condition
