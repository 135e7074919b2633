import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGenuine, signatureOf } from './signature.ts'

const NOW = new Date('2026-11-27T12:00:00Z')
const seconds = NOW.getTime() / 1000
const body = Buffer.from('{"paymentId":"x","status":"PAID"}')
const header = (secret = 'uno', at = seconds, of: Buffer = body) => `t=${at},v1=${signatureOf(secret, at, of)}`
const genuine = (said: unknown, { secrets = ['uno'], of = body } = {}) => isGenuine(said, of, { secrets, now: NOW })

test('what is signed with the secret of now, or with the one before while it still holds, is genuine', () => {
  expect(genuine(header())).toBe(true)
  expect(genuine(header('dos'), { secrets: ['uno', 'dos'] })).toBe(true)
  expect(genuine(`${header('tres')},${header('uno').split(',')[1]}`)).toBe(true)
  expect(genuine(header('dos'))).toBe(false)
})

test('five minutes too early or too late is too far', () => {
  expect(genuine(header('uno', seconds - 299))).toBe(true)
  expect(genuine(header('uno', seconds - 301))).toBe(false)
  expect(genuine(header('uno', seconds + 301))).toBe(false)
})

test('a time or a body that was changed afterwards is not genuine', () => {
  expect(genuine(header().replace(`t=${seconds}`, `t=${seconds - 10}`))).toBe(false)
  expect(genuine(header(), { of: Buffer.from(body.toString().replace('PAID', 'LATE')) })).toBe(false)
})

test.each([undefined, null, '', 'v1=00', `t=${seconds}`, `t=x,v1=00`, ['t=1,v1=00'], 't=1,v1=' + '0'.repeat(2000), `t=${'9'.repeat(30)},v1=00`])('%j is no signature', said => {
  expect(genuine(said)).toBe(false)
})

test('nothing that is made up is genuine, and nothing of it makes us fail', () => {
  fc.assert(fc.property(fc.string(), fc.uint8Array(), (said, bytes) => { expect(isGenuine(said, Buffer.from(bytes), { secrets: ['uno'], now: NOW })).toBe(false) }))
})
