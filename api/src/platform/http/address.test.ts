import { expect, test } from 'vitest'
import { addressOf, networkOf } from './address.ts'

const from = (forwarded: string, proxies: number) =>
  addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } } as never, proxies)

test('a port that a proxy writes beside the address does not make another address of it', () => {
  expect(from('1.2.3.4:50123', 1)).toBe('1.2.3.4')
  expect(from('[2001:db8::1]:50123', 1)).toBe('2001:db8::1')
})

test('whoever has a network of IPv6 has one allowance, not one for each of its addresses', () => {
  const home = networkOf('2001:db8:1:2::1')
  expect(networkOf('2001:db8:1:2:ffff:eeee:dddd:cccc')).toBe(home)
  expect(networkOf('2001:0DB8:0001:0002::7')).toBe(home)
  expect(networkOf('2001:db8:1:3::1')).not.toBe(home)
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:5::'))
  expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'))
})

test('an address of IPv4 stands for itself, however it is written', () => {
  expect(networkOf('1.2.3.4')).toBe('1.2.3.4')
  expect(networkOf('::ffff:1.2.3.4')).toBe('1.2.3.4')
  expect(networkOf('::ffff:1.2.3.5')).toBe('1.2.3.5')
  expect(networkOf('unknown')).toBe('unknown')
})
