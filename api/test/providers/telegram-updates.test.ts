import fc from 'fast-check'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { telegramAdapter } from '../../src/modules/channels/adapters/telegram/telegram.adapter.ts'
import { to, useTelegramLine } from './telegram-line.ts'

const stand = useTelegramLine()

describe('Updates of Telegram', () => {
  it.each(['WRONG', 'MISSING'] as const)('are not believed when the secret is %s', async secret => {
    stand.double.faults.secret = secret
    stand.double.deliveries.options.tries = 1
    stand.double.customer().writes('Hola')
    await stand.double.settled()
    expect(stand.receiver.strangers).toHaveLength(1)
    expect(stand.receiver.read).toEqual([])
    expect(telegramAdapter.webhook!.isGenuine({ method: 'POST', url: '', query: {}, headers: {}, body: Buffer.alloc(0) }, { settings: {}, verifyToken: '' })).toBe(false)
  })

  it('bring messages, whom they are from, and what was sent along', async () => {
    const ana = stand.double.customer('5000000000123')
    const text = ana.writes('Hola ñandú 🙂')
    const content = Buffer.from('the large one')
    ana.sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content, caption: 'Mire' })
    await stand.double.settled()
    const from = { externalId: '5000000000123', name: 'Ana Núñez', username: 'ana_0123', languageTag: 'es' }
    expect(stand.receiver.updates).toContainEqual({ kind: 'MESSAGE', from, externalId: text, text: 'Hola ñandú 🙂', at: expect.any(Date) as Date })
    const pictured = stand.receiver.updates.find(update => update.kind === 'MESSAGE' && update.text === 'Mire')
    const [media] = pictured?.kind === 'MESSAGE' ? pictured.media! : []
    expect(await telegramAdapter.fetchMedia!(media!, stand.line)).toMatchObject({ content, mediaType: 'image/jpeg' })
  })

  it('bring nothing twice that core could not tell apart, and in any order', async () => {
    Object.assign(stand.double.faults, { copies: 4, isShuffled: true, jumps: 5 })
    const ana = stand.double.customer()
    const ids = Array.from({ length: 40 }, (_, index) => ana.writes(`Mensaje ${index}`))
    await stand.double.settled()
    expect(stand.receiver.updates.length).toBeGreaterThan(40)
    expect(new Set(stand.receiver.updates.map(update => ('externalId' in update ? update.externalId : '')))).toEqual(new Set(ids))
    expect(new Set(stand.double.updates.map(({ update_id: id }) => id)).size).toBe(40)
  })

  it('are repeated until they are taken', async () => {
    stand.receiver.failsWith = 503
    const id = stand.double.customer().writes('Hola')
    while (!stand.double.deliveries.answers.includes(503)) await new Promise(resolve => setTimeout(resolve, 5))
    stand.receiver.failsWith = null
    await stand.double.settled()
    expect(stand.receiver.updates).toMatchObject([{ externalId: id }])
  })

  it('tell of edits, reactions, and whether the bot may write', async () => {
    const ana = stand.double.customer()
    await stand.send({ text: 'Hola', ...to(ana.id) })
    const id = ana.writes('Ola')
    ana.edits(id, 'Hola')
    ana.reacts(ana.inbox[0]!.id, '❤')
    ana.reacts(ana.inbox[0]!.id, null)
    ana.blocks()
    ana.blocks(false)
    await stand.double.settled()
    const told = stand.receiver.updates.filter(({ kind }) => kind !== 'MESSAGE')
    expect(told).toContainEqual(expect.objectContaining({ kind: 'EDIT', externalId: id, text: 'Hola' }))
    expect(told.filter(({ kind }) => kind === 'REACTION')).toMatchObject(expect.arrayContaining([
      expect.objectContaining({ emoji: '❤', externalId: ana.inbox[0]!.id }), expect.objectContaining({ emoji: null }),
    ]) as object)
    expect(told.flatMap(update => (update.kind === 'AVAILABLE' ? [update.isAvailable] : [])).toSorted()).toEqual([false, true])
  })

  it('begin a chat with the token of a link, and with a greeting instead of a command', async () => {
    const ana = stand.double.customer()
    ana.starts('abcdef0123456789')
    ana.starts('Something_else')
    ana.starts()
    await stand.double.settled()
    const messages = stand.receiver.updates.map(update => (update.kind === 'MESSAGE' ? [update.text, update.origin] : []))
    expect(messages).toEqual(expect.arrayContaining([['', { token: 'abcdef0123456789' }], ['', { referral: { start: 'Something_else' } }], ['Hola', undefined]]))
    expect(telegramAdapter.link(stand.double.settings, { token: 'abcdef0123456789' })).toBe('https://t.me/tienda_bot?start=abcdef0123456789')
  })

  it('tell the phone number of whoever shared her own, and nobody else’s', async () => {
    const ana = stand.double.customer()
    ana.sharesPhone('+18095551234')
    ana.says({ contact: { phone_number: '18095559999', first_name: 'Luis', user_id: 42 } })
    ana.says({ contact: { phone_number: '18095551234', first_name: 'Ana', user_id: ana.user.id }, forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } })
    await stand.double.settled()
    const phones = stand.receiver.updates.map(update => (update.kind === 'MESSAGE' && update.content?.kind === 'CONTACTS' ? [update.from.phone, update.content.people[0]!.phones[0]] : []))
    expect(phones).toEqual(expect.arrayContaining([['+18095551234', '+18095551234'], [undefined, '+18095559999'], [undefined, '+18095551234']]))
  })

  it('tell what was tapped by its id and its title, and the phone stops waiting', async () => {
    const ana = stand.double.customer()
    const menu = { style: 'MENU' as const, options: [{ id: 'saldo', title: 'Saldo', description: 'De su cuenta' }, { id: 'x'.repeat(65), title: 'Otra cosa', description: null }] }
    await stand.send({ text: 'Elija', menu, ...to(ana.id) })
    expect(ana.inbox[0]).toMatchObject({ text: 'Elija\n\n• Saldo: De su cuenta', buttons: ['Saldo', 'Otra cosa'] })
    const tap = ana.taps('Saldo')
    await stand.double.settled()
    expect(stand.receiver.updates).toMatchObject([{ kind: 'MESSAGE', externalId: tap, text: 'Saldo', optionId: 'saldo', repliesTo: ana.inbox[0]!.id, at: stand.line.now }])
    await telegramAdapter.acknowledge!({ externalId: tap }, stand.line)
    expect(stand.double.answered).toContain(tap)
    ana.taps('Otra cosa')
    await stand.double.settled()
    expect(stand.receiver.updates[1]).toMatchObject({ text: 'Otra cosa' })
    expect(stand.receiver.updates[1]).not.toHaveProperty('optionId')
  })

  it('with data that stands on no button have no words, so that nothing but the menu decides on them', async () => {
    const ana = stand.double.customer()
    await stand.send({ text: 'Elija', menu: { style: 'MENU', options: [{ id: 'saldo', title: 'Saldo', description: null }] }, ...to(ana.id) })
    ana.tapsData("'; drop table message; --")
    await stand.double.settled()
    expect(stand.receiver.updates).toMatchObject([{ text: '', optionId: "'; drop table message; --", repliesTo: ana.inbox[0]!.id }])
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
      if (expected === null) expect(stand.read(update)).toEqual([])
      else expect(stand.read(update)).toMatchObject([{ ok: true, update: { kind: 'MESSAGE', externalId: `${2 ** 51}:7`, from: { externalId: String(2 ** 51) }, at: new Date(1_780_000_000_000), ...expected } }])
    }
  })

  it('of groups are left aside, and are no fault', () => {
    const update = { update_id: 1, message: { message_id: 1, date: 1, chat: { id: -100, type: 'supergroup', title: 'g' }, from: { id: 1 }, text: 'Hola' } }
    expect(stand.read(update)).toMatchObject([{ ok: true, update: { kind: 'ASIDE' } }])
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
      for (const one of stand.read(value)) expect(one.ok ? one.update.at.getTime() : one.reason).not.toBeNaN()
    }), { numRuns: 2000 })
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      const result = telegramAdapter.webhook!.read({ body: Buffer.from(bytes), headers: {} }, stand.line)
      expect(result.every(({ ok }) => !ok)).toBe(true)
    }), { numRuns: 500 })
  })
})
