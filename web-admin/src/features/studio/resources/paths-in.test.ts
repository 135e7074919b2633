import { expect, test } from 'vitest'
import { pathsIn } from './paths-in.ts'

test('what may be taken out of an answer is told by its places', () => {
  expect(pathsIn({ holder: { name: 'Ana', phones: ['809'] }, balance: { amount: '1.00', currency: 'DOP' }, 'odd name': 1 })).toEqual(['holder', 'holder.name', 'holder.phones', 'balance'])
  expect(pathsIn(null)).toEqual([])
})
