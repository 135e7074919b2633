import { expect, test } from 'vitest'
import { amountText, lessPercent, marginOf, millionths, typedAmount } from './exact-amount.ts'

test('amounts add up to the last digit, where numbers would not', () => {
  expect(amountText(millionths('0.1') + millionths('0.2'))).toBe('0.3')
  expect(amountText(millionths('645') * 3n)).toBe('1935')
  expect(amountText(millionths('0.000001') * 1000n)).toBe('0.001')
  expect(amountText(millionths('1') - millionths('1.5'))).toBe('-0.5')
})

test('a discount takes its share, to the hundredth of a percent', () => {
  expect(amountText(lessPercent(millionths('645'), '10'))).toBe('580.5')
  expect(amountText(lessPercent(millionths('200'), '12.25'))).toBe('175.5')
  expect(amountText(lessPercent(millionths('200'), '100'))).toBe('0')
})

test('a price is typed with a point or a comma, and is never negative nor of more than six digits', () => {
  expect(['1,5', ' 1290 ', '0.000001', 5].map(typedAmount)).toEqual(['1.5', '1290', '0.000001', '5'])
  expect(['', '-1', '1.2345678', '1.290,50', 'abc'].map(typedAmount)).toEqual(Array.from({ length: 5 }))
})

test('a margin is what stays of the price, and less than nothing where it is sold for less than it costs', () => {
  expect(marginOf('1000', '1000', '20')).toBe(20)
  expect(marginOf('1000', '500', '20')).toBe(60)
  expect(marginOf('300', '500', '20')).toBe(-33.3)
  expect([marginOf(undefined, '500', '20'), marginOf('500', undefined, '20'), marginOf('0', '500', '20')]).toEqual([undefined, undefined, undefined])
})
