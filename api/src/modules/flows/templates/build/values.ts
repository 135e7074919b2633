import type { Comparison, Condition, Json, Operator, Value } from '@botpro/graphql/flows'

export const literal = (value: Json): Value => ({ literal: value })
export const path = (place: string): Value => ({ path: place })
export const template = (text: string): Value => ({ template: text })

const WITHOUT_RIGHT: ReadonlySet<Operator> = new Set(['IS_SET', 'IS_NOT_SET', 'IS_TRUE', 'IS_FALSE'])

/** `is('amount', 'AT_LEAST', 100)`. */
export const is = (left: string, operator: Operator, right: Json = null): Comparison =>
  WITHOUT_RIGHT.has(operator) ? { left, operator } : { left, operator, right: { literal: right } }

/** The same against what stands elsewhere. */
export const isAs = (left: string, operator: Operator, right: string): Comparison => ({ left, operator, right: { path: right } })

export const all = (...conditions: Condition[]): Condition => ({ all: conditions })
export const any = (...conditions: Condition[]): Condition => ({ any: conditions })
export const none = (...conditions: Condition[]): Condition => ({ none: conditions })
