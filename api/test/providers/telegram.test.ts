import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot, GrammyError, InlineKeyboard, InputFile, webhookCallback } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { telegramAdapter } from '../../src/modules/channels/adapters/telegram/telegram.adapter.ts'
import { TelegramLimits } from './telegram-limits.ts'
import { SECRET, useTelegramLine } from './telegram-line.ts'

const stand = useTelegramLine()

describe('A bot written with grammY, unchanged', () => {
  let server: Server
  let bot: Bot
  const heard: string[] = []

  beforeEach(async () => {
    heard.length = 0
    bot = new Bot(stand.double.settings.botToken!, { client: { apiRoot: stand.double.url } })
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
    const ana = stand.double.customer()
    await bot.api.sendMessage(Number(ana.id), '¿Qué desea?', { reply_markup: new InlineKeyboard().text('Saldo', 'saldo') })
    const id = ana.writes('Hola')
    ana.edits(id, 'Hola, buenas')
    const tap = ana.taps('Saldo')
    ana.sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content: Buffer.from('a picture') })
    ana.reacts(ana.inbox[0]!.id, '👍')
    ana.blocks()
    await stand.double.settled()
    expect(heard.toSorted()).toEqual(['edit Hola, buenas', 'member kicked', 'photo 9', 'reaction 👍', 'tap saldo', 'text Hola'])
    expect(stand.double.answered).toContain(tap)
    expect(await bot.api.getWebhookInfo()).toMatchObject({ pending_update_count: 0 })
  })

  it('finds the methods, the files and the refusals of the Bot API', async () => {
    const ana = stand.double.customer()
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
    Object.assign(stand.double.faults, { tooMany: 1, retryAfter: 3 })
    const refusal = await bot.api.sendMessage(chat, 'Hola').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(GrammyError)
    expect(refusal).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } })
  })

  it('does not take what has another secret, which then waits', async () => {
    await subscribed()
    stand.double.faults.secret = 'WRONG'
    stand.double.deliveries.options.tries = 2
    stand.double.customer().writes('Hola')
    await stand.double.settled()
    expect(heard).toEqual([])
    expect(await bot.api.getWebhookInfo()).toMatchObject({ pending_update_count: 1, last_error_message: 'Wrong response from the webhook: 401' })
  })
})

describe('Connecting a bot', () => {
  it('tells Telegram where we are, what we hear, and our secret; and letting go takes it back', async () => {
    expect(stand.double.webhook).toEqual({
      url: stand.receiver.url, secret: SECRET, allowed: ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'], connections: 40,
    })
    await telegramAdapter.disconnect!(stand.line)
    expect(stand.double.webhook).toBeNull()
  })

  it('says whose it is, and what waits', async () => {
    stand.receiver.failsWith = 500
    stand.double.deliveries.options.tries = 1
    stand.double.customer().writes('Hola')
    await stand.double.settled()
    expect(await telegramAdapter.check(stand.line)).toEqual({
      isGood: true, name: 'Tienda', address: '@tienda_bot', settings: { botUsername: 'tienda_bot' },
      facts: { webhook: 'yes', waiting: '1', groups: 'yes', lastError: 'Wrong response from the webhook: 500', lastErrorAt: expect.any(String) as string },
    })
    expect(telegramAdapter.accountKey(stand.line.settings)).toBe('7000000001')
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
