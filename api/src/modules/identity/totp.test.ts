import { expect, test } from 'vitest'
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([[59, '287082'], [1111111109, '081804'], [1234567890, '005924'], [20000000000, '353130']])(
  'at second %i the code of RFC 6238 is %s', (second, code) => {
    expect(totpCode(secret, new Date(second * 1000))).toBe(code)
    expect(totpStep(secret, code, new Date(second * 1000))).toBe(Math.floor(second / 30))
  })

test('a code is good one step early and late, and no longer', () => {
  const code = totpCode(secret, new Date(3_000_000))
  const good = [-31, -1, 0, 59, 60].map(
    seconds => totpStep(secret, code, new Date(3_000_000 + seconds * 1000)) !== undefined,
  )
  expect(good).toEqual([false, true, true, true, false])
})

test('anything but six digits is no code', () => {
  for (const code of ['', '28708', '2870822', '28708a', ' 287082'])
    expect(totpStep(secret, code, new Date(59_000))).toBeUndefined()
})

test('the address names us and the account', () => {
  expect(totpUri(newTotpSecret(), 'ana@banco.do')).toMatch(
    /^otpauth:\/\/totp\/BotPro:ana%40banco\.do\?.*secret=[A-Z2-7]{32}/,
  )
})
