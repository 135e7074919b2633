import { describe, expect, test } from 'vitest'
import type { Line } from '../src/modules/channels/adapters/adapter.ts'
import { adapters } from '../src/modules/channels/adapters/adapters.ts'
import { makeToken, readToken } from '../src/modules/channels/adapters/email/plus-address.ts'
import { profileAt, profilesOf } from '../src/modules/channels/adapters/profile.ts'
import type { ProviderAnswer, ProviderRequest } from '../src/modules/channels/adapters/provider-http.ts'
import { Lines } from '../src/modules/channels/provider/lines.ts'
import { AttachmentUrls } from '../src/modules/conversations/attachments/attachment-url.ts'
import { newId } from '../src/platform/ids.ts'
import { hostileUrls } from '../src/platform/outside/hostile-urls.fixture.ts'

/**
 * What we would be asked of the competitor's leak (chatwoot#14887), where we have no OAuth: whom our credentials are shown
 * to, and for what and until when our signatures are good. Names of tests elsewhere begin with the same number.
 */
const now = new Date('2026-12-01T12:00:00Z')
const SECRETS = { accessToken: 'secret-token', pageAccessToken: 'secret-token', botToken: '1:secret-token', accountSid: 'AC1', authToken: 'secret-token', appSecret: 'secret-token', phoneNumberId: '1' }

function lineOf(kind: 'WHATSAPP' | 'MESSENGER' | 'INSTAGRAM' | 'TELEGRAM' | 'SMS', answer: (request: ProviderRequest) => Partial<ProviderAnswer>) {
  const asked: ProviderRequest[] = []
  const adapter = adapters[kind]!
  const profile = profileAt(profilesOf(adapter.profiles, []), '2026-12-01')!
  const call = async (request: ProviderRequest) => {
    asked.push(request)
    return { status: 200, headers: {}, body: Buffer.alloc(0), json: undefined, ...answer(request) }
  }
  const line: Line = { channelAccountId: newId(), settings: SECRETS, profile, http: { call }, now, publicUrl: 'https://botpro.test', webhookUrl: 'https://botpro.test/hooks/x' }
  return { line, asked, adapter, home: new URL(profile.baseUrl).origin }
}

const elsewhere = [...hostileUrls.map(url => url.replaceAll('PORT', '80')), 'https://evil.example/a', 'https://graph.facebook.com.evil.example/', 'https://api.twilio.com@evil.example/', '//evil.example', '']
const knowsSecret = (request: ProviderRequest) => JSON.stringify([request.url, request.headers]).includes('secret-token') || request.headers?.['authorization'] !== undefined
const without = (secret: string) => (request: ProviderRequest) => new URL(request.url).origin === secret || !knowsSecret(request)

describe('chatwoot#14887: a channel’s credentials go to its provider alone', () => {
  test.each(['MESSENGER', 'INSTAGRAM', 'SMS'] as const)('whatever address an update names for a file: %s', async kind => {
    for (const ref of elsewhere) {
      const { line, asked, adapter } = lineOf(kind, () => ({}))
      await expect(adapter.fetchMedia!({ ref }, line), ref).rejects.toMatchObject({ name: 'MediaUnavailable' })
      expect(asked, ref).toEqual([])
    }
  })

  test('whatever address WhatsApp’s answer names for a file', async () => {
    for (const url of elsewhere) {
      const { line, asked, adapter, home } = lineOf('WHATSAPP', () => ({ json: { url, file_size: '1' } }))
      await expect(adapter.fetchMedia!({ ref: '1' }, line), url).rejects.toMatchObject({ name: 'MediaUnavailable' })
      expect(asked.map(request => new URL(request.url).origin)).toEqual([home])
    }
  })

  test('wherever Twilio’s redirect leads; to its own other hosts it leads without them', async () => {
    const first = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1'
    for (const location of elsewhere.filter(Boolean)) {
      const { line, asked, adapter } = lineOf('SMS', () => ({ status: 307, headers: { location } }))
      await expect(adapter.fetchMedia!({ ref: first }, line), location).rejects.toMatchObject({ name: 'MediaUnavailable' })
      expect(new Set(asked.map(request => new URL(request.url).origin)), location).toEqual(new Set(['https://api.twilio.com']))
    }
    const { line, asked, adapter, home } = lineOf('SMS', ({ url }) => (url === first ? { status: 307, headers: { location: 'https://media.twiliocdn.com/a' } } : {}))
    await adapter.fetchMedia!({ ref: first, mediaType: 'image/png' }, line)
    expect(asked.map(knowsSecret)).toEqual([true, false])
    expect(asked.every(without(home))).toBe(true)
  })

  test('whatever path Telegram’s answer names for a file', async () => {
    for (const path of [...elsewhere.filter(Boolean), '../../bot2:x/getMe', '@evil.example/a', '?x=', '#']) {
      const { line, asked, adapter, home } = lineOf('TELEGRAM', () => ({ json: { ok: true, result: { file_path: path } } }))
      await adapter.fetchMedia!({ ref: '1' }, line)
      expect(asked.every(without(home))).toBe(true)
      expect(asked.slice(1).map(request => new URL(request.url).pathname.startsWith('/file/bot1:secret-token/')), path).toEqual([true])
    }
  })
})

describe('chatwoot#14887: what we sign is good for one thing', () => {
  test('the address of a file: of one tenant, for an hour or a little more', () => {
    const urls = new AttachmentUrls(Buffer.alloc(32, 1))
    const [tenantId, id] = [newId(), newId()]
    const { searchParams } = new URL(urls.sign({ tenantId, id, now }), 'https://botpro.test')
    const signed = { tenantId, id, expires: Number(searchParams.get('expires')), signature: searchParams.get('signature')!, now }
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    expect(urls.isGood(signed)).toBe(true)
    expect(urls.isGood({ ...signed, now: later(59) })).toBe(true)
    for (const other of [{ tenantId: newId() }, { id: newId() }, { expires: signed.expires + 1 }, { now: later(76) }, { signature: '' }]) expect(urls.isGood({ ...signed, ...other })).toBe(false)
    expect(new AttachmentUrls(Buffer.alloc(32, 2)).isGood(signed)).toBe(false)
  })

  test('the address that brings an answer by mail back: of one mailbox', () => {
    const lines = new Lines({ units: undefined as never, sealer: undefined as never, adapters, http: undefined as never, publicUrl: () => '', signingKey: Buffer.alloc(32, 1) })
    const keyOf = (channelAccountId: string) => lines.at({ channelAccountId, kind: 'EMAIL', settings: {}, hookKey: 'x' }, now).signingKey!
    const [ours, theirs] = [keyOf(newId()), keyOf(newId())]
    const token = makeToken(ours, { kind: 'CONVERSATION', id: newId() })
    expect([readToken(ours, token)?.kind, readToken(theirs, token)]).toEqual(['CONVERSATION', undefined])
  })
})
