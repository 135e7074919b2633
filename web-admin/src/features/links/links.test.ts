import { expect, test } from 'vitest'
import { barsOf, inLetters, inputOf, lookOf, problemOf, QR_COLORS, qrAddress, queryOf } from './links.ts'

test('a link needs a name, and on the web a page that is an address where it has one', () => {
  expect(problemOf({ name: ' ', text: '', page: '' }, 'WEB')).toBe('name')
  expect(problemOf({ name: 'Feria', text: '', page: 'promo' }, 'WEB')).toBe('page')
  expect(problemOf({ name: 'Feria', text: '', page: '' }, 'WEB')).toBeUndefined()
  expect(inputOf({ name: ' Feria ', text: ' ', page: '' })).toEqual({ name: 'Feria', text: null, page: null })
})

test('how a code looks goes into its address and comes back from it', () => {
  const look = { color: '#0f766e', hasLogo: true }
  expect(lookOf(queryOf(look))).toEqual(look)
  expect(qrAddress('1', 'png', look, { size: '512' })).toBe('/links/1/qr.png?color=0f766e&logo=1&size=512')
  expect(lookOf({ color: 'ffffff', logo: 'x' })).toEqual({ color: QR_COLORS[0], hasLogo: false })
})

test('the busiest day fills its height, and a single opening can still be seen beside it', () => {
  const [none, one, most] = barsOf([0, 1, 1000])
  expect(most).toMatchObject({ y: 0, height: 24 })
  expect(one!.height).toBe(2)
  expect(none).toMatchObject({ isEmpty: true, height: 1 })
  expect(barsOf([])).toEqual([])
})

test('an address is read without its scheme', () => {
  expect(inLetters('https://bot.example.do/l/abc')).toBe('bot.example.do/l/abc')
})
