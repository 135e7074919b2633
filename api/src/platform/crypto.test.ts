import { expect, test } from 'vitest'
import { Sealer, isSame } from './crypto.ts'

const old = { id: '2025', secret: 'old' }
const present = { id: '2026', secret: 'present' }

test('a sealed secret opens in its own context only', () => {
  const sealer = new Sealer([present])
  const sealed = sealer.seal('JBSWY3DPEHPK3PXP', 'totp:ada')
  expect(sealed).not.toContain('JBSW')
  expect(sealer.open(sealed, 'totp:ada')).toBe('JBSWY3DPEHPK3PXP')
  expect(() => sealer.open(sealed, 'totp:grace')).toThrow()
})

test('a changed byte does not open', () => {
  const sealer = new Sealer([present])
  const sealed = sealer.seal('secret', 'x')
  const last = sealed.at(-3) === 'A' ? 'B' : 'A'
  expect(() => sealer.open(sealed.slice(0, -3) + last + sealed.slice(-2), 'x')).toThrow()
})

test('after a change of keys the old secrets still open, and are stale', () => {
  const sealed = new Sealer([old]).seal('secret', 'x')
  const sealer = new Sealer([present, old])
  expect(sealer.open(sealed, 'x')).toBe('secret')
  expect(sealer.isStale(sealed)).toBe(true)
  expect(() => new Sealer([present]).open(sealed, 'x')).toThrow('2025')
})

test('texts of different length are simply not the same', () => {
  expect([isSame('a', 'a'), isSame('a', 'ab')]).toEqual([true, false])
})
