import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import twilio from 'twilio'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CannotSend, MediaUnavailable, type Line } from '../../src/modules/channels/adapters/adapter.ts'
import { smsAdapter } from '../../src/modules/channels/adapters/sms/sms.adapter.ts'
import { smsSize } from '../../src/modules/channels/adapters/sms/sms-segments.ts'
import { isSignedByTwilio } from '../../src/modules/channels/adapters/sms/sms-signature.ts'
import { anyOutgoing, outgoing, outgoingFile } from './messages.ts'
import { lineTo, Receiver } from './receiver.ts'
import { chargedSegments } from './sms-charges.ts'
import { SmsDouble } from './sms.ts'

const form = (params: Record<string, string | string[]>) =>
  Buffer.from(new URLSearchParams(Object.entries(params).flatMap(([name, value]) => [value].flat().map(one => [name, one] as [string, string]))).toString())
const isSigned = (url: string, body: Buffer, signature: string, token: string) => isSignedByTwilio({ url, body, signature }, token)

describe('The signature of Twilio', () => {
  const call = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675310', Digits: '1234', From: '+14158675310', To: '+18005551212' }
  const message = {
    AccountSid: 'AC00000000000000000000000000000001', Body: 'Hola ñandú', From: '+18095550001', MessageSid: 'SM00000000000000000000000000000001', NumMedia: '0', To: '+18095550002',
  }

  it('is taken in both published vectors, and not when a letter differs', () => {
    expect(isSigned('https://mycompany.com/myapp.php?foo=1&bar=2', form(call), 'GvWf1cFY/Q7PnoempGyD5oXAezc=', '12345')).toBe(true)
    expect(isSigned('https://bot.example.test/webhooks/twilio/sms', form(message), 'j9dxd/8q1icscknStuMau3jMe2A=', 'test_auth_token')).toBe(true)
    expect(isSigned('https://bot.example.test/webhooks/twilio/sms', form({ ...message, Body: 'Hola nandú' }), 'j9dxd/8q1icscknStuMau3jMe2A=', 'test_auth_token')).toBe(false)
    expect(isSigned('https://bot.example.test/webhooks/twilio/sms', form(message), 'j9dxd/8q1icscknStuMau3jMe2A=', 'another_token')).toBe(false)
    expect(isSigned('https://bot.example.test/webhooks/twilio/sms', form(message), '', 'test_auth_token')).toBe(false)
  })

  it('is taken with parameters that nobody has heard of, and with values that repeat', () => {
    const params = { ...message, NewThing: 'yes', Twice: ['b', 'a', 'b'] }
    const url = 'https://bot.example.test/hooks/key'
    expect(isSigned(url, form(params), getExpectedTwilioSignature('t', url, params), 't')).toBe(true)
  })

  it('is taken whether the standard port was signed along or not', () => {
    const url = 'https://bot.example.test/hooks/key?ref=1'
    const withPort = 'https://bot.example.test:443/hooks/key?ref=1'
    expect(isSigned(url, form(message), getExpectedTwilioSignature('t', withPort, message), 't')).toBe(true)
    expect(isSigned(withPort, form(message), getExpectedTwilioSignature('t', url, message), 't')).toBe(true)
    expect(isSigned('http://[::1]:80/k', form(message), getExpectedTwilioSignature('t', 'http://[::1]/k', message), 't')).toBe(true)
    expect(isSigned('https://bot.example.test/other', form(message), getExpectedTwilioSignature('t', url, message), 't')).toBe(false)
  })

  it('is taken in the encodings of the query that Twilio has used', () => {
    const url = "https://bot.example.test/hooks/key?ref=it's a&x=(1)"
    for (const signed of [url, new URL(url).toString(), 'https://bot.example.test/hooks/key?ref=it\'s%20a&x=(1)']) {
      expect(twilio.validateRequest('t', getExpectedTwilioSignature('t', signed, message), url, message)).toBe(true)
      expect(isSigned(url, form(message), getExpectedTwilioSignature('t', signed, message), 't')).toBe(true)
    }
  })

  it('of a body that is no form is over the address, which names the hash of the body', () => {
    const body = Buffer.from('{"a":"ñ"}')
    const url = `https://bot.example.test/hooks/key?bodySHA256=${createHash('sha256').update(body).digest('hex')}`
    const signature = getExpectedTwilioSignature('t', url, {})
    expect(twilio.validateRequestWithBody('t', signature, url, body.toString())).toBe(true)
    expect(isSigned(url, body, signature, 't')).toBe(true)
    expect(isSigned(url, Buffer.from('{"a":"n"}'), signature, 't')).toBe(false)
  })

  it('made by the helper of their library is taken whatever is signed, and not with one parameter more', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 12 })
    const params = fc.dictionary(texts.filter(name => name !== '__proto__'), fc.oneof(texts, fc.array(texts, { minLength: 1, maxLength: 3 })), { maxKeys: 6 })
    fc.assert(fc.property(params, texts, (sent, ref) => {
      const url = `https://bot.example.test/hooks/key?ref=${encodeURIComponent(ref)}`
      // What travels is well formed; half a pair of surrogates becomes another character on the way.
      const signature = getExpectedTwilioSignature('t', url, sent)
      expect(isSigned(url, form(sent), signature, 't')).toBe(true)
      expect(isSigned(url, Buffer.concat([form(sent), Buffer.from('&zz=1')]), signature, 't')).toBe(false)
    }), { numRuns: 500 })
  })
})

let double: SmsDouble
let receiver: Receiver
let line: Line

beforeEach(async () => {
  double = await SmsDouble.start()
  receiver = await Receiver.start(smsAdapter, () => line, 'unused')
  line = lineTo(double, smsAdapter, { webhookUrl: receiver.url })
  await double.subscribe({ url: receiver.url, secret: 'unused' })
})
afterEach(async () => {
  await double.stop()
  await receiver.stop()
})

const send = async (more: Parameters<typeof outgoing>[0]) => {
  const outcomes = []
  const message = outgoing(more)
  for (const part of smsAdapter.compose(message, line)) {
    outcomes.push(await smsAdapter.send(part, message.files.filter(({ id }) => part.fileIds.includes(id)), line))
  }
  return outcomes
}
const statuses = () => receiver.updates.flatMap(update => (update.kind === 'STATUS' ? [update.status] : []))

describe('The double of Twilio', () => {
  it('signs what the validator of their library takes', async () => {
    double.customer().writes('Hola ñandú', { FreshParameter: '1' })
    await send({ text: '¿Sí?' })
    await double.settled()
    expect(receiver.requests.length).toBeGreaterThan(3)
    for (const { headers, body, query } of receiver.requests) {
      const url = query.size > 0 ? `${receiver.url}?${query}` : receiver.url
      const params = Object.fromEntries(new URLSearchParams(body.toString()))
      expect(twilio.validateRequest('test_auth_token', String(headers['x-twilio-signature']), url, params)).toBe(true)
    }
  })

  it.each(['WRONG', 'MISSING'] as const)('is not believed when the signature is %s', async signature => {
    double.faults.signature = signature
    double.customer().writes('Hola')
    await double.settled()
    expect(receiver.strangers).toHaveLength(1)
    expect(receiver.read).toEqual([])
  })

  it('is spoken to by their own client', async () => {
    const client = twilio(double.settings.accountSid, double.settings.authToken, { httpClient: clientTo(double.url) })
    const sent = await client.messages.create({ to: '+18095551000', from: double.settings.from!, body: 'Hola' })
    expect(sent).toMatchObject({ status: 'queued', numSegments: '1', direction: 'outbound-api' })
    await expect(client.messages.create({ to: '123', from: double.settings.from!, body: 'Hola' })).rejects.toMatchObject({ code: 21211, status: 400 })
    expect((await client.messages.list({ dateSentAfter: new Date(Date.now() - 1000), pageSize: 1 })).map(({ sid }) => sid)).toEqual([sent.sid])
  })

  it('charges by segments, counted by itself', async () => {
    for (const text of ['a'.repeat(161), 'á'.repeat(71), `${'a'.repeat(152)}€${'a'.repeat(152)}`]) await send({ text })
    expect(double.messages.map(({ segments, price }) => [segments, price])).toEqual([[2, 16], [2, 16], [3, 24]])
  })
})

describe('SMS that come in', () => {
  it('are messages of a number, with what was sent along', async () => {
    const sid = double.customer('+18095551234').writes('Hola ñandú 🙂')
    await double.settled()
    expect(receiver.updates).toEqual([
      { kind: 'MESSAGE', from: { externalId: '+18095551234', phone: '+18095551234' }, externalId: sid, text: 'Hola ñandú 🙂', at: line.now },
    ])
    expect(double.deliveries.answers).toEqual([200])
  })

  it('are fetched with the token of the account, which goes no further than to Twilio', async () => {
    const content = Buffer.from('a picture')
    double.customer().sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content, caption: 'Mire' })
    await double.settled()
    const [update] = receiver.updates
    const media = update?.kind === 'MESSAGE' ? update.media![0]! : undefined
    expect(await smsAdapter.fetchMedia!(media!, line)).toEqual({ content, mediaType: 'image/jpeg' })
    const elsewhere = 'https://evil.example.test/2010-04-01/a'
    await expect(smsAdapter.fetchMedia!({ ref: elsewhere }, line)).rejects.toMatchObject({ isFinal: true })
    await expect(smsAdapter.fetchMedia!({ ref: 'no address' }, line)).rejects.toBeInstanceOf(MediaUnavailable)
  })

  it('tell that somebody stops, or begins again', async () => {
    const ana = double.customer()
    ana.writes('stop')
    ana.writes('Start')
    ana.writes('ALTO', { OptOutType: 'STOP' })
    ana.writes('Stop please')
    await double.settled()
    expect(receiver.updates.map(update => (update.kind === 'AVAILABLE' ? update.isAvailable : update.kind)).toSorted()).toEqual(['MESSAGE', false, false, true].toSorted())
  })

  it('bring the token of a link of ours as their last word', async () => {
    double.customer().writes('Hola, vengo por la oferta abcdef0123456789')
    await double.settled()
    expect(receiver.updates[0]).toMatchObject({ text: 'Hola, vengo por la oferta abcdef0123456789', origin: { token: 'abcdef0123456789' } })
    expect(smsAdapter.link({ from: '+18095550002' }, { token: 'abcdef0123456789', text: 'Hola, vengo' })).toBe('sms:+18095550002?&body=Hola%2C%20vengo%20abcdef0123456789')
  })

  it('that we did not take are found in the list, under the same ids, oldest first, and only once there', async () => {
    const since = new Date()
    receiver.failsWith = 503
    const ana = double.customer()
    const lost = [ana.writes('Uno'), ana.sends({ name: 'a.jpg', mediaType: 'image/jpeg', content: Buffer.from('x') }), ana.writes('Tres')]
    await send({ text: 'Hola', reference: 'ref-9' })
    await double.settled()
    expect(double.deliveries.givenUp).toHaveLength(3)
    expect(receiver.read).toEqual([])
    const small = { ...line, profile: { ...line.profile, limits: { ...line.profile.limits, pageSize: 2 } } }
    const found = (await smsAdapter.backfill!(small, since)).flatMap(one => (one.ok ? [one.update] : []))
    expect(found.map(update => ('externalId' in update ? update.externalId : ''))).toEqual([...lost, double.ledger.accepted[0]!.id])
    expect(found.map(update => (update.kind === 'STATUS' ? update.status : update.kind))).toEqual(['MESSAGE', 'MESSAGE', 'MESSAGE', 'DELIVERED'])
    const picture = found[1]?.kind === 'MESSAGE' ? found[1].media![0]! : undefined
    expect((await smsAdapter.fetchMedia!(picture!, line)).content.toString()).toBe('x')
  })

  it('never stop the reading, whatever somebody posts', () => {
    const read = (body: Buffer) => smsAdapter.webhook!.read({ body, headers: {}, receivedAt: line.now }, line)
    const known = fc.constantFrom('MessageSid', 'SmsSid', 'MessageStatus', 'SmsStatus', 'From', 'Body', 'NumMedia', 'MediaUrl0', 'MediaUrl99', 'MediaContentType0', 'OptOutType', 'ErrorCode', '__proto__')
    const values = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('delivered', 'failed', 'received', '__proto__', '+18095551234', '1e9', ''))
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)), fc.dictionary(known, values).map(form)), body => {
      for (const one of read(body)) expect(one.ok ? one.update.kind : one.reason).toBeTruthy()
    }), { numRuns: 2000 })
    expect(read(Buffer.from('%%%=%&&&=')).every(({ ok }) => !ok)).toBe(true)
    expect(read(form({ MessageSid: 'SM1', From: 'whatsapp:+18095551234', Body: 'x' }))[0]).toMatchObject({ ok: false, reason: '“whatsapp” is no SMS.' })
  })
})

describe('SMS that go out', () => {
  it('arrive, and what becomes of them is told with our reference', async () => {
    const [outcome] = await send({ text: 'Su pedido salió.', reference: 'ref-7' })
    await double.settled()
    const id = double.ledger.accepted[0]!.id
    expect(outcome).toEqual({ kind: 'ACCEPTED', externalId: id })
    expect(double.ledger.accepted[0]).toMatchObject({ to: '+18095551000', text: 'Su pedido salió.', reference: 'ref-7' })
    expect(receiver.updates.every(update => update.kind === 'STATUS' && update.externalId === id && update.reference === 'ref-7')).toBe(true)
    expect(statuses().toSorted()).toEqual(['DELIVERED', 'SENT'])
  })

  it('have their statuses read in whatever order and number they come', async () => {
    Object.assign(double.faults, { isShuffled: true, copies: 3 })
    for (let message = 0; message < 20; message++) await send({ text: 'Hola' })
    await double.settled()
    expect(statuses().filter(status => status === 'DELIVERED').length).toBeGreaterThanOrEqual(20)
    expect(new Set(statuses())).toEqual(new Set(['SENT', 'DELIVERED']))
  })

  it('that did not arrive say why', async () => {
    double.faults.undelivered = '30003'
    await send({ text: 'Hola' })
    await double.settled()
    expect(receiver.updates).toContainEqual(expect.objectContaining({ status: 'FAILED', failure: { code: '30003', message: 'The phone is off or out of reach.' } }))
    expect(double.ledger.accepted).toEqual([])
  })

  it('are numbered where there is a menu, and the number is what comes back', async () => {
    const ana = double.customer('+18095551000')
    const menu = { style: 'MENU' as const, options: [{ id: 'a', title: 'Saldo', description: 'de su cuenta' }, { id: 'b', title: 'Hablar con alguien', description: null }] }
    await send({ text: 'Elija:', menu })
    expect(ana.inbox[0]!.text).toBe('Elija:\n\n1. Saldo - de su cuenta\n2. Hablar con alguien\nResponda / Reply: 1-2')
    expect(smsSize(ana.inbox[0]!.text).encoding).toBe('GSM-7')
    ana.taps('Hablar con alguien')
    await double.settled()
    expect(receiver.updates).toContainEqual(expect.objectContaining({ kind: 'MESSAGE', text: '2' }))
  })

  it('say places, contacts, cards, forms and orders in words, and files as links where the number sends no pictures', async () => {
    const texts = async (content: Parameters<typeof outgoing>[0]) => {
      const before = double.ledger.accepted.length
      await send(content)
      return double.ledger.accepted.slice(before).map(({ text }) => text)
    }
    expect(await texts({ content: { kind: 'LOCATION', latitude: 18.47, longitude: -69.9, name: 'Tienda' } })).toEqual(['Tienda\nhttps://maps.google.com/?q=18.47,-69.9'])
    expect(await texts({ content: { kind: 'CONTACTS', people: [{ name: 'Ana', phones: ['+18095551234'], emails: ['a@example.test'] }] } })).toEqual(['Ana: +18095551234, a@example.test'])
    expect(await texts({ content: { kind: 'FORM', title: 'Sus datos', fields: [{ name: 'c', label: 'Color', type: 'CHOICE', options: ['rojo', 'azul'] }] } })).toEqual(['Sus datos\n- Color (rojo / azul)'])
    expect(await texts({ text: 'Mire', files: [outgoingFile()] })).toEqual(['Mire', 'foto.jpg\nhttps://bot.example.test/files/1?signed=1&month'])
    expect(() => smsAdapter.compose(outgoing(), line)).toThrow(CannotSend)
  })

  it('carry pictures where the number sends them, and count as one', () => {
    const pictured = { ...line, settings: { ...line.settings, mms: 'yes' } }
    const parts = smsAdapter.compose(outgoing({ text: 'Mire', files: [outgoingFile(), outgoingFile({ id: 'file-2', mediaType: 'application/pdf' })] }), pictured)
    expect(parts.map(({ request, fileIds, segments }) => [request.files, fileIds, segments])).toEqual([['NONE', [], 1], ['MEDIA', ['file-1'], 1], ['LINK', ['file-2'], 1]])
  })

  it.each([
    ['+18095550001', 'REFUSED', '21614'], ['123', 'REFUSED', '21211'],
  ])('to %s are refused for good', async (phone, kind, code) => {
    expect((await send({ text: 'Hola', phone }))[0]).toMatchObject({ kind, because: 'UNREACHABLE', failure: { code } })
  })

  it('to somebody who opted out are refused as such', async () => {
    double.customer('+18095551000').writes('STOP')
    expect((await send({ text: 'Hola' }))[0]).toMatchObject({ kind: 'REFUSED', because: 'OPTED_OUT', failure: { code: '21610' } })
  })

  it('wait when there are too many, for as long as Twilio says', async () => {
    Object.assign(double.faults, { tooMany: 1, retryAfter: 7 })
    expect((await send({ text: 'Hola' }))[0]).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT', afterMs: 7000, failure: { code: '20429' } })
    expect((await send({ text: 'Hola' }))[0]).toMatchObject({ kind: 'ACCEPTED' })
  })

  it('stop the account when the token is not accepted any more', async () => {
    double.faults.isLockedOut = true
    expect((await send({ text: 'Hola' }))[0]).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '20003' } })
  })

  it('are unknown after a 500 and after a connection that broke; the status then tells of which it was', async () => {
    double.faults.failing = 1
    expect((await send({ text: 'Hola' }))[0]).toMatchObject({ kind: 'UNKNOWN', failure: { code: '500' } })
    double.faults.silentAfterAccepting = 1
    expect((await send({ text: 'Hola', reference: 'ref-8' }))[0]).toMatchObject({ kind: 'UNKNOWN', failure: { code: 'SILENT' } })
    await double.settled()
    expect(receiver.updates).toContainEqual(expect.objectContaining({ kind: 'STATUS', reference: 'ref-8', externalId: double.ledger.accepted[0]!.id, status: 'DELIVERED' }))
  })

  it('may be tried again where nobody listened', async () => {
    await double.stop()
    expect((await send({ text: 'Hola' }))[0]).toMatchObject({ kind: 'RETRY' })
    double = await SmsDouble.start()
  })

  it('are never longer than Twilio takes, and counted as it charges, whatever is said', async () => {
    await fc.assert(fc.asyncProperty(anyOutgoing, async message => {
      const parts = composed(message)
      for (const part of parts) {
        const before = double.messages.length
        expect(JSON.parse(JSON.stringify(part))).toEqual(part)
        const outcome = await smsAdapter.send(part, message.files.filter(({ id }) => part.fileIds.includes(id)), line)
        expect(outcome).toMatchObject({ kind: 'ACCEPTED' })
        expect(part.segments).toBe(double.messages[before]!.segments)
        expect(part.segments).toBe(chargedSegments(double.messages[before]!.body))
      }
    }), { numRuns: 60 })
  })

  const composed = (message: Parameters<typeof smsAdapter.compose>[0]) => {
    try {
      return smsAdapter.compose(message, line)
    } catch (error) {
      expect(error).toBeInstanceOf(CannotSend)
      return []
    }
  }
})

describe('The check of an SMS account', () => {
  it('says whose it is, and whether Twilio tells us what comes in', async () => {
    expect(await smsAdapter.check(line)).toEqual({
      isGood: true, name: 'Cuenta de prueba', address: '+18095550002', facts: { mms: 'no', webhook: 'yes', webhookUrl: receiver.url },
    })
    const service = { ...line, settings: { ...line.settings, from: '', messagingServiceSid: double.serviceSid } }
    expect(await smsAdapter.check(service)).toMatchObject({ isGood: true, address: 'Servicio', facts: { webhook: 'yes' } })
  })

  it('says what is wrong', async () => {
    const withSettings = (settings: Record<string, string>) => smsAdapter.check({ ...line, settings: { ...line.settings, ...settings } })
    expect(await withSettings({ authToken: 'wrong' })).toMatchObject({ isGood: false, problem: { code: '20003' } })
    expect(await withSettings({ from: '+18095559999' })).toMatchObject({ isGood: false, problem: { code: '21660' } })
    expect(await withSettings({ from: '' })).toMatchObject({ isGood: false, problem: { code: 'SENDER' } })
    expect(await withSettings({ from: '', messagingServiceSid: 'MG9' })).toMatchObject({ isGood: false })
  })
})

/** The way of their client to the net, bent to this machine; everything else of it is unchanged. */
function clientTo(url: string) {
  const client = new twilio.RequestClient()
  const request = client.request.bind(client)
  client.request = options => request({ ...options, uri: options.uri.replace('https://api.twilio.com', url) })
  return client
}

// The first vector, computed once more without anybody's library.
it('is HMAC-SHA1 over the address and the sorted parameters', () => {
  const text = 'https://mycompany.com/myapp.php?foo=1&bar=2CallSidCA1234567890ABCDECaller+14158675310Digits1234From+14158675310To+18005551212'
  expect(createHmac('sha1', '12345').update(text).digest('base64')).toBe('GvWf1cFY/Q7PnoempGyD5oXAezc=')
})
