import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CannotSend, MediaUnavailable, type Line } from '../../src/modules/channels/adapters/adapter.ts'
import { ProviderSilent } from '../../src/modules/channels/adapters/provider-http.ts'
import { telegramAdapter } from '../../src/modules/channels/adapters/telegram/telegram.adapter.ts'
import { anyOutgoing, outgoing, outgoingFile } from './messages.ts'
import { lineTo } from './receiver.ts'
import { to, useTelegramLine } from './telegram-line.ts'
import { TelegramDouble } from './telegram.ts'

const stand = useTelegramLine()

describe('What is sent by Telegram', () => {
  it('arrives with its files, its place, its contacts, and as an answer', async () => {
    const ana = stand.double.customer()
    const asked = ana.writes('¿Dónde?')
    expect(await stand.send({ text: 'Aquí', repliesTo: asked, files: [outgoingFile()], ...to(ana.id) })).toEqual([{ kind: 'ACCEPTED', externalId: ana.inbox[0]!.id }])
    expect(ana.inbox[0]).toMatchObject({ text: 'Aquí', files: [{ field: 'photo', name: 'foto.jpg', size: 7 }], raw: { reply_parameters: { message_id: 1 } } })
    await stand.send({ content: { kind: 'LOCATION', latitude: 18.47, longitude: -69.9, name: 'Tienda', address: 'Calle 1' }, ...to(ana.id) })
    await stand.send({ content: { kind: 'CONTACTS', people: [{ name: 'Luis', phones: ['+18095551234'], emails: ['l@example.test'] }] }, ...to(ana.id) })
    expect(ana.inbox.slice(1).map(({ raw }) => raw)).toMatchObject([{ title: 'Tienda', latitude: 18.47 }, { text: 'Luis: l@example.test' }, { phone_number: '+18095551234', first_name: 'Luis' }])
  })

  it('asks for a phone number by a button', async () => {
    const ana = stand.double.customer()
    await stand.send({ content: { kind: 'FORM', title: 'Sus datos', fields: [{ name: 'tel', label: 'Teléfono', type: 'PHONE' }] }, ...to(ana.id) })
    expect(ana.inbox[0]).toMatchObject({ text: 'Sus datos\n• Teléfono', raw: { reply_markup: { keyboard: [[{ text: 'Teléfono', request_contact: true }]] } } })
  })

  it('shows a card as a picture with its words and buttons', async () => {
    const ana = stand.double.customer()
    const menu = { style: 'MENU' as const, options: [{ id: 'buy', title: 'Comprar', description: null }] }
    await stand.send({ content: { kind: 'CARD', title: 'Zapatos', subtitle: 'RD$ 2,000', imageId: 'file-1' }, files: [outgoingFile()], menu, ...to(ana.id) })
    expect(ana.inbox).toMatchObject([{ text: 'Zapatos\nRD$ 2,000', buttons: ['Comprar'], files: [{ field: 'photo' }] }])
    await stand.send({ content: { kind: 'CARD', title: 'Zapatos', url: 'https://shop.example/a', urlTitle: 'Ver más' }, menu, ...to(ana.id) })
    expect(ana.inbox.at(-1)).toMatchObject({ text: 'Zapatos', raw: { reply_markup: { inline_keyboard: [[{ text: 'Ver más', url: 'https://shop.example/a' }], [{ text: 'Comprar' }]] } } })
  })

  it('is refused for good where the bot is blocked or nobody is there', async () => {
    const ana = stand.double.customer()
    ana.blocks()
    expect((await stand.send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'REFUSED', because: 'OPTED_OUT', failure: { code: '403' } })
    expect((await stand.send({ text: 'Hola', ...to('1') }))[0]).toMatchObject({ kind: 'REFUSED', because: 'UNREACHABLE' })
  })

  it('waits as long as Telegram says; when two people are refused at once, everybody waits', async () => {
    const [ana, luis] = [stand.double.customer(), stand.double.customer()]
    Object.assign(stand.double.faults, { tooMany: 3, retryAfter: 4 })
    expect((await stand.send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'RETRY', scope: 'PERSON', afterMs: 4000 })
    expect((await stand.send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'RETRY', scope: 'PERSON' })
    expect((await stand.send({ text: 'Hola', ...to(luis.id) }))[0]).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT' })
  })

  it('is limited by the stand.double in one chat: a few at once, and then it has to wait', async () => {
    const slow = await TelegramDouble.start({ chatEveryMs: 60_000 })
    const message = outgoing({ text: 'Hola', ...to(slow.customer().id) })
    const there = lineTo(slow, telegramAdapter)
    const outcomes = []
    for (let turn = 0; turn < 7; turn++) outcomes.push(await telegramAdapter.send(telegramAdapter.compose(message, there)[0]!, [], there))
    expect(outcomes.map(({ kind }) => kind)).toEqual([...Array<string>(5).fill('ACCEPTED'), 'RETRY', 'RETRY'])
    expect(slow.ledger).toMatchObject({ accepted: { length: 5 }, refused: [{ code: '429' }, { code: '429' }] })
    await slow.stop()
  })

  it('stops the account when the token was revoked', async () => {
    const ana = stand.double.customer()
    stand.double.faults.isRevoked = true
    expect((await stand.send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '401' } })
    expect(await telegramAdapter.check(stand.line)).toMatchObject({ isGood: false, problem: { code: '401' } })
  })

  it('is unknown after a 502 and a broken connection; what is said of it never holds the token', async () => {
    const ana = stand.double.customer()
    stand.double.faults.failing = 1
    expect((await stand.send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'UNKNOWN', failure: { code: '502' } })
    stand.double.faults.silentAfterAccepting = 1
    expect((await stand.send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'UNKNOWN', failure: { code: 'SILENT' } })
    expect(ana.inbox).toHaveLength(1)
    const [part] = telegramAdapter.compose(outgoing({ text: 'Hola', ...to(ana.id) }), stand.line)
    const http: Line['http'] = { call: ({ url }) => Promise.reject(new ProviderSilent(`Nobody answers at ${url}`, { mayHaveArrived: true, cause: url })) }
    const error = JSON.stringify([
      await telegramAdapter.send(part!, [], { ...stand.line, http }), await telegramAdapter.check({ ...stand.line, http }),
      String(await telegramAdapter.fetchMedia!({ ref: 'a' }, { ...stand.line, http }).catch((reason: Error) => reason)),
    ])
    expect(error).toContain('Nobody answers at')
    expect(error).not.toContain(stand.line.settings.botToken!)
  })

  it('tells the person that somebody writes', async () => {
    await telegramAdapter.signal!({ kind: 'TYPING', to: '5', messageId: null }, stand.line)
    await telegramAdapter.signal!({ kind: 'READ', to: '5', messageId: '5:1' }, stand.line)
    expect(stand.double.actions).toEqual([{ chat: '5', action: 'typing' }])
  })

  it('is cut so that Telegram takes it, whatever is said', async () => {
    const roomy = await TelegramDouble.start({ chatBurst: 1e9, perSecond: 1e9 })
    const ana = roomy.customer('5')
    const there = lineTo(roomy, telegramAdapter)
    await fc.assert(fc.asyncProperty(anyOutgoing, async shape => {
      const message = { ...shape, ...to(ana.id) }
      for (const part of composed(message, there)) {
        expect(JSON.parse(JSON.stringify(part))).toEqual(part)
        expect(await telegramAdapter.send(part, message.files.filter(({ id }) => part.fileIds.includes(id)), there)).toMatchObject({ kind: 'ACCEPTED' })
      }
    }), { numRuns: 150 })
    expect(roomy.ledger.refused).toEqual([])
    await roomy.stop()
  })

  const composed = (...given: Parameters<typeof telegramAdapter.compose>) => {
    try {
      return telegramAdapter.compose(...given)
    } catch (error) {
      expect(error).toBeInstanceOf(CannotSend)
      return []
    }
  }
})

describe('Files at Telegram', () => {
  it('are fetched up to 20 MB, and no others', async () => {
    const ana = stand.double.customer()
    const large = ana.keeps(Buffer.from('x'), 'a.zip', 20 * 1024 ** 2 + 1)
    await expect(telegramAdapter.fetchMedia!({ ref: large }, stand.line)).rejects.toMatchObject({ isFinal: true, message: 'Bad Request: file is too big' })
    await expect(telegramAdapter.fetchMedia!({ ref: large, size: 20 * 1024 ** 2 + 1 }, stand.line)).rejects.toMatchObject({ isFinal: true })
    await expect(telegramAdapter.fetchMedia!({ ref: 'unknown' }, stand.line)).rejects.toBeInstanceOf(MediaUnavailable)
  })

  it('that are refused or silent do not tell the token', async () => {
    await stand.double.stop()
    const error = await telegramAdapter.fetchMedia!({ ref: 'a' }, stand.line).catch((reason: Error) => reason)
    expect(error).toMatchObject({ isFinal: false })
    expect(String(error)).not.toContain(stand.line.settings.botToken!)
    stand.double = await TelegramDouble.start()
  })
})
