import { Condition } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compared, FIRST, needsRight, operatorsFor } from './operators.ts'

test('a comparison of something else begins with an operator that fits it', () => {
  expect(compared({ left: 'name', operator: 'CONTAINS', right: { literal: 'Ana' } }, 'YES_NO', { left: 'isClient' })).toEqual({ left: 'isClient', operator: 'IS_TRUE' })
})

test('what was compared with stays where only the operator is another', () => {
  expect(compared({ left: 'age', operator: 'GREATER', right: { literal: 18 } }, 'NUMBER', { operator: 'AT_LEAST' })).toEqual({ left: 'age', operator: 'AT_LEAST', right: { literal: 18 } })
  expect(compared({ left: 'city', operator: 'EQUALS', right: { literal: 'Baní' } }, 'TEXT', { operator: 'IS_ONE_OF' }).right).toEqual({ literal: ['Baní'] })
  expect(compared({ left: 'city', operator: 'IS_ONE_OF', right: { literal: ['Baní', 'Azua'] } }, 'TEXT', { operator: 'EQUALS' }).right).toEqual({ literal: 'Baní' })
})

test('every comparison that can be clicked together is one of the format', () => {
  const types = Object.keys(FIRST) as (keyof typeof FIRST)[]
  fc.assert(fc.property(fc.constantFrom(...types), fc.constantFrom(...types), fc.nat(), fc.nat(), (one, other, first, second) => {
    const start = compared({ left: 'a', operator: 'IS_SET' }, one, { operator: operatorsFor(one)[first % operatorsFor(one).length]! })
    const next = compared(start, other, { left: 'b' })
    const last = compared(next, other, { operator: operatorsFor(other)[second % operatorsFor(other).length]! })
    for (const condition of [start, next, last]) {
      Condition.parse(condition)
      expect(condition.right !== undefined).toBe(needsRight(condition.operator))
    }
  }))
})
