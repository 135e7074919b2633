import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { whatsappAdapter as adapter } from '../../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { dice } from '../dice.ts'
import { PNG, useWhatsappLine } from './whatsapp/whatsapp-line.ts'
import { sevenDays } from './whatsapp/webhook-sender.ts'

const stand = useWhatsappLine()

describe('the webhook', () => {
  test('is saved only where it knows the token', async () => {
    await expect(stand.double.subscribe({ url: stand.hook.url, secret: 'another' })).rejects.toThrow('verify token')
  })

  test('gets every update signed over its very bytes, in batches of up to a thousand, with letters written either way', async () => {
    Object.assign(stand.double.faults, { batch: 1000, unicode: 'BOTH' })
    const people = Array.from({ length: 50 }, (_, index) => stand.double.customer(`1829777${String(index).padStart(4, '0')}`))
    const texts = Array.from({ length: 1500 }, (_, index) => `mañana a las ${index} 😀`)
    for (const [index, text] of texts.entries()) people[index % 50]!.writes(text)
    await stand.double.settled()
    expect(stand.hook.strangers).toEqual([])
    expect(stand.hook.requests).toHaveLength(2)
    expect(stand.hook.of('MESSAGE').map(({ text }) => text)).toEqual(expect.arrayContaining(texts))
    expect(new Set(stand.hook.of('MESSAGE').map(({ externalId }) => externalId))).toEqual(new Set(stand.double.ledger.sent))
    expect(stand.hook.of('MESSAGE').find(({ text }) => text === texts[51])!.from.externalId).toBe(people[1]!.userId)
  })

  test('is told of what it did not take until it does, with the same bytes', async () => {
    stand.hook.failsFirst = [500, 503, 302, 201]
    stand.double.customer().writes('Hola')
    await stand.double.settled()
    const requests = [...stand.hook.refused, ...stand.hook.requests]
    expect(requests).toHaveLength(5)
    expect(new Set(requests.map(({ body }) => body.toString('hex'))).size).toBe(1)
    expect(stand.hook.of('MESSAGE')).toHaveLength(1)
  })

  test('is told for seven days, and then no more', async () => {
    stand.double.webhook.deliveries.options = sevenDays(1_000_000)
    stand.hook.failsWith = 500
    stand.double.customer().writes('Hola')
    await stand.double.settled()
    expect([stand.hook.refused.length, stand.double.webhook.deliveries.givenUp.length]).toEqual([43, 1])
  })

  test('is told the same thing several times, and it has the same name each time (chatwoot 13359)', async () => {
    stand.double.webhook.deliveries.options = { copies: 5, isShuffled: true, random: dice(3).roll }
    const ids = Array.from({ length: 20 }, (_, index) => stand.double.customer().writes(`${index}`))
    await stand.double.settled()
    expect(stand.hook.of('MESSAGE').length).toBeGreaterThan(20)
    expect(new Set(stand.hook.of('MESSAGE').map(({ externalId }) => externalId))).toEqual(new Set(ids))
  })

  test('refuses what another secret signed, and what was changed by one byte', async () => {
    const { headers, body } = stand.double.webhook.signed('{"object":"whatsapp_business_account","entry":[]}')
    const ask = (secret: string, bytes: Buffer) => adapter.webhook!.isGenuine(
      { method: 'POST', url: '', query: {}, headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }, body: bytes }, { settings: stand.line.settings, verifyToken: '' })
    expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', 'double_app_secret').update(body).digest('hex')}`)
    expect(ask('double_app_secret', body)).toBe(true)
    expect(ask('another', body)).toBe(false)
    expect(ask('double_app_secret', Buffer.from(body.toString().replace('entry', 'entrz')))).toBe(false)
  })
})

describe('a customer', () => {
  test('is the same person by phone alone, by both names, and by her business-scoped id alone', async () => {
    const ana = stand.double.customer('18295550000')
    ana.username = 'anamaria'
    for (const names of ['PHONE', 'BOTH', 'BSUID'] as const) {
      ana.names = names
      ana.writes(names)
    }
    await stand.double.settled()
    const [phone, both, scoped] = ['PHONE', 'BOTH', 'BSUID'].map(names => stand.hook.of('MESSAGE').find(({ text }) => text === names)!.from)
    expect(phone).toEqual({ externalId: '18295550000', name: 'Ana María Peña', username: 'anamaria', phone: '+18295550000' })
    expect(both).toEqual({ externalId: ana.userId, aliases: ['18295550000'], name: 'Ana María Peña', username: 'anamaria', phone: '+18295550000' })
    expect(scoped).toEqual({ externalId: ana.userId, name: 'Ana María Peña', username: 'anamaria' })
  })

  test('sends everything that WhatsApp knows, and it is read as what it is', async () => {
    const ana = stand.double.customer()
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
    await stand.double.settled()
    const [note, picture, bill, sticker, place, people, order, form, poll, hologram, ad] = stand.inOrder()
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
    const ana = stand.double.customer()
    const id = ana.writes('Hola')
    ana.reactsTo('wamid.ours', '👍')
    ana.reactsTo('wamid.ours', null)
    ana.edits(id, 'Hola, buenas')
    ana.revokes(id)
    await stand.double.settled()
    expect(stand.hook.of('REACTION')).toMatchObject([{ externalId: 'wamid.ours', emoji: '👍' }, { externalId: 'wamid.ours', emoji: null }])
    expect(stand.hook.of('EDIT')).toMatchObject([{ externalId: id, text: 'Hola, buenas' }])
    expect(stand.hook.of('DELETE')).toMatchObject([{ externalId: id }])
  })

  test('goes by another id once she changes her number', async () => {
    const ana = stand.double.customer('18295550000')
    const before = ana.userId
    ana.changesNumber('18295559999')
    ana.changesUserId()
    await stand.double.settled()
    const [number, id] = stand.hook.of('PERSON_CHANGED').toSorted((a, b) => Number(b.was.includes(before)) - Number(a.was.includes(before)))
    expect(number).toMatchObject({ was: [before, '18295550000'], becomes: { aliases: ['18295559999'], phone: '+18295559999' } })
    expect(id).toMatchObject({ was: expect.arrayContaining([number!.becomes.externalId]), becomes: { externalId: ana.userId, phone: '+18295559999' } })
  })

  test.each(['Quiero una cita', undefined])('who follows a link of ours brings its token, and nobody reads it (%s)', async text => {
    const link = adapter.link({ ...stand.double.settings, phone: '+18095550001' }, { token: 'k3j9x0abcdefghi1', text })
    expect(link).toMatch(/^https:\/\/wa\.me\/18095550001\?text=/)
    stand.double.customer().follows(link, { adds: ' por favor' })
    await stand.double.settled()
    expect(stand.hook.of('MESSAGE')).toMatchObject([{ text: `${text ?? 'Hola'} por favor`, origin: { token: 'k3j9x0abcdefghi1' } }])
  })

  test('who is written to by the company’s own phone is not answered by the bot', async () => {
    const ana = stand.double.customer()
    const id = stand.double.writesByHand(ana, 'Le llamo ahora')
    await stand.double.settled()
    expect(stand.hook.of('ECHO')).toMatchObject([{ externalId: id, text: 'Le llamo ahora', to: { externalId: ana.userId } }])
    expect(stand.hook.of('MESSAGE')).toEqual([])
  })
})

describe('news of the account', () => {
  test('come without a number, and say how bad they are', async () => {
    const [template] = stand.double.templates.all
    stand.double.decides(template!, 'PAUSED', 'LOW_QUALITY')
    stand.double.tells('phone_number_quality_update', { display_phone_number: '18095550001', event: 'FLAGGED', current_limit: 'TIER_1K' })
    stand.double.tells('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } })
    stand.double.tells('something_new', { a: 1 })
    await stand.double.settled()
    expect(stand.hook.of('ACCOUNT')).toMatchObject([
      { topic: 'template', severity: 'WARNING', detail: { message_template_name: template!.name, reason: 'LOW_QUALITY' } },
      { topic: 'quality', severity: 'WARNING' }, { topic: 'account', severity: 'PROBLEM' }, { topic: 'something_new', severity: 'INFO' },
    ])
  })

  test('of another number are told to be that one’s', async () => {
    stand.line = { ...stand.line, settings: { ...stand.line.settings, phone: '+18095550001' } }
    stand.double.tells('phone_number_quality_update', { display_phone_number: '18095559999', event: 'FLAGGED' })
    await stand.double.settled()
    expect(stand.hook.read).toMatchObject([{ ok: true, of: { setting: 'phone', value: '18095559999' } }])
  })
})

describe('a check', () => {
  test('really asks, and tells how the number is called', async () => {
    expect(await adapter.check(stand.line)).toEqual({ isGood: true, name: 'Farmacia Demo', address: '+1 809-555-0001', quality: 'GREEN', facts: { status: 'CONNECTED' }, settings: { phone: '+18095550001' } })
  })

  test('tells of a token that was taken back, a number that is not there, one that is banned, and an app that is not subscribed', async () => {
    const problem = async (settings = {}) => (await adapter.check({ ...stand.line, settings: { ...stand.line.settings, ...settings } })).problem?.code
    expect(await problem({ accessToken: 'wrong' })).toBe('190')
    expect(await problem({ phoneNumberId: '999999999' })).toBe('100')
    stand.double.isSubscribed = false
    expect(await problem()).toBe('UNSUBSCRIBED')
    expect(await adapter.connect!(stand.line, { url: stand.hook.url, secret: 'verify-me' })).toMatchObject({ isGood: true })
    stand.double.number.status = 'BANNED'
    expect(await problem()).toBe('NUMBER_STATUS')
    await stand.double.stop()
    expect(await problem()).toBe('SILENT')
  })
})
