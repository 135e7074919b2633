import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { Bot, GrammyError, InlineKeyboard, InputFile, webhookCallback } from 'grammy'
import type { Update } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CannotSend, MediaUnavailable, type Line } from '../../src/modules/channels/adapters/adapter.ts'
import { telegramAdapter } from '../../src/modules/channels/adapters/telegram/telegram.adapter.ts'
import { ProviderSilent } from '../../src/modules/channels/adapters/provider-http.ts'
import { anyOutgoing, outgoing, outgoingFile } from './messages.ts'
import { lineTo, Receiver } from './receiver.ts'
import { TelegramLimits } from './telegram-limits.ts'
import { TelegramDouble } from './telegram.ts'

const SECRET = 'secret_of-our-own'
let double: TelegramDouble
let receiver: Receiver
let line: Line

beforeEach(async () => {
  double = await TelegramDouble.start({ retryMs: 5 })
  receiver = await Receiver.start(telegramAdapter, () => line, SECRET)
  line = lineTo(double, telegramAdapter, { webhookUrl: receiver.url, channelAccountId: crypto.randomUUID() })
  await telegramAdapter.connect!(line, { url: receiver.url, secret: SECRET })
})
afterEach(async () => {
  await double.stop()
  await receiver.stop()
})

const to = (id: string) => ({ to: { externalId: id, aliases: [], phone: null, email: null } })
const send = async (more: Parameters<typeof outgoing>[0]) => {
  const outcomes = []
  const message = outgoing(more)
  for (const part of telegramAdapter.compose(message, line)) {
    outcomes.push(await telegramAdapter.send(part, message.files.filter(({ id }) => part.fileIds.includes(id)), line))
  }
  return outcomes
}
const read = (update: unknown) => telegramAdapter.webhook!.read({ body: Buffer.from(JSON.stringify(update)), headers: {}, receivedAt: line.now }, line)

describe('A bot written with grammY, unchanged', () => {
  let server: Server
  let bot: Bot
  const heard: string[] = []

  beforeEach(async () => {
    heard.length = 0
    bot = new Bot(double.settings.botToken!, { client: { apiRoot: double.url } })
    bot.on('message:text', ctx => void heard.push(`text ${ctx.msg.text}`))
    bot.on('message:photo', async ctx => void heard.push(`photo ${(await ctx.getFile()).file_size}`))
    bot.on('edited_message:text', ctx => void heard.push(`edit ${ctx.msg.text}`))
    bot.on('callback_query:data', async ctx => {
      heard.push(`tap ${ctx.callbackQuery.data}`)
      await ctx.answerCallbackQuery({ text: 'Listo' })
    })
    bot.on('message_reaction', ctx => void heard.push(`reaction ${ctx.reactions().emojiAdded.join()}`))
    bot.on('my_chat_member', ctx => void heard.push(`member ${ctx.myChatMember.new_chat_member.status}`))
    server = createServer(webhookCallback(bot, 'http', { secretToken: 'grammys-secret' }))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterEach(() => void server.close())

  const subscribed = () => bot.api.setWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    secret_token: 'grammys-secret', allowed_updates: ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'],
  })

  it('hears everything that happens, and answers taps', async () => {
    await subscribed()
    const ana = double.customer()
    await bot.api.sendMessage(Number(ana.id), '¿Qué desea?', { reply_markup: new InlineKeyboard().text('Saldo', 'saldo') })
    const id = ana.writes('Hola')
    ana.edits(id, 'Hola, buenas')
    const tap = ana.taps('Saldo')
    ana.sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content: Buffer.from('a picture') })
    ana.reacts(ana.inbox[0]!.id, '👍')
    ana.blocks()
    await double.settled()
    expect(heard.toSorted()).toEqual(['edit Hola, buenas', 'member kicked', 'photo 9', 'reaction 👍', 'tap saldo', 'text Hola'])
    expect(double.answered).toContain(tap)
    expect(await bot.api.getWebhookInfo()).toMatchObject({ pending_update_count: 0 })
  })

  it('finds the methods, the files and the refusals of the Bot API', async () => {
    const ana = double.customer()
    const chat = Number(ana.id)
    expect(await bot.api.getMe()).toMatchObject({ is_bot: true, username: 'tienda_bot' })
    const sent = await bot.api.sendPhoto(chat, new InputFile(Buffer.from('a picture'), 'foto.jpg'), { caption: 'Mire' })
    expect(sent).toMatchObject({ message_id: 1, chat: { id: chat, type: 'private' } })
    expect(ana.inbox[0]).toMatchObject({ text: 'Mire', files: [{ size: 9 }] })
    await bot.api.sendVenue(chat, 18.47, -69.9, 'Tienda', 'Calle 1')
    await bot.api.sendChatAction(chat, 'typing')
    await expect(bot.api.getUpdates()).rejects.toMatchObject({ error_code: 409 })
    await expect(bot.api.sendMessage(chat, 'a'.repeat(4097))).rejects.toMatchObject({ error_code: 400, description: 'Bad Request: message is too long' })
    await expect(bot.api.sendMessage(1, 'Hola')).rejects.toMatchObject({ description: 'Bad Request: chat not found' })
    Object.assign(double.faults, { tooMany: 1, retryAfter: 3 })
    const refusal = await bot.api.sendMessage(chat, 'Hola').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(GrammyError)
    expect(refusal).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } })
  })

  it('does not take what has another secret, which then waits', async () => {
    await subscribed()
    double.faults.secret = 'WRONG'
    double.deliveries.options.tries = 2
    double.customer().writes('Hola')
    await double.settled()
    expect(heard).toEqual([])
    expect(await bot.api.getWebhookInfo()).toMatchObject({ pending_update_count: 1, last_error_message: 'Wrong response from the webhook: 401' })
  })
})

describe('Updates of Telegram', () => {
  it.each(['WRONG', 'MISSING'] as const)('are not believed when the secret is %s', async secret => {
    double.faults.secret = secret
    double.deliveries.options.tries = 1
    double.customer().writes('Hola')
    await double.settled()
    expect(receiver.strangers).toHaveLength(1)
    expect(receiver.read).toEqual([])
    expect(telegramAdapter.webhook!.isGenuine({ method: 'POST', url: '', query: {}, headers: {}, body: Buffer.alloc(0) }, { settings: {}, verifyToken: '' })).toBe(false)
  })

  it('bring messages, whom they are from, and what was sent along', async () => {
    const ana = double.customer('5000000000123')
    const text = ana.writes('Hola ñandú 🙂')
    const content = Buffer.from('the large one')
    ana.sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content, caption: 'Mire' })
    await double.settled()
    const from = { externalId: '5000000000123', name: 'Ana Núñez', username: 'ana_0123', languageTag: 'es' }
    expect(receiver.updates).toContainEqual({ kind: 'MESSAGE', from, externalId: text, text: 'Hola ñandú 🙂', at: expect.any(Date) as Date })
    const pictured = receiver.updates.find(update => update.kind === 'MESSAGE' && update.text === 'Mire')
    const [media] = pictured?.kind === 'MESSAGE' ? pictured.media! : []
    expect(await telegramAdapter.fetchMedia!(media!, line)).toMatchObject({ content, mediaType: 'image/jpeg' })
  })

  it('bring nothing twice that core could not tell apart, and in any order', async () => {
    Object.assign(double.faults, { copies: 4, isShuffled: true, jumps: 5 })
    const ana = double.customer()
    const ids = Array.from({ length: 40 }, (_, index) => ana.writes(`Mensaje ${index}`))
    await double.settled()
    expect(receiver.updates.length).toBeGreaterThan(40)
    expect(new Set(receiver.updates.map(update => ('externalId' in update ? update.externalId : '')))).toEqual(new Set(ids))
    expect(new Set(double.updates.map(({ update_id: id }) => id)).size).toBe(40)
  })

  it('are repeated until they are taken', async () => {
    receiver.failsWith = 503
    const id = double.customer().writes('Hola')
    while (!double.deliveries.answers.includes(503)) await new Promise(resolve => setTimeout(resolve, 5))
    receiver.failsWith = null
    await double.settled()
    expect(receiver.updates).toMatchObject([{ externalId: id }])
  })

  it('tell of edits, reactions, and whether the bot may write', async () => {
    const ana = double.customer()
    await send({ text: 'Hola', ...to(ana.id) })
    const id = ana.writes('Ola')
    ana.edits(id, 'Hola')
    ana.reacts(ana.inbox[0]!.id, '❤')
    ana.reacts(ana.inbox[0]!.id, null)
    ana.blocks()
    ana.blocks(false)
    await double.settled()
    const told = receiver.updates.filter(({ kind }) => kind !== 'MESSAGE')
    expect(told).toContainEqual(expect.objectContaining({ kind: 'EDIT', externalId: id, text: 'Hola' }))
    expect(told.filter(({ kind }) => kind === 'REACTION')).toMatchObject(expect.arrayContaining([
      expect.objectContaining({ emoji: '❤', externalId: ana.inbox[0]!.id }), expect.objectContaining({ emoji: null }),
    ]) as object)
    expect(told.flatMap(update => (update.kind === 'AVAILABLE' ? [update.isAvailable] : [])).toSorted()).toEqual([false, true])
  })

  it('begin a chat with the token of a link, and with a greeting instead of a command', async () => {
    const ana = double.customer()
    ana.starts('abcdef0123456789')
    ana.starts('Something_else')
    ana.starts()
    await double.settled()
    const messages = receiver.updates.map(update => (update.kind === 'MESSAGE' ? [update.text, update.origin] : []))
    expect(messages).toEqual(expect.arrayContaining([['', { token: 'abcdef0123456789' }], ['', { referral: { start: 'Something_else' } }], ['Hola', undefined]]))
    expect(telegramAdapter.link(double.settings, { token: 'abcdef0123456789' })).toBe('https://t.me/tienda_bot?start=abcdef0123456789')
  })

  it('tell the phone number of whoever shared her own, and nobody else’s', async () => {
    const ana = double.customer()
    ana.sharesPhone('+18095551234')
    ana.says({ contact: { phone_number: '18095559999', first_name: 'Luis', user_id: 42 } })
    ana.says({ contact: { phone_number: '18095551234', first_name: 'Ana', user_id: ana.user.id }, forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } })
    await double.settled()
    const phones = receiver.updates.map(update => (update.kind === 'MESSAGE' && update.content?.kind === 'CONTACTS' ? [update.from.phone, update.content.people[0]!.phones[0]] : []))
    expect(phones).toEqual(expect.arrayContaining([['+18095551234', '+18095551234'], [undefined, '+18095559999'], [undefined, '+18095551234']]))
  })

  it('tell what was tapped by its id and its title, and the phone stops waiting', async () => {
    const ana = double.customer()
    const menu = { style: 'MENU' as const, options: [{ id: 'saldo', title: 'Saldo', description: 'De su cuenta' }, { id: 'x'.repeat(65), title: 'Otra cosa', description: null }] }
    await send({ text: 'Elija', menu, ...to(ana.id) })
    expect(ana.inbox[0]).toMatchObject({ text: 'Elija\n\n• Saldo: De su cuenta', buttons: ['Saldo', 'Otra cosa'] })
    const tap = ana.taps('Saldo')
    await double.settled()
    expect(receiver.updates).toMatchObject([{ kind: 'MESSAGE', externalId: tap, text: 'Saldo', optionId: 'saldo', repliesTo: ana.inbox[0]!.id, at: line.now }])
    await telegramAdapter.acknowledge!({ externalId: tap }, line)
    expect(double.answered).toContain(tap)
    ana.taps('Otra cosa')
    await double.settled()
    expect(receiver.updates[1]).toMatchObject({ text: 'Otra cosa' })
    expect(receiver.updates[1]).not.toHaveProperty('optionId')
  })

  it('with data that stands on no button have no words, so that nothing but the menu decides on them', async () => {
    const ana = double.customer()
    await send({ text: 'Elija', menu: { style: 'MENU', options: [{ id: 'saldo', title: 'Saldo', description: null }] }, ...to(ana.id) })
    ana.tapsData("'; drop table message; --")
    await double.settled()
    expect(receiver.updates).toMatchObject([{ text: '', optionId: "'; drop table message; --", repliesTo: ana.inbox[0]!.id }])
  })

  it('of every kind that the types of grammY know are read', () => {
    const user = { id: 2 ** 51, is_bot: false, first_name: 'Ana' }
    const chat = { id: 2 ** 51, type: 'private' as const, first_name: 'Ana' }
    const base = { message_id: 7, date: 1_780_000_000, chat, from: user }
    const file = { file_id: 'f1', file_unique_id: 'u', file_size: 9 }
    const message = (more: object) => ({ update_id: 1, message: { ...base, ...more } }) as Update
    const cases: [Update, object | null][] = [
      [message({ voice: { ...file, duration: 1, mime_type: 'audio/ogg' } }), { media: [{ ref: 'f1', mediaType: 'audio/ogg', isVoice: true, size: 9 }] }],
      [message({ audio: { ...file, duration: 1, title: 't', mime_type: 'audio/mp4' } }), { media: [{ ref: 'f1', mediaType: 'audio/mp4', size: 9 }] }],
      [message({ video: { ...file, width: 1, height: 1, duration: 1 }, caption: 'v' }), { text: 'v', media: [{ mediaType: 'video/mp4' }] }],
      [message({ video_note: { ...file, length: 1, duration: 1 } }), { media: [{ mediaType: 'video/mp4' }] }],
      [message({ animation: { ...file, width: 1, height: 1, duration: 1 }, document: file }), { media: [{ mediaType: 'video/mp4' }] }],
      [message({ document: { ...file, file_name: 'a.pdf', mime_type: 'application/pdf' } }), { media: [{ name: 'a.pdf', mediaType: 'application/pdf' }] }],
      [message({ sticker: { ...file, type: 'regular', width: 1, height: 1, is_animated: false, is_video: false } }), { media: [{ isSticker: true, mediaType: 'image/webp' }] }],
      [message({ location: { latitude: 18.4, longitude: -69.9 } }), { content: { kind: 'LOCATION', latitude: 18.4, longitude: -69.9 } }],
      [message({ venue: { location: { latitude: 18.4, longitude: -69.9 }, title: 'T', address: 'C' }, location: { latitude: 18.4, longitude: -69.9 } }), { content: { kind: 'LOCATION', name: 'T', address: 'C' } }],
      [message({ poll: { id: '1', question: 'q', options: [] } }), { text: '', content: { kind: 'UNSUPPORTED', what: 'poll' } }],
      [message({ text: 'r', reply_to_message: { ...base, message_id: 5, text: 'q' } }), { text: 'r', repliesTo: `${2 ** 51}:5` }],
      [message({ pinned_message: { ...base, text: 'x' } }), null],
      [{ update_id: 1, edited_message: { ...base, edit_date: 1_780_000_100, location: { latitude: 1, longitude: 2 } } } as Update, null],
      [{ update_id: 1, poll: { id: '1' } } as Update, null],
      [{ update_id: 1, message_reaction: { chat, message_id: 7, user, date: 1, old_reaction: [], new_reaction: [{ type: 'custom_emoji', custom_emoji_id: '1' }] } } as Update, null],
      [{ update_id: 1, kind_of_next_year: {} } as unknown as Update, null],
    ]
    for (const [update, expected] of cases) {
      if (expected === null) expect(read(update)).toEqual([])
      else expect(read(update)).toMatchObject([{ ok: true, update: { kind: 'MESSAGE', externalId: `${2 ** 51}:7`, from: { externalId: String(2 ** 51) }, at: new Date(1_780_000_000_000), ...expected } }])
    }
  })

  it('of groups are left aside, and are no fault', () => {
    const update = { update_id: 1, message: { message_id: 1, date: 1, chat: { id: -100, type: 'supergroup', title: 'g' }, from: { id: 1 }, text: 'Hola' } }
    expect(read(update)).toMatchObject([{ ok: true, update: { kind: 'ASIDE' } }])
  })

  it('never stop the reading, whatever somebody posts', () => {
    const leaf = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('private', 'supergroup', 1, 2 ** 53, -1, 'Hola', '/start a', null, [null], [[{}]]))
    const inner = fc.dictionary(fc.constantFrom('id', 'type', 'message_id', 'date', 'text', 'file_id', 'emoji', 'chat', 'user_id', 'phone_number', 'inline_keyboard', 'status', '__proto__'), leaf)
    const fields = fc.constantFrom('chat', 'from', 'message', 'message_id', 'date', 'text', 'photo', 'contact', 'location', 'venue', 'sticker', 'data', 'id', 'new_reaction', 'new_chat_member', 'reply_to_message', 'edit_date')
    const kinds = fc.constantFrom('message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member')
    const update = fc.tuple(kinds, fc.dictionary(fields, fc.oneof(leaf, inner, fc.array(inner, { maxLength: 2 })))).map(([kind, value]) => ({ update_id: 1, [kind]: value }))
    const privately = update.map(({ update_id: id, ...one }) => {
      const [kind, value] = Object.entries(one)[0] as [string, object]
      return { update_id: id, [kind]: { message_id: 1, date: 1, ...value, chat: { id: 5, type: 'private' } } }
    })
    fc.assert(fc.property(fc.oneof(update, privately, leaf), value => {
      for (const one of read(value)) expect(one.ok ? one.update.at.getTime() : one.reason).not.toBeNaN()
    }), { numRuns: 2000 })
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      const result = telegramAdapter.webhook!.read({ body: Buffer.from(bytes), headers: {} }, line)
      expect(result.every(({ ok }) => !ok)).toBe(true)
    }), { numRuns: 500 })
  })
})

describe('What is sent by Telegram', () => {
  it('arrives with its files, its place, its contacts, and as an answer', async () => {
    const ana = double.customer()
    const asked = ana.writes('¿Dónde?')
    expect(await send({ text: 'Aquí', repliesTo: asked, files: [outgoingFile()], ...to(ana.id) })).toEqual([{ kind: 'ACCEPTED', externalId: ana.inbox[0]!.id }])
    expect(ana.inbox[0]).toMatchObject({ text: 'Aquí', files: [{ field: 'photo', name: 'foto.jpg', size: 7 }], raw: { reply_parameters: { message_id: 1 } } })
    await send({ content: { kind: 'LOCATION', latitude: 18.47, longitude: -69.9, name: 'Tienda', address: 'Calle 1' }, ...to(ana.id) })
    await send({ content: { kind: 'CONTACTS', people: [{ name: 'Luis', phones: ['+18095551234'], emails: ['l@example.test'] }] }, ...to(ana.id) })
    expect(ana.inbox.slice(1).map(({ raw }) => raw)).toMatchObject([{ title: 'Tienda', latitude: 18.47 }, { text: 'Luis: l@example.test' }, { phone_number: '+18095551234', first_name: 'Luis' }])
  })

  it('asks for a phone number by a button', async () => {
    const ana = double.customer()
    await send({ content: { kind: 'FORM', title: 'Sus datos', fields: [{ name: 'tel', label: 'Teléfono', type: 'PHONE' }] }, ...to(ana.id) })
    expect(ana.inbox[0]).toMatchObject({ text: 'Sus datos\n• Teléfono', raw: { reply_markup: { keyboard: [[{ text: 'Teléfono', request_contact: true }]] } } })
  })

  it('shows a card as a picture with its words and buttons', async () => {
    const ana = double.customer()
    const menu = { style: 'MENU' as const, options: [{ id: 'buy', title: 'Comprar', description: null }] }
    await send({ content: { kind: 'CARD', title: 'Zapatos', subtitle: 'RD$ 2,000', imageId: 'file-1' }, files: [outgoingFile()], menu, ...to(ana.id) })
    expect(ana.inbox).toMatchObject([{ text: 'Zapatos\nRD$ 2,000', buttons: ['Comprar'], files: [{ field: 'photo' }] }])
  })

  it('is refused for good where the bot is blocked or nobody is there', async () => {
    const ana = double.customer()
    ana.blocks()
    expect((await send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'REFUSED', because: 'OPTED_OUT', failure: { code: '403' } })
    expect((await send({ text: 'Hola', ...to('1') }))[0]).toMatchObject({ kind: 'REFUSED', because: 'UNREACHABLE' })
  })

  it('waits as long as Telegram says; when two people are refused at once, everybody waits', async () => {
    const [ana, luis] = [double.customer(), double.customer()]
    Object.assign(double.faults, { tooMany: 3, retryAfter: 4 })
    expect((await send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'RETRY', scope: 'PERSON', afterMs: 4000 })
    expect((await send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'RETRY', scope: 'PERSON' })
    expect((await send({ text: 'Hola', ...to(luis.id) }))[0]).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT' })
  })

  it('is limited by the double in one chat: a few at once, and then it has to wait', async () => {
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
    const ana = double.customer()
    double.faults.isRevoked = true
    expect((await send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '401' } })
    expect(await telegramAdapter.check(line)).toMatchObject({ isGood: false, problem: { code: '401' } })
  })

  it('is unknown after a 502 and a broken connection; what is said of it never holds the token', async () => {
    const ana = double.customer()
    double.faults.failing = 1
    expect((await send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'UNKNOWN', failure: { code: '502' } })
    double.faults.silentAfterAccepting = 1
    expect((await send({ text: 'Hola', ...to(ana.id) }))[0]).toMatchObject({ kind: 'UNKNOWN', failure: { code: 'SILENT' } })
    expect(ana.inbox).toHaveLength(1)
    const [part] = telegramAdapter.compose(outgoing({ text: 'Hola', ...to(ana.id) }), line)
    const http: Line['http'] = { call: ({ url }) => Promise.reject(new ProviderSilent(`Nobody answers at ${url}`, { mayHaveArrived: true, cause: url })) }
    const error = JSON.stringify([
      await telegramAdapter.send(part!, [], { ...line, http }), await telegramAdapter.check({ ...line, http }),
      String(await telegramAdapter.fetchMedia!({ ref: 'a' }, { ...line, http }).catch((reason: Error) => reason)),
    ])
    expect(error).toContain('Nobody answers at')
    expect(error).not.toContain(line.settings.botToken!)
  })

  it('tells the person that somebody writes', async () => {
    await telegramAdapter.signal!({ kind: 'TYPING', to: '5', messageId: null }, line)
    await telegramAdapter.signal!({ kind: 'READ', to: '5', messageId: '5:1' }, line)
    expect(double.actions).toEqual([{ chat: '5', action: 'typing' }])
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
    const ana = double.customer()
    const large = ana.keeps(Buffer.from('x'), 'a.zip', 20 * 1024 ** 2 + 1)
    await expect(telegramAdapter.fetchMedia!({ ref: large }, line)).rejects.toMatchObject({ isFinal: true, message: 'Bad Request: file is too big' })
    await expect(telegramAdapter.fetchMedia!({ ref: large, size: 20 * 1024 ** 2 + 1 }, line)).rejects.toMatchObject({ isFinal: true })
    await expect(telegramAdapter.fetchMedia!({ ref: 'unknown' }, line)).rejects.toBeInstanceOf(MediaUnavailable)
  })

  it('that are refused or silent do not tell the token', async () => {
    await double.stop()
    const error = await telegramAdapter.fetchMedia!({ ref: 'a' }, line).catch((reason: Error) => reason)
    expect(error).toMatchObject({ isFinal: false })
    expect(String(error)).not.toContain(line.settings.botToken!)
    double = await TelegramDouble.start()
  })
})

describe('Connecting a bot', () => {
  it('tells Telegram where we are, what we hear, and our secret; and letting go takes it back', async () => {
    expect(double.webhook).toEqual({
      url: receiver.url, secret: SECRET, allowed: ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'], connections: 40,
    })
    await telegramAdapter.disconnect!(line)
    expect(double.webhook).toBeNull()
  })

  it('says whose it is, and what waits', async () => {
    receiver.failsWith = 500
    double.deliveries.options.tries = 1
    double.customer().writes('Hola')
    await double.settled()
    expect(await telegramAdapter.check(line)).toEqual({
      isGood: true, name: 'Tienda', address: '@tienda_bot', settings: { botUsername: 'tienda_bot' },
      facts: { webhook: 'yes', waiting: '1', groups: 'yes', lastError: 'Wrong response from the webhook: 500', lastErrorAt: expect.any(String) as string },
    })
    expect(telegramAdapter.accountKey(line.settings)).toBe('7000000001')
  })
})

describe('The limits of the double', () => {
  it('are a few at once and then one a second in one chat', () => {
    const limits = new TelegramLimits({})
    expect(Array.from({ length: 7 }, () => limits.waitFor('1', 0))).toEqual([0, 0, 0, 0, 0, 1, 1])
    expect([limits.waitFor('1', 1000), limits.waitFor('1', 1500), limits.waitFor('1', 2000)]).toEqual([0, 1, 0])
  })

  it('are thirty a second in all', () => {
    const limits = new TelegramLimits({})
    const sent = (now: number) => Array.from({ length: 50 }, (_, chat) => limits.waitFor(String(chat), now)).filter(wait => wait === 0).length
    expect([sent(0), sent(500), sent(60_000)]).toEqual([30, 15, 30])
  })
})
