import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkedTags, retagged } from './labels.ts'

test('a tag that differs by capitals, accents or spaces is the one that is there', () => {
  expect(retagged(['Crédito', 'VIP'], { add: ['credito', ' vip ', 'Tarjeta   de  crédito'] })).toEqual(['Crédito', 'VIP', 'Tarjeta de crédito'])
})

test('what is taken away goes however it is written, and what is added at the same time stays', () => {
  expect(retagged(['Crédito', 'VIP'], { remove: ['CREDITO'] })).toEqual(['VIP'])
  expect(retagged(['Crédito'], { remove: ['crédito'], add: ['CRÉDITO'] })).toEqual(['CRÉDITO'])
})

test('the same change twice is the same as once, and no tag stands twice', () => {
  const words = fc.array(fc.string({ maxLength: 12 }), { maxLength: 8 })
  fc.assert(fc.property(words, words, words, (before, add, remove) => {
    const tags = retagged([], { add: before })
    const once = retagged(tags, { add, remove })
    expect(retagged(retagged(once, {}), { add })).toEqual(once)
    expect(new Set(once.map(tag => tag.toLowerCase())).size).toBe(once.length)
    expect(once.every(tag => tag === tag.trim() && tag !== '')).toBe(true)
  }))
})

test.each([[['']], [['a'.repeat(61)]], [Array.from({ length: 31 }, (_, n) => `t${n}`)]])('%j is refused', add => {
  expect(checkedTags({ add })).toMatchObject({ code: 'INVALID_INPUT' })
})
