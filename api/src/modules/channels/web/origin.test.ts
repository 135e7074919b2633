import { describe, expect, test } from 'vitest'
import { isAllowed, normalizeOrigin } from './origin.ts'

describe('what an administrator types', () => {
  test.each([
    ['https://Www.Example.com/', 'https://www.example.com'],
    ['https://example.com:443', 'https://example.com'],
    ['https://*.example.com', 'https://*.example.com'],
    ['http://localhost:5173', 'http://localhost:5173'],
  ])('%s becomes %s', (typed, origin) => expect(normalizeOrigin(typed)).toBe(origin))

  test.each(['http://example.com', 'example.com', 'https://example.com/shop', 'https://*', 'https://*.com', 'javascript:alert(1)', 'https://a b.com', "https://x.com';"])(
    '%s is no origin', typed => expect(normalizeOrigin(typed)).toBeNull(),
  )
})

describe('which pages may carry the chat', () => {
  test('a star admits subdomains but not the domain itself, nor a lookalike', () => {
    const allowed = ['https://*.example.com']
    expect(isAllowed('https://shop.example.com', allowed)).toBe(true)
    expect(isAllowed('https://a.b.example.com', allowed)).toBe(true)
    expect(isAllowed('https://example.com', allowed)).toBe(false)
    expect(isAllowed('https://evilexample.com', allowed)).toBe(false)
    expect(isAllowed('http://shop.example.com', allowed)).toBe(false)
  })

  test('an exact origin admits only itself', () => {
    expect(isAllowed('https://example.com', ['https://example.com'])).toBe(true)
    expect(isAllowed('https://example.com.evil.com', ['https://example.com'])).toBe(false)
    expect(isAllowed('https://example.com:8443', ['https://example.com'])).toBe(false)
  })
})
