import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callbackOf, progressOf } from './callback.ts'
import { amountOf } from './money.ts'

const asked = { amount: '1500.00', currency: 'DOP' }
const told = (more: object) => callbackOf(Buffer.from(JSON.stringify({ externalId: 'x-1', status: 'PAID', amount: '1500', currency: 'dop', ...more })))!

test('1500, “1500.0” and “1500.00” are the same amount', () => {
  expect([1500, '1500', '1500.0', ' 1500.00 ', 1500.5].map(amountOf)).toEqual(['1500.00', '1500.00', '1500.00', '1500.00', '1500.50'])
})

test.each([[0], ['0'], [-1], ['1,500'], ['1.005'], ['1e3'], [null], [{}], ['01'], ['1234567890'], [Number.NaN]])('%j is no amount', value => {
  expect(amountOf(value)).toBeNull()
})

test('paid is what is paid exactly as it was asked for', () => {
  expect(progressOf(told({}), asked)).toEqual({ state: 'PAID', failure: null })
  for (const wrong of [{ amount: '1499.99' }, { amount: null }, { currency: 'USD' }, { currency: undefined }])
    expect(progressOf(told(wrong), asked)).toEqual({ state: 'FAILED', failure: 'AMOUNT_DIFFERS' })
})

test.each(['', '[]', 'null', '{', '{"status":"PAID"}', '{"externalId":"x","status":"MAYBE"}', '{"externalId":" ","status":"PAID"}'])('%j tells of no payment', body => {
  expect(callbackOf(Buffer.from(body))).toBeNull()
})

test('whatever bytes come are a call-back or none', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => { expect(callbackOf(Buffer.from(bytes))).toBeNull() }))
  fc.assert(fc.property(fc.json(), text => { expect(() => callbackOf(Buffer.from(text))).not.toThrow() }))
})
