import { createHmac } from 'node:crypto'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MediaUnavailable, type Line } from '../../src/modules/channels/adapters/adapter.ts'
import type { OutgoingFile, OutgoingMessage, SendOutcome } from '../../src/modules/channels/adapters/outgoing.ts'
import { whatsappAdapter as adapter } from '../../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { dice } from '../dice.ts'
import { lineTo, Receiver } from './receiver.ts'
import { sevenDays } from './whatsapp/webhook-sender.ts'
import { startWhatsappDouble, type WhatsappDouble } from './whatsapp.ts'

let double: WhatsappDouble
let hook: Receiver
let line: Line

beforeEach(async () => {
  double = await startWhatsappDouble({ random: dice(7).roll, deliveries: { retryMs: 5, longestMs: 20, atOnce: 1 } })
  line = lineTo(double, adapter)
  hook = await Receiver.start(adapter, () => line, 'verify-me')
  await double.subscribe({ url: hook.url, secret: 'verify-me' })
})

afterEach(async () => {
  await double.stop()
  await hook.stop()
})

const PNG = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#3366ff' } }).png().toBuffer()
const fileOf = (content: Buffer, mediaType = 'image/png', name = 'foto.png'): OutgoingFile =>
  ({ id: `file-${name}`, name, mediaType, size: content.length, content: async () => content, url: 'https://chat.example.com/f' })

const messageTo = (externalId: string, message: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  reference: 'ref-1', to: { externalId, aliases: [], phone: null, email: null }, author: 'BOT', text: '', menu: null, content: null, files: [], passage: 'FREE', ...message,
})

/** Messages as they were written: webhooks come side by side. */
const inOrder = () => {
  const order = [...double.ledger.sent]
  return hook.of('MESSAGE').toSorted((a, b) => order.indexOf(a.externalId) - order.indexOf(b.externalId))
}

async function sendAll(message: OutgoingMessage): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = []
  for (const part of adapter.compose(message, line)) outcomes.push(await adapter.send(part, message.files.filter(file => part.fileIds.includes(file.id)), line))
  return outcomes
}

const send = async (to: string, message: Partial<OutgoingMessage>) => (await sendAll(messageTo(to, message)))[0]!

describe('the webhook', () => {
  test('is saved only where it knows the token', async () => {
    await expect(double.subscribe({ url: hook.url, secret: 'another' })).rejects.toThrow('verify token')
  })

  test('gets every update signed over its very bytes, in batches of up to a thousand, with letters written either way', async () => {
    Object.assign(double.faults, { batch: 1000, unicode: 'BOTH' })
    const people = Array.from({ length: 50 }, (_, index) => double.customer(`1829777${String(index).padStart(4, '0')}`))
    const texts = Array.from({ length: 1500 }, (_, index) => `mañana a las ${index} 😀`)
    for (const [index, text] of texts.entries()) people[index % 50]!.writes(text)
    await double.settled()
    expect(hook.strangers).toEqual([])
    expect(hook.requests).toHaveLength(2)
    expect(hook.of('MESSAGE').map(({ text }) => text)).toEqual(expect.arrayContaining(texts))
    expect(new Set(hook.of('MESSAGE').map(({ externalId }) => externalId))).toEqual(new Set(double.ledger.sent))
    expect(hook.of('MESSAGE').find(({ text }) => text === texts[51])!.from.externalId).toBe(people[1]!.userId)
  })

  test('is told of what it did not take until it does, with the same bytes', async () => {
    hook.failsFirst = [500, 503, 302, 201]
    double.customer().writes('Hola')
    await double.settled()
    const requests = [...hook.refused, ...hook.requests]
    expect(requests).toHaveLength(5)
    expect(new Set(requests.map(({ body }) => body.toString('hex'))).size).toBe(1)
    expect(hook.of('MESSAGE')).toHaveLength(1)
  })

  test('is told for seven days, and then no more', async () => {
    double.webhook.deliveries.options = sevenDays(1_000_000)
    hook.failsWith = 500
    double.customer().writes('Hola')
    await double.settled()
    expect([hook.refused.length, double.webhook.deliveries.givenUp.length]).toEqual([43, 1])
  })

  test('is told the same thing several times, and it has the same name each time (chatwoot 13359)', async () => {
    double.webhook.deliveries.options = { copies: 5, isShuffled: true, random: dice(3).roll }
    const ids = Array.from({ length: 20 }, (_, index) => double.customer().writes(`${index}`))
    await double.settled()
    expect(hook.of('MESSAGE').length).toBeGreaterThan(20)
    expect(new Set(hook.of('MESSAGE').map(({ externalId }) => externalId))).toEqual(new Set(ids))
  })

  test('refuses what another secret signed, and what was changed by one byte', async () => {
    const { headers, body } = double.webhook.signed('{"object":"whatsapp_business_account","entry":[]}')
    const ask = (secret: string, bytes: Buffer) => adapter.webhook!.isGenuine(
      { method: 'POST', url: '', query: {}, headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }, body: bytes }, { settings: line.settings, verifyToken: '' })
    expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', 'double_app_secret').update(body).digest('hex')}`)
    expect(ask('double_app_secret', body)).toBe(true)
    expect(ask('another', body)).toBe(false)
    expect(ask('double_app_secret', Buffer.from(body.toString().replace('entry', 'entrz')))).toBe(false)
  })
})

describe('a customer', () => {
  test('is the same person by phone alone, by both names, and by her business-scoped id alone', async () => {
    const ana = double.customer('18295550000')
    ana.username = 'anamaria'
    for (const names of ['PHONE', 'BOTH', 'BSUID'] as const) {
      ana.names = names
      ana.writes(names)
    }
    await double.settled()
    const [phone, both, scoped] = ['PHONE', 'BOTH', 'BSUID'].map(names => hook.of('MESSAGE').find(({ text }) => text === names)!.from)
    expect(phone).toEqual({ externalId: '18295550000', name: 'Ana María Peña', username: 'anamaria', phone: '+18295550000' })
    expect(both).toEqual({ externalId: ana.userId, aliases: ['18295550000'], name: 'Ana María Peña', username: 'anamaria', phone: '+18295550000' })
    expect(scoped).toEqual({ externalId: ana.userId, name: 'Ana María Peña', username: 'anamaria' })
  })

  test('sends everything that WhatsApp knows, and it is read as what it is', async () => {
    const ana = double.customer()
    const voice = ana.sends({ name: 'v.ogg', mediaType: 'audio/ogg; codecs=opus', content: Buffer.from('voz') })
    ana.sends({ name: 'a.jpg', mediaType: 'image/jpeg', content: PNG, caption: 'Mire' })
    ana.sends({ name: 'factura.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF') })
    ana.sends({ name: 's.webp', mediaType: 'image/webp', content: Buffer.from('RIFF') })
    ana.sendsLocation({ latitude: 18.4861, longitude: -69.9312, name: 'Zona Colonial' })
    ana.sendsContacts({ name: 'Luis', phone: '+1 809-555-0009' })
    ana.orders([{ productId: 'asp-500', quantity: 2, price: 99.5 }], 'Para hoy')
    ana.fillsForm({ cedula: '001', plan: ['a', 'b'] })
    ana.sendsUnsupported('poll')
    ana.sendsRaw({ type: 'hologram', hologram: { id: 'x' } })
    ana.clicksAd('Vi su anuncio')
    await double.settled()
    const [note, picture, bill, sticker, place, people, order, form, poll, hologram, ad] = inOrder()
    expect(note).toMatchObject({ externalId: voice, text: '', media: [{ mediaType: 'audio/ogg; codecs=opus', isVoice: true }] })
    expect(picture).toMatchObject({ text: 'Mire', media: [{ mediaType: 'image/jpeg' }] })
    expect(bill).toMatchObject({ media: [{ name: 'factura.pdf' }] })
    expect(sticker).toMatchObject({ media: [{ isSticker: true }] })
    expect(place).toMatchObject({ content: { kind: 'LOCATION', latitude: 18.4861, longitude: -69.9312, name: 'Zona Colonial' } })
    expect(people).toMatchObject({ content: { kind: 'CONTACTS', people: [{ name: 'Luis', phones: ['+1 809-555-0009'], emails: [] }] } })
    expect(order).toMatchObject({ text: 'Para hoy', content: { kind: 'ORDER', items: [{ productId: 'asp-500', quantity: 2, price: '99.5', currency: 'DOP' }] } })
    expect(form).toMatchObject({ content: { kind: 'FORM', answers: { cedula: '001', plan: '["a","b"]' } } })
    expect(poll).toMatchObject({ content: { kind: 'UNSUPPORTED', what: expect.stringContaining('poll') } })
    expect(hologram).toMatchObject({ content: { kind: 'UNSUPPORTED', what: 'hologram' } })
    expect(ad).toMatchObject({ text: 'Vi su anuncio', origin: { referral: { source_type: 'ad', ctwa_clid: 'ARAkLkA8rmlF' } } })
  })

  test('reacts and takes it back, edits and takes back', async () => {
    const ana = double.customer()
    const id = ana.writes('Hola')
    ana.reactsTo('wamid.ours', '👍')
    ana.reactsTo('wamid.ours', null)
    ana.edits(id, 'Hola, buenas')
    ana.revokes(id)
    await double.settled()
    expect(hook.of('REACTION')).toMatchObject([{ externalId: 'wamid.ours', emoji: '👍' }, { externalId: 'wamid.ours', emoji: null }])
    expect(hook.of('EDIT')).toMatchObject([{ externalId: id, text: 'Hola, buenas' }])
    expect(hook.of('DELETE')).toMatchObject([{ externalId: id }])
  })

  test('goes by another id once she changes her number', async () => {
    const ana = double.customer('18295550000')
    const before = ana.userId
    ana.changesNumber('18295559999')
    ana.changesUserId()
    await double.settled()
    const [number, id] = hook.of('PERSON_CHANGED').toSorted((a, b) => Number(b.was.includes(before)) - Number(a.was.includes(before)))
    expect(number).toMatchObject({ was: [before, '18295550000'], becomes: { aliases: ['18295559999'], phone: '+18295559999' } })
    expect(id).toMatchObject({ was: expect.arrayContaining([number!.becomes.externalId]), becomes: { externalId: ana.userId, phone: '+18295559999' } })
  })

  test.each(['Quiero una cita', undefined])('who follows a link of ours brings its token, and nobody reads it (%s)', async text => {
    const link = adapter.link({ ...double.settings, phone: '+18095550001' }, { token: 'k3j9x0abcdefghi1', text })
    expect(link).toMatch(/^https:\/\/wa\.me\/18095550001\?text=/)
    double.customer().follows(link, { adds: ' por favor' })
    await double.settled()
    expect(hook.of('MESSAGE')).toMatchObject([{ text: `${text ?? 'Hola'} por favor`, origin: { token: 'k3j9x0abcdefghi1' } }])
  })

  test('who is written to by the company’s own phone is not answered by the bot', async () => {
    const ana = double.customer()
    const id = double.writesByHand(ana, 'Le llamo ahora')
    await double.settled()
    expect(hook.of('ECHO')).toMatchObject([{ externalId: id, text: 'Le llamo ahora', to: { externalId: ana.userId } }])
    expect(hook.of('MESSAGE')).toEqual([])
  })
})

describe('news of the account', () => {
  test('come without a number, and say how bad they are', async () => {
    const [template] = double.templates.all
    double.decides(template!, 'PAUSED', 'LOW_QUALITY')
    double.tells('phone_number_quality_update', { display_phone_number: '18095550001', event: 'FLAGGED', current_limit: 'TIER_1K' })
    double.tells('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } })
    double.tells('something_new', { a: 1 })
    await double.settled()
    expect(hook.of('ACCOUNT')).toMatchObject([
      { topic: 'template', severity: 'WARNING', detail: { message_template_name: template!.name, reason: 'LOW_QUALITY' } },
      { topic: 'quality', severity: 'WARNING' }, { topic: 'account', severity: 'PROBLEM' }, { topic: 'something_new', severity: 'INFO' },
    ])
  })

  test('of another number are told to be that one’s', async () => {
    line = { ...line, settings: { ...line.settings, phone: '+18095550001' } }
    double.tells('phone_number_quality_update', { display_phone_number: '18095559999', event: 'FLAGGED' })
    await double.settled()
    expect(hook.read).toMatchObject([{ ok: true, of: { setting: 'phone', value: '18095559999' } }])
  })
})

describe('a check', () => {
  test('really asks, and tells how the number is called', async () => {
    expect(await adapter.check(line)).toEqual({ isGood: true, name: 'Farmacia Demo', address: '+1 809-555-0001', quality: 'GREEN', facts: { status: 'CONNECTED' }, settings: { phone: '+18095550001' } })
  })

  test('tells of a token that was taken back, a number that is not there, one that is banned, and an app that is not subscribed', async () => {
    const problem = async (settings = {}) => (await adapter.check({ ...line, settings: { ...line.settings, ...settings } })).problem?.code
    expect(await problem({ accessToken: 'wrong' })).toBe('190')
    expect(await problem({ phoneNumberId: '999999999' })).toBe('100')
    double.isSubscribed = false
    expect(await problem()).toBe('UNSUBSCRIBED')
    expect(await adapter.connect!(line, { url: hook.url, secret: 'verify-me' })).toMatchObject({ isGood: true })
    double.number.status = 'BANNED'
    expect(await problem()).toBe('NUMBER_STATUS')
    await double.stop()
    expect(await problem()).toBe('SILENT')
  })
})

describe('sending', () => {
  test('text, buttons, a list, a place, contacts and files arrive as she would see them', async () => {
    const ana = double.customer()
    ana.writes('Hola')
    const options = (count: number, title = 'Opción') => Array.from({ length: count }, (_, index) => ({ id: `o${index}`, title: `${title} ${index}`, description: null }))
    await sendAll(messageTo(ana.userId, { text: 'Buenas' }))
    await sendAll(messageTo(ana.userId, { text: 'Elija', menu: { style: 'QUICK_REPLIES', options: options(3) } }))
    await sendAll(messageTo(ana.userId, { text: 'Elija', menu: { style: 'MENU', options: options(10, 'Una opción con un nombre bien largo') } }))
    await sendAll(messageTo(ana.userId, { text: 'Elija', menu: { style: 'MENU', options: options(11) } }))
    await sendAll(messageTo(ana.userId, { content: { kind: 'LOCATION', latitude: 18.5, longitude: -69.9, name: 'Sucursal Naco' } }))
    await sendAll(messageTo(ana.userId, { content: { kind: 'CONTACTS', people: [{ name: 'Luis', phones: ['+18095550009'], emails: [] }] } }))
    await sendAll(messageTo(ana.userId, { text: 'Mire', files: [fileOf(PNG)] }))
    await sendAll(messageTo(ana.userId, { text: 'Mire', files: [fileOf(PNG)], menu: { style: 'QUICK_REPLIES', options: options(2) } }))
    const shown = ana.inbox.map(({ text, buttons, files }) => [text, buttons.length, files.length])
    expect(shown).toEqual([
      ['Buenas', 0, 0], ['Elija', 3, 0], ['Elija', 10, 0], [expect.stringMatching(/^Elija\n\n1\. Opción 0\n[^]*11\. Opción 10$/), 0, 0],
      ['Sucursal Naco', 0, 0], ['Luis', 0, 0], ['Mire', 0, 1], ['Mire', 2, 1],
    ])
    expect(double.ledger.refused).toEqual([])
  })

  test('what she taps comes back with the id that we sent, and with the message it answers', async () => {
    const ana = double.customer()
    ana.writes('Hola')
    const menu = { style: 'QUICK_REPLIES' as const, options: [{ id: 'opt-7', title: 'Sí', description: null }] }
    const outcome = await send(ana.userId, { text: '¿Seguro?', menu })
    ana.taps('Sí')
    await double.settled()
    expect(inOrder().at(-1)).toMatchObject({ text: 'Sí', optionId: 'opt-7', repliesTo: (outcome as { externalId: string }).externalId })
  })

  test('a picture of a type that WhatsApp does not know goes as one that it does', async () => {
    const ana = double.customer()
    ana.writes('Hola')
    await send(ana.userId, { files: [fileOf(await sharp(PNG).webp().toBuffer(), 'image/webp', 'foto.webp')] })
    expect(ana.inbox[0]!.files).toMatchObject([{ name: 'foto.jpg', mediaType: 'image/jpeg' }])
  })

  test('statuses come back with our reference, the first price they know, and forward from a voice note that was played', async () => {
    Object.assign(double.faults, { version: 'v23' })
    const ana = double.customer()
    ana.writes('Hola')
    const { externalId } = await send(ana.userId, { text: 'Hola' }) as { externalId: string }
    ana.reads()
    ana.plays(externalId)
    await double.settled()
    expect(hook.of('STATUS').map(({ status }) => status)).toEqual(['SENT', 'DELIVERED', 'READ', 'READ'])
    expect(hook.of('STATUS').slice(0, 3)).toMatchObject(['sent', 'delivered', 'read'].map(() => ({ externalId, reference: 'ref-1' })))
    expect(hook.of('STATUS')[0]!.charge).toEqual({ model: 'PMP', type: 'free_customer_service', category: 'service', isBillable: false })
  })

  test('a status that is faster than the answer of its own call names the message by our reference (botpress 15029)', async () => {
    double.faults.statusBeforeAnswer = true
    const ana = double.customer()
    ana.writes('Hola')
    await double.settled()
    const seen = adapter.send(adapter.compose(messageTo(ana.userId, { text: 'Hola' }), line)[0]!, [], line).then(outcome => ({ outcome, known: hook.of('STATUS').length }))
    const { outcome, known } = await seen
    expect(known).toBeGreaterThan(0)
    expect(hook.of('STATUS')[0]).toMatchObject({ status: 'SENT', reference: 'ref-1', externalId: (outcome as { externalId: string }).externalId })
  })

  test('a message that fails after it was accepted says so, with what it means for us (chatwoot 13377)', async () => {
    const ana = double.customer()
    ana.writes('Hola')
    ana.isReachable = false
    expect(await send(ana.phone, { text: 'Hola' })).toMatchObject({ kind: 'ACCEPTED' })
    await double.settled()
    expect(hook.of('STATUS')).toMatchObject([{ status: 'FAILED', failure: { code: '131026' }, because: 'UNREACHABLE', reference: 'ref-1' }])
  })

  test('statuses may come shuffled and without `delivered`; each carries its own time (chatwoot 14529)', async () => {
    Object.assign(double.faults, { shufflesStatuses: true, dropDelivered: 0.5, batch: 7 })
    const ana = double.customer()
    ana.writes('Hola')
    for (let count = 0; count < 20; count++) await send(ana.userId, { text: `${count}`, reference: `ref-${count}` })
    await double.settled()
    const statuses = hook.of('STATUS')
    expect(new Set(statuses.filter(({ status }) => status === 'SENT').map(({ reference }) => reference)).size).toBe(20)
    expect(statuses.filter(({ status }) => status === 'DELIVERED').length).toBeLessThan(20)
    expect(statuses.some(({ status }, index) => status === 'DELIVERED' && statuses[index + 1]?.status === 'SENT')).toBe(true)
  })

  test('after 24 hours only a template goes through, at once or told by a status, and what its buttons send comes back', async () => {
    const ana = double.customer()
    ana.writes('Hola')
    double.advance(24 * 3_600_000 + 1000)
    expect(await send(ana.userId, { text: 'Hola' })).toMatchObject({ kind: 'REFUSED', because: 'WINDOW_CLOSED', failure: { code: '131047' } })
    double.faults.windowTold = 'STATUS'
    expect(await send(ana.userId, { text: 'Hola' })).toMatchObject({ kind: 'ACCEPTED' })
    const content = { kind: 'TEMPLATE', templateId: 't', name: 'recordatorio_cita', language: 'es', category: 'UTILITY', values: { 'body.1': 'Ana', 'body.2': 'lunes 3', 'button.0.payload': 'opt-1' } } as const
    expect(await send(ana.userId, { content, passage: 'TEMPLATE' })).toMatchObject({ kind: 'ACCEPTED' })
    expect(ana.inbox).toMatchObject([{ text: 'Hola Ana, le recordamos su cita del lunes 3.', buttons: ['Confirmar', 'Cambiar'] }])
    ana.taps('Confirmar')
    await double.settled()
    expect(hook.of('STATUS').find(({ status }) => status === 'FAILED')).toMatchObject({ because: 'WINDOW_CLOSED' })
    expect(hook.of('STATUS').findLast(({ charge }) => charge)).toMatchObject({ charge: { category: 'utility', type: 'regular', isBillable: true } })
    expect(inOrder().at(-1)).toMatchObject({ text: 'Confirmar', optionId: 'opt-1' })
    expect(await send(ana.userId, { text: 'Perfecto' })).toMatchObject({ kind: 'ACCEPTED' })
  })

  const template = (values: Record<string, string>, name = 'recordatorio_cita', language = 'es') => ({ content: { kind: 'TEMPLATE', templateId: 't', name, language, category: 'UTILITY', values } as const })

  test.each([
    ['132000', template({ 'body.1': 'Ana' })], ['132001', template({}, 'no_hay')], ['132001', template({ 'body.1': 'a', 'body.2': 'b' }, 'recordatorio_cita', 'en')],
    ['132018', template({ 'body.1': 'a\nb', 'body.2': 'b' })], ['132005', template({ 'body.1': 'a'.repeat(1000), 'body.2': 'b' })], ['132018', template({ 'body.1': 'a', 'body.2': 'b', 'button.0': 'x' })],
  ])('a template that is not as Meta knows it is refused for good: %s', async (code, message) => {
    expect(await send('18295550001', message)).toMatchObject({ kind: 'REFUSED', because: 'TEMPLATE', failure: { code } })
  })

  test.each(['PAUSED', 'DISABLED'] as const)('a template that is %s is refused for good', async status => {
    double.templates.all[0]!.status = status
    expect(await send('18295550001', template({ 'body.1': 'a', 'body.2': 'b' }))).toMatchObject({ kind: 'REFUSED', because: 'TEMPLATE' })
  })

  test('whoever is written to too fast waits alone, and whoever writes too fast waits as a whole', async () => {
    const [ana, luis] = [double.customer(), double.customer()]
    for (const one of [ana, luis]) one.writes('Hola')
    double.faults.pair = { burst: 2, everyMs: 6000 }
    await send(ana.userId, { text: '1' })
    await send(ana.userId, { text: '2' })
    expect(await send(ana.userId, { text: '3' })).toMatchObject({ kind: 'RETRY', scope: 'PERSON', failure: { code: '131056' } })
    expect(await send(luis.userId, { text: '1' })).toMatchObject({ kind: 'ACCEPTED' })
    double.advance(6000)
    expect(await send(ana.userId, { text: '3' })).toMatchObject({ kind: 'ACCEPTED' })
    double.faults.perSecond = 1
    expect(await send(luis.userId, { text: '2' })).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT', failure: { code: '130429' } })
  })

  test('what was accepted and answered with an error, or not at all, is a doubt, and a status settles it', async () => {
    const ana = double.customer()
    ana.writes('Hola')
    double.faults.failAfterAccepting = 1
    expect(await send(ana.userId, { text: '1', reference: 'one' })).toMatchObject({ kind: 'UNKNOWN' })
    Object.assign(double.faults, { failAfterAccepting: 0, silentAfterAccepting: 1 })
    expect(await send(ana.userId, { text: '2', reference: 'two' })).toMatchObject({ kind: 'UNKNOWN' })
    Object.assign(double.faults, { silentAfterAccepting: 0, answerAfterMs: 2000 })
    expect(await send(ana.userId, { text: '3', reference: 'three' })).toMatchObject({ kind: 'UNKNOWN' })
    await double.settled()
    expect(ana.inbox.map(({ text }) => text)).toEqual(['1', '2', '3'])
    expect(hook.of('STATUS').filter(({ status }) => status === 'SENT').map(({ reference }) => reference)).toEqual(['one', 'two', 'three'])
  })

  test.each([
    [131000, { kind: 'UNKNOWN' }], [131016, { kind: 'UNKNOWN' }], [131057, { kind: 'UNKNOWN' }], [4, { kind: 'RETRY', scope: 'ACCOUNT' }], [80007, { kind: 'RETRY', scope: 'ACCOUNT' }],
    [131042, { kind: 'ACCOUNT_STOPPED' }], [131031, { kind: 'ACCOUNT_STOPPED' }], [368, { kind: 'ACCOUNT_STOPPED' }], [133010, { kind: 'ACCOUNT_STOPPED' }],
    [131050, { kind: 'REFUSED', because: 'OPTED_OUT' }], [131026, { kind: 'REFUSED', because: 'UNREACHABLE' }], [131049, { kind: 'REFUSED', because: 'OTHER' }],
  ])('%i is answered with %o', async (code, outcome) => {
    double.faults.refuse = { code, share: 1 }
    expect(await send('18295550001', { text: 'Hola' })).toMatchObject({ ...outcome, failure: { code: String(code) } })
    expect(double.ledger.accepted).toEqual([])
  })

  test('a token that was taken back stops the account; a provider that is not there is tried again', async () => {
    double.faults.isRevoked = true
    expect(await send('18295550001', { text: 'Hola' })).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '190' } })
    await double.stop()
    expect(await send('18295550001', { text: 'Hola' })).toMatchObject({ kind: 'RETRY' })
  })

  test('an upload that failed is tried again: nobody got anything', async () => {
    await double.stop()
    expect(await send('18295550001', { files: [fileOf(PNG)] })).toMatchObject({ kind: 'RETRY' })
  })

  test('she sees that she was read and that somebody writes', async () => {
    const id = double.customer().writes('Hola')
    for (const kind of ['READ', 'TYPING'] as const) await adapter.signal!({ kind, to: '1', messageId: id }, line)
    await adapter.signal!({ kind: 'READ', to: '1', messageId: 'wamid.none' }, line)
    expect(double.signals).toEqual([{ messageId: id, isTyping: false }, { messageId: id, isTyping: true }])
  })
})

describe('files of customers', () => {
  const sent = async (content = PNG) => {
    double.customer().sends({ name: 'a.jpg', mediaType: 'image/jpeg', content })
    await double.settled()
    return inOrder().at(-1)!.media![0]!
  }

  test('are fetched with the token, by an address that runs out', async () => {
    const media = await sent()
    const { content, mediaType } = await adapter.fetchMedia!(media, line)
    expect([content.equals(PNG), mediaType]).toEqual([true, 'image/jpeg'])
    const about = await fetch(`${double.url}/v26.0/${media.ref}`, { headers: { authorization: 'Bearer EAADoubleToken' } }).then(answer => answer.json()) as { url: string }
    expect((await fetch(about.url)).status).toBe(401)
    double.advance(300_001)
    expect((await fetch(about.url, { headers: { authorization: 'Bearer EAADoubleToken' } })).status).toBe(404)
    expect((await adapter.fetchMedia!(media, line)).content.equals(PNG)).toBe(true)
  })

  test('whose address ran out at once are asked for once more, and then given up for now', async () => {
    const media = await sent()
    double.media.addressMs = -1
    await expect(adapter.fetchMedia!(media, line)).rejects.toMatchObject({ name: 'MediaUnavailable', isFinal: false })
    expect(double.calls.filter(({ path }) => path === 'whatsapp_business/attachments')).toHaveLength(2)
  })

  test('that are older than seven days are gone for good', async () => {
    const media = await sent()
    double.advance(7 * 86_400_000 + 1)
    await expect(adapter.fetchMedia!(media, line)).rejects.toMatchObject({ isFinal: true })
  })

  test('that are not what was announced, or too large, are not kept', async () => {
    const media = await sent()
    await expect(adapter.fetchMedia!({ ...media, sha256: '0'.repeat(64) }, line)).rejects.toThrow('not the one')
    const small = { ...line, profile: { ...line.profile, limits: { ...line.profile.limits, mediaMaxBytes: 10 } } }
    await expect(adapter.fetchMedia!(media, small)).rejects.toMatchObject({ isFinal: true })
  })

  test('are asked of Meta’s hosts alone', async () => {
    const media = await sent()
    const asked: string[] = []
    const http: Line['http'] = { async call(request) {
      asked.push(request.url)
      return { status: 200, headers: {}, body: Buffer.alloc(0), json: { url: 'http://127.0.0.1:1/steal', file_size: '1' } }
    } }
    await expect(adapter.fetchMedia!(media, { ...line, http })).rejects.toBeInstanceOf(MediaUnavailable)
    expect(asked).toHaveLength(1)
  })
})

describe('templates', () => {
  const created = {
    name: 'aviso_pago', language: 'es', category: 'UTILITY', components: [
      { type: 'HEADER', format: 'TEXT', text: 'Pago de {{mes}}', examples: ['enero'] }, { type: 'BODY', text: 'Hola {{nombre}}, vence el {{dia}}.', examples: ['Ana', '3'] },
      { type: 'FOOTER', text: 'Gracias' }, { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Pagar', url: 'https://pago.example.com/{{1}}', example: 'https://pago.example.com/7' }] },
    ],
  } as const

  test('are handed in, decided about, listed whole page by page, sent with their gaps filled, and deleted', async () => {
    const { externalId, status } = await adapter.templates!.create(line, created)
    expect(status).toBe('PENDING')
    double.decides(double.templates.all.find(({ id }) => id === externalId)!, 'APPROVED')
    const paged = { ...line, profile: { ...line.profile, limits: { ...line.profile.limits, templatePage: 1 } } }
    const listed = await adapter.templates!.list(paged)
    expect(listed).toHaveLength(3)
    expect(listed.find(template => template.externalId === externalId)).toEqual({ ...created, externalId, status: 'APPROVED' })
    const values = { 'header.mes': 'mayo', 'body.nombre': 'Ana', 'body.dia': '5', 'button.0': '77' }
    expect(await send('18295550001', { content: { kind: 'TEMPLATE', templateId: 't', name: 'aviso_pago', language: 'es', category: 'UTILITY', values } })).toMatchObject({ kind: 'ACCEPTED' })
    expect(double.customer('18295550001').inbox[0]!.text).toBe('Pago de mayo\nHola Ana, vence el 5.\nGracias')
    await adapter.templates!.delete(line, { externalId, name: 'aviso_pago' })
    expect(await adapter.templates!.list(line)).toHaveLength(2)
  })

  test('with a picture above need one', async () => {
    double.templates.add({ name: 'oferta', language: 'es', category: 'MARKETING', components: [{ type: 'HEADER', format: 'IMAGE' }, { type: 'BODY', text: 'Oferta' }] })
    const content = (values: Record<string, string>) => ({ kind: 'TEMPLATE', templateId: 't', name: 'oferta', language: 'es', category: 'MARKETING', values }) as const
    const file = fileOf(PNG)
    expect(await send('18295550001', { content: content({}) })).toMatchObject({ because: 'TEMPLATE', failure: { code: '132012' } })
    expect(await send('18295550001', { content: content({ header: file.id }), files: [file] })).toMatchObject({ kind: 'ACCEPTED' })
    expect(double.customer('18295550001').inbox[0]!.files).toHaveLength(1)
  })

  test('that Meta would not look at are refused with its reason', async () => {
    await expect(adapter.templates!.create(line, { ...created, name: 'Aviso Pago' })).rejects.toThrow('small letters')
    await expect(adapter.templates!.create(line, { ...created, components: [{ type: 'BODY', text: 'Hola {{1}}' }] })).rejects.toThrow('example')
  })
})
