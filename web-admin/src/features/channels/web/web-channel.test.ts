import { expect, test } from 'vitest'
import { isOrigin, textOn, tidyOrigin } from './web-channel.ts'

test('an origin has a scheme and a host, perhaps a port, never a path', () => {
  for (const good of ['https://www.example.com', 'https://*.example.com', 'http://localhost:4000']) expect(isOrigin(good)).toBe(true)
  for (const bad of ['example.com', 'https://example.com/shop', 'https://', 'ftp://example.com', 'https://a.*.com']) expect(isOrigin(bad)).toBe(false)
})

test('an address is taken as people type it', () => {
  expect(['https://a.do/', ' www.a.do ', '*.a.do', 'http://localhost:4000', 'localhost'].map(tidyOrigin))
    .toEqual(['https://a.do', 'https://www.a.do', 'https://*.a.do', 'http://localhost:4000', 'localhost'])
})

test('text on a colour is whichever of black and white reads better', () => {
  expect(textOn('#4f46e5')).toBe('#ffffff')
  expect(textOn('#facc15')).toBe('#000000')
  expect(textOn('#000000')).toBe('#ffffff')
})
