import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { NearWords, editsAllowed, shortestRepaired } from './near-words.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 14 })

test('the index finds exactly the words that comparing with each would find', () => {
  fc.assert(fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, (words, word) => {
    const found = new NearWords(words).near(word).map(near => words[near.word]!).sort()
    const allowed = (other: string) => word.length < shortestRepaired || other.length < shortestRepaired ? -1 : editsAllowed(other.length)
    expect(found).toEqual(words.filter(other => editDistance(word, other, 2) <= allowed(other)).sort())
  }), { numRuns: 400 })
})

test('a number is never a typo of another', () => {
  expect(new NearWords(['galaxy', '123456', 'a54321']).near('123457')).toEqual([])
})

test('the nearest word comes first', () => {
  const words = ['transferencias', 'transferencia']
  expect(new NearWords(words).near('trasnferencia').map(near => words[near.word])).toEqual(['transferencia', 'transferencias'])
})
