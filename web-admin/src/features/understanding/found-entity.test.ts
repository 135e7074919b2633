import { expect, test } from 'vitest'
import { marksOf, valueWords } from './found-entity.ts'

const found = (start: number, end: number, entity: string, confidence = 1) => ({ start, end, entity, confidence, text: '', value: null })

test('of entities over each other the surest is drawn, and the longer of two as sure', () => {
  expect(marksOf([found(0, 4, 'a', 0.5), found(2, 6, 'b', 0.9), found(8, 12, 'c')]).map(({ entity }) => entity)).toEqual(['b', 'c'])
  expect(marksOf([found(0, 4, 'number'), found(0, 9, 'money')]).map(({ entity }) => entity)).toEqual(['money'])
})

test('a value of any shape reads as words', () => {
  expect(valueWords('rojo')).toBe('rojo')
  expect(valueWords({ amount: 2000, currency: 'DOP', note: null })).toBe('amount: 2000 · currency: DOP')
  expect(valueWords([1, 2])).toBe('1, 2')
  expect(valueWords(null)).toBe('')
})
