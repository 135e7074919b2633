import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkDetails } from './link-input.ts'
import { isLinkToken, newLinkToken } from './link-token.ts'
import { outside } from './link-target.ts'
import { isOwnPage, webTarget } from './web-target.ts'

const ALLOWED = ['https://www.example.com', 'https://*.tienda.do', 'http://localhost:5173']
const web = { kind: 'WEB' as const, allowedOrigins: ALLOWED }
const whatsapp = { kind: 'WHATSAPP' as const, allowedOrigins: [] }
const isOurs = (address: string) => {
  const { protocol, host, username, password } = new URL(address)
  return !username && !password && ((protocol === 'https:' && (host === 'www.example.com' || host.endsWith('.tienda.do'))) || (protocol === 'http:' && host === 'localhost:5173'))
}

describe('a link to a chat on a page', () => {
  test.each([
    'https://evil.example', 'https://www.example.com.evil.example', 'https://www.example.com@evil.example', 'https://user:pass@www.example.com/', '//evil.example',
    'javascript:alert(1)//https://www.example.com', 'data:text/html,x', 'http://www.example.com', 'https://www.example.com:8443', 'https://eviltienda.do', 'https://tienda.do',
    'https:\\\\evil.example\\@www.example.com', 'https://evil.example/https://www.example.com', 'https://evil.example#.tienda.do', 'https://evil.example?.tienda.do', 'ftp://www.example.com', '/promo', 'https://www.exampｌe.com.evil.example', 'blob:https://www.example.com/x',
  ])('leads to no page but one of the allowed origins: %s', page => {
    expect(linkDetails({ name: 'x', page }, web)).toMatchObject({ field: 'page' })
    expect(isOurs(webTarget(page, ALLOWED, newLinkToken())!)).toBe(true)
  })

  test('whatever is typed, it never leads elsewhere', () => {
    const piece = fc.constantFrom('https://', 'http://', '//', '/', '\\', '@', ':', '.', '#', '?', '%0d%0a', '\r\n', '\t', '\u202e', 'www.example.com', 'a.tienda.do', 'evil.example', 'localhost:5173', 'javascript:', '。', '．')
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 8 }).map(parts => parts.join('')), fc.webUrl(), fc.string({ unit: 'binary' })), page => {
      const details = linkDetails({ name: 'x', page }, web)
      if ('page' in details && details.page !== null && !('code' in details)) expect(isOurs(details.page)).toBe(true)
      const target = webTarget(page, ALLOWED, 'a'.repeat(16))!
      expect(isOurs(target)).toBe(true)
      expect(target).toMatch(/^[\x21-\x7e]+$/)
      expect(new URL(target).searchParams.getAll('bp_ref')).toEqual(['a'.repeat(16)])
    }), { numRuns: 2000 })
  })

  test('keeps what the page’s address asks for, and replaces only our own word', () => {
    expect(webTarget('https://www.example.com/promo?color=rojo&bp_ref=old#top', ALLOWED, 'a'.repeat(16)))
      .toBe(`https://www.example.com/promo?color=rojo&bp_ref=${'a'.repeat(16)}#top`)
  })

  test('leads to the first site when its page’s origin is no longer allowed, and nowhere when no site is left', () => {
    expect(webTarget('https://old.example/x', ALLOWED, 'a')).toContain('https://www.example.com/')
    expect(webTarget(null, ['https://*.tienda.do'], 'a')).toBeNull()
    expect(isOwnPage('https://a.tienda.do/x', ['https://*.tienda.do'])).toBe(true)
  })

  test('must name its page where no origin is a page', () => {
    expect(linkDetails({ name: 'x' }, { kind: 'WEB', allowedOrigins: ['https://*.tienda.do'] })).toMatchObject({ field: 'page' })
    expect(linkDetails({ name: 'x' }, web)).toEqual({ name: 'x', text: null, page: null })
  })
})

describe('a link to another channel', () => {
  test('has words of the customer’s and no page', () => {
    expect(linkDetails({ name: ' Feria ', text: ' Quiero información 👨‍👩‍👧 ' }, whatsapp)).toEqual({ name: 'Feria', text: 'Quiero información 👨‍👩‍👧', page: null })
    expect(linkDetails({ name: 'x', page: 'https://www.example.com' }, whatsapp)).toMatchObject({ field: 'page' })
    expect(linkDetails({ name: 'x', text: 'a'.repeat(301) }, whatsapp)).toMatchObject({ field: 'text' })
  })

  test('has words without controls, turned writing or halves of signs, so that every channel can carry them', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
      const details = linkDetails({ name: 'x', text }, whatsapp)
      if (!('text' in details)) return
      expect(details.text ?? '').not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
      expect(() => encodeURIComponent(details.text ?? '')).not.toThrow()
    }))
  })

  test('never leads to something that a browser would run, or with a line break in it', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://wa.me/1', 'nothing', '']) expect(outside(address)).toBeNull()
    expect(outside('https://wa.me/18095550001?text=Hola%20\r\nSet-Cookie: x')).not.toMatch(/[\r\n]/)
    expect(outside('sms:+18095550001?&body=Hola')).toBe('sms:+18095550001?&body=Hola')
    expect(outside('mailto:a@example.com?subject=x')).toBe('mailto:a@example.com?subject=x')
  })
})

test.each([['no name', ''], ['only controls', '\u0000\u0007'], ['too long a name', 'a'.repeat(81)]])('a link has a name that people can read, not %s', (_, name) => {
  expect(linkDetails({ name }, web)).toMatchObject({ field: 'name' })
})

test('tokens are 16 lower-case letters and digits, and follow from chance alone', () => {
  const made = Array.from({ length: 500 }, () => newLinkToken())
  expect(made.every(isLinkToken)).toBe(true)
  expect(new Set(made).size).toBe(500)
  expect(newLinkToken(below => below - 1)).toBe('9'.repeat(16))
  for (const wrong of ['', 'A'.repeat(16), 'a'.repeat(15), 'a'.repeat(17), `${'a'.repeat(16)}\n`, `${'a'.repeat(15)}á`, null, 7]) expect(isLinkToken(wrong)).toBe(false)
})
