import { expect, test } from 'vitest'
import { entityColor } from './entity-color.ts'

const product = { id: '1', name: 'product' }
const place = { id: '2', name: 'place' }

test('a new type takes no other one’s colour, wherever it stands in the list', () => {
  const before = entityColor('place', [place, product])
  expect(entityColor('place', [{ id: '3', name: 'amount' }, place, product])).toBe(before)
  expect(entityColor('product', [place, product])).not.toBe(before)
})

test('what is no type of the tenant is grey', () => {
  expect(entityColor('date', [place])).toBe(entityColor('money', []))
})
