import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProviderSilent } from '../provider-http.ts'
import type { ChannelProfile } from '../profile.ts'
import { becauseOf, GraphRefused, outcomeOf } from './graph-error.ts'
import { answerHandshake } from './handshake.ts'
import { Json } from './json.ts'
import { isMediaHost } from '../media-host.ts'
import { hexDigest } from './media.ts'
import { isSignedByMeta } from './signature.ts'

const secret = 'test_app_secret'
const signed = (body: string, hex: string) => isSignedByMeta({ headers: { 'x-hub-signature-256': `sha256=${hex}` }, body: Buffer.from(body) }, secret)

describe('signatures', () => {
  const empty = 'dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756'

  test.each([
    ['{"object":"whatsapp_business_account","entry":[]}', empty],
    [String.raw`{"object":"page","entry":[{"messaging":[{"message":{"text":"\u00e4\u00f6\u00e5"}}]}]}`, '2ddaed29105f4fc93929f9b8fbf5e1adfc179183c7187386326bed4f8ac34097'],
    ['{"object":"page","entry":[{"messaging":[{"message":{"text":"äöå"}}]}]}', 'eb4d6cd950c72b2f13256d15005a014a0dc61aed62be6d4e056f33a883570878'],
  ])('the bytes of %s are genuine with their own digest', (body, hex) => {
    expect(signed(body, hex)).toBe(true)
  })

  test('the same JSON with spaces is another body', () => {
    expect(signed('{ "object": "whatsapp_business_account", "entry": [] }', empty)).toBe(false)
  })

  test('letters that were unescaped on the way are another body', () => {
    expect(signed('{"object":"page","entry":[{"messaging":[{"message":{"text":"äöå"}}]}]}', '2ddaed29105f4fc93929f9b8fbf5e1adfc179183c7187386326bed4f8ac34097')).toBe(false)
  })

  test.each([[''], [empty], [`sha1=${empty}`], [`sha256=${empty.slice(1)}`], [`sha256=${empty}00`], [`sha256=${empty.toUpperCase()}`]])('"%s" is no signature', header => {
    expect(isSignedByMeta({ headers: { 'x-hub-signature-256': header }, body: Buffer.from('{"object":"whatsapp_business_account","entry":[]}') }, secret)).toBe(false)
  })

  test('nothing is genuine while there is no secret, not even what is signed with an empty one', () => {
    const hex = 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad'
    expect(isSignedByMeta({ headers: { 'x-hub-signature-256': `sha256=${hex}` }, body: Buffer.alloc(0) }, '')).toBe(false)
    expect(isSignedByMeta({ headers: { 'x-hub-signature-256': `sha256=${hex}` }, body: Buffer.alloc(0) }, undefined)).toBe(false)
  })
})

describe('the question whether the address is ours', () => {
  const ask = (query: Record<string, string>, verifyToken = 'token') => answerHandshake({ method: 'GET', url: '', query, headers: {}, body: Buffer.alloc(0) }, { verifyToken })

  test('is answered with its challenge', () => {
    expect(ask({ 'hub.mode': 'subscribe', 'hub.verify_token': 'token', 'hub.challenge': '1158201444' })).toBe('1158201444')
  })

  test.each([
    [{ 'hub.mode': 'subscribe', 'hub.verify_token': 'another', 'hub.challenge': '1' }],
    [{ 'hub.mode': 'unsubscribe', 'hub.verify_token': 'token', 'hub.challenge': '1' }],
    [{ 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
  ])('is not answered to %o', query => expect(ask(query)).toBeUndefined())

  test('is not answered by an account that has no token', () => {
    expect(ask({ 'hub.mode': 'subscribe', 'hub.verify_token': '', 'hub.challenge': '1' }, '')).toBeUndefined()
  })
})

describe('what Graph answers', () => {
  const outcome = (status: number, code?: number, subcode?: number) =>
    outcomeOf(new GraphRefused(status, new Json(code === undefined ? undefined : { code, message: 'm', error_subcode: subcode })))

  test.each([4, 613, 80007, 130429])('%i keeps the whole account waiting', code => {
    expect(outcome(400, code)).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT' })
  })

  test('131056 keeps this person alone waiting', () => {
    expect(outcome(400, 131056)).toMatchObject({ kind: 'RETRY', scope: 'PERSON' })
  })

  test.each([1, 2, 131000, 131016, 133004])('%i may have sent the message if the server failed, and has not if it refused', code => {
    expect(outcome(500, code)).toMatchObject({ kind: 'UNKNOWN' })
    expect(outcome(400, code)).toMatchObject({ kind: 'RETRY', scope: 'MESSAGE' })
  })

  test.each([[131047, 'WINDOW_CLOSED'], [470, 'WINDOW_CLOSED'], [131026, 'UNREACHABLE'], [131050, 'OPTED_OUT'], [131049, 'OTHER'], [131009, 'CONTENT'], [131053, 'CONTENT'], [132015, 'TEMPLATE']])(
    '%i refuses the message for good: %s', (code, because) => {
      expect(outcome(400, code)).toMatchObject({ kind: 'REFUSED', because, failure: { code: String(code) } })
      expect(becauseOf({ code: String(code), message: '' })).toBe(because)
    })

  test.each([0, 3, 10, 190, 200, 299, 131005, 131042, 368, 131031, 130497, 133010, 33])('%i stops the account', code => {
    expect(outcome(400, code)).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
  })

  test('10 means a closed window with the subcodes of Messenger and Instagram, and a missing permission without', () => {
    expect(outcome(400, 10, 2018278)).toMatchObject({ kind: 'REFUSED', because: 'WINDOW_CLOSED' })
    expect(outcome(400, 10, 2534022)).toMatchObject({ kind: 'REFUSED', because: 'WINDOW_CLOSED' })
    expect(outcome(400, 10, 1893063)).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
  })

  test('a code that nobody knows is judged by the status alone', () => {
    expect(outcome(502)).toMatchObject({ kind: 'UNKNOWN', failure: { code: 'HTTP 502' } })
    expect(outcome(200)).toMatchObject({ kind: 'UNKNOWN' })
    expect(outcome(429)).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT' })
    expect(outcome(401)).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
    expect(outcome(400, 999_999)).toMatchObject({ kind: 'REFUSED', because: 'OTHER' })
  })

  test('silence is a doubt only where the request may have arrived', () => {
    expect(outcomeOf(new ProviderSilent('slow', { mayHaveArrived: true }))).toMatchObject({ kind: 'UNKNOWN' })
    expect(outcomeOf(new ProviderSilent('refused', { mayHaveArrived: false }))).toMatchObject({ kind: 'RETRY' })
    expect(outcomeOf(new ProviderSilent('slow', { mayHaveArrived: true }), { isHarmless: true })).toMatchObject({ kind: 'RETRY' })
  })
})

describe('files', () => {
  const profile = { baseUrl: 'https://graph.facebook.com', mediaHosts: ['lookaside.fbsbx.com', '*.fbcdn.net'] } as unknown as ChannelProfile

  test.each(['https://graph.facebook.com/x', 'https://lookaside.fbsbx.com/whatsapp_business/a?mid=1', 'https://scontent.xx.fbcdn.net/a'])('%s gets to see the token', url => {
    expect(isMediaHost(url, profile)).toBe(true)
  })

  test.each([
    'http://lookaside.fbsbx.com/a', 'https://lookaside.fbsbx.com.evil.example/a', 'https://lookaside.fbsbx.com@evil.example/a', 'https://evil.example/lookaside.fbsbx.com',
    'https://fbcdn.net.evil.example/', 'https://evilfbcdn.net/', 'http://graph.facebook.com/x', 'file:///etc/passwd', '//lookaside.fbsbx.com/a', '',
  ])('%s does not', url => expect(isMediaHost(url, profile)).toBe(false))

  test('a digest is read in hexadecimal and in base64', () => {
    const hex = '3f9d94d399fa61c191bc1d4ca71375a035cd9b6c0c6e2b5f5d3d8e0c8f6e3a01'
    expect(hexDigest(hex)).toBe(hex)
    expect(hexDigest(Buffer.from(hex, 'hex').toString('base64'))).toBe(hex)
    expect(hexDigest('no digest')).toBeUndefined()
  })
})

describe('JSON from outside', () => {
  test('never throws, whatever is asked of it', () => {
    fc.assert(fc.property(fc.anything(), fc.array(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'))), (value, path) => {
      const at = new Json(value).at(...path)
      return [at.text, at.id, at.number, at.list, at.isThere, at.plain()].length === 6
    }))
  })

  test('knows nothing of what is inherited', () => {
    expect(new Json(JSON.parse('{"__proto__":{"text":"x"}}')).at('text').isThere).toBe(false)
    expect(new Json({}).at('constructor').isThere).toBe(false)
  })

  test('loses what no database keeps, and what nests too deep to be written', () => {
    expect(new Json('a\0b\ud800').text).toBe('ab\ufffd')
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(JSON.stringify(new Json(deep).plain())).toHaveLength('[['.length * 12 + '"…"'.length)
  })
})
