import { expect, test } from 'vitest'
import { pathsIn, typeAt } from './paths-in.ts'

test('what may be taken out of an answer is told by its places', () => {
  expect(pathsIn({ holder: { name: 'Ana', phones: ['809'] }, balance: { amount: '1.00', currency: 'DOP' }, 'odd name': 1 })).toEqual(['holder', 'holder.name', 'holder.phones', 'balance'])
  expect(pathsIn(null)).toEqual([])
})

test('what stands at a place is known from the example', () => {
  const sample = { holder: { name: 'Ana', adult: true, age: 40 }, phones: ['809'], balance: { amount: '1.00', currency: 'DOP' } }
  expect(['holder', 'holder.name', 'holder.adult', 'holder.age', 'phones', 'balance', 'holder.name.first', 'nothing'].map(path => typeAt(sample, path)))
    .toEqual(['OBJECT', 'TEXT', 'YES_NO', 'NUMBER', 'LIST', 'MONEY', 'TEXT', 'TEXT'])
})
