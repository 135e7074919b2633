import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instagramAdapter } from '../instagram/instagram.adapter.ts'
import { messengerAdapter } from '../messenger/messenger.adapter.ts'
import type { ChannelUpdate, ReadUpdate } from '../update.ts'

const AT = 1_795_700_000_123
const settings = { pageId: '1001', instagramId: '1001', appId: '7007', appSecret: 'test_app_secret' }
const cdn = 'https://scontent.xx.fbcdn.net/v/a.jpg'

const readBody = (body: unknown, adapter = messengerAdapter): ReadUpdate[] =>
  adapter.webhook!.read({ body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), headers: {} }, { settings, profile: adapter.profiles[0]! })

const fromHer = (event: object) => ({ sender: { id: '555' }, recipient: { id: '1001' }, timestamp: AT, ...event })
const fromUs = (event: object) => ({ sender: { id: '1001' }, recipient: { id: '555' }, timestamp: AT, ...event })
const entryOf = (...messaging: object[]) => ({ object: 'page', entry: [{ id: '1001', time: AT + 500, messaging }] })

const updates = (event: object, adapter = messengerAdapter): ChannelUpdate[] =>
  readBody(entryOf(event), adapter).map(read => (read.ok ? read.update : expect.fail(read.reason)))
const only = (event: object, adapter = messengerAdapter): ChannelUpdate => {
  const all = updates(event, adapter)
  expect(all).toHaveLength(1)
  return all[0]!
}
const message = (more: object, adapter = messengerAdapter) => only(fromHer({ message: { mid: 'm_1', ...more } }), adapter)

describe.each([['Messenger', messengerAdapter], ['Instagram', instagramAdapter]] as const)('signatures of %s', (_name, adapter) => {
  const isGenuine = (body: string, hex: string) =>
    adapter.webhook!.isGenuine({ method: 'POST', url: '', query: {}, headers: { 'x-hub-signature-256': `sha256=${hex}` }, body: Buffer.from(body) }, { settings, verifyToken: '' })
  const escaped = String.raw`{"object":"page","entry":[{"messaging":[{"message":{"text":"\u00e4\u00f6\u00e5"}}]}]}`
  const literal = '{"object":"page","entry":[{"messaging":[{"message":{"text":"äöå"}}]}]}'

  test('are over the bytes that came, escaped or not', () => {
    expect(isGenuine(escaped, '2ddaed29105f4fc93929f9b8fbf5e1adfc179183c7187386326bed4f8ac34097')).toBe(true)
    expect(isGenuine(literal, 'eb4d6cd950c72b2f13256d15005a014a0dc61aed62be6d4e056f33a883570878')).toBe(true)
  })

  test('of one form do not hold for the other', () => {
    expect(isGenuine(literal, '2ddaed29105f4fc93929f9b8fbf5e1adfc179183c7187386326bed4f8ac34097')).toBe(false)
    expect(isGenuine(escaped, 'eb4d6cd950c72b2f13256d15005a014a0dc61aed62be6d4e056f33a883570878')).toBe(false)
  })

  test('by another secret are none', () => {
    expect(isGenuine(literal, createHmac('sha256', 'another').update(literal).digest('hex'))).toBe(false)
  })
})

describe('a message', () => {
  const base = { kind: 'MESSAGE', at: new Date(AT), from: { externalId: '555' }, externalId: 'm_1' }

  test('has its words, its moment in milliseconds, and the id that she has on this account', () => {
    expect(message({ text: 'Hola, ñandú 🙂' })).toEqual({ ...base, text: 'Hola, ñandú 🙂' })
  })

  test('of a quick reply brings the option', () => {
    expect(message({ text: 'Sí', quick_reply: { payload: 'opt-1' } })).toEqual({ ...base, text: 'Sí', optionId: 'opt-1' })
  })

  test('that answers another one names it', () => {
    expect(message({ text: 'Ese', reply_to: { mid: 'm_0' } })).toEqual({ ...base, text: 'Ese', repliesTo: 'm_0' })
  })

  test.each(['image', 'video', 'audio', 'file', 'ig_reel', 'reel', 'story_mention', 'share'])('with a file of the type %s that lies with Meta brings the file', type => {
    expect(message({ attachments: [{ type, payload: { url: cdn } }] })).toEqual({ ...base, text: '', media: [{ ref: cdn }] })
  })

  test('may have several files, and a sticker is known as one', () => {
    expect(message({ text: 'Mire', attachments: [{ type: 'image', payload: { url: cdn } }, { type: 'image', payload: { url: cdn, sticker_id: 369 } }] }))
      .toEqual({ ...base, text: 'Mire', media: [{ ref: cdn }, { ref: cdn, isSticker: true }] })
  })

  test('that shares a page elsewhere is its title and link: nothing is fetched from there', () => {
    expect(message({ attachments: [{ type: 'fallback', title: 'Oferta', payload: { url: 'https://shop.example/a' } }] })).toEqual({ ...base, text: 'Oferta\nhttps://shop.example/a' })
    expect(message({ attachments: [{ type: 'image', payload: { url: 'http://169.254.169.254/latest' } }] })).not.toHaveProperty('media')
  })

  test('with products tells their names', () => {
    expect(message({ attachments: [{ type: 'template', payload: { product: { elements: [{ title: 'Aspirina' }, { title: 'Jarabe' }] } } }] })).toEqual({ ...base, text: 'Aspirina\nJarabe' })
  })

  test('with a place is a place', () => {
    expect(message({ attachments: [{ type: 'location', payload: { coordinates: { lat: 18.47, long: -69.9 } } }] })).toEqual({ ...base, text: '', content: { kind: 'LOCATION', latitude: 18.47, longitude: -69.9 } })
  })

  test('that answers a story brings the story along', () => {
    expect(message({ text: '¡Qué lindo!', reply_to: { story: { id: '1', url: 'https://lookaside.fbsbx.com/ig?x=1' } } }, instagramAdapter))
      .toEqual({ ...base, text: '¡Qué lindo!', media: [{ ref: 'https://lookaside.fbsbx.com/ig?x=1', name: 'story' }] })
  })

  test.each([[{ is_unsupported: true }, 'unsupported'], [{ attachments: [{ type: 'hologram', payload: {} }] }, 'hologram'], [{}, 'empty']])(
    'of which nothing is known still is one: %o', (more, what) => expect(message(more)).toEqual({ ...base, text: '', content: { kind: 'UNSUPPORTED', what } }))

  test('from an advertisement brings what Meta tells of it', () => {
    const referral = { ref: 'promo', ad_id: '60', source: 'ADS', type: 'OPEN_THREAD' }
    expect(message({ text: 'Hola', referral })).toEqual({ ...base, text: 'Hola', origin: { referral } })
  })

  test('that was taken back on Instagram is deleted', () => {
    expect(message({ is_deleted: true }, instagramAdapter)).toEqual({ kind: 'DELETE', at: new Date(AT), externalId: 'm_1' })
  })

  test('that was changed is edited', () => {
    expect(only(fromHer({ message_edit: { mid: 'm_1', text: 'Hola de nuevo', num_edit: 1 } }))).toEqual({ kind: 'EDIT', at: new Date(AT), externalId: 'm_1', text: 'Hola de nuevo' })
  })
})

describe('a tap', () => {
  test('on a button comes with what we put there', () => {
    expect(only(fromHer({ postback: { mid: 'm_2', title: 'Saldo', payload: 'opt-2' } }))).toMatchObject({ kind: 'MESSAGE', externalId: 'm_2', text: 'Saldo', optionId: 'opt-2' })
  })

  test('without an id is the same tap when it is told again', () => {
    const tap = fromHer({ postback: { title: 'Saldo', payload: 'opt-2' } })
    expect(only(tap)).toEqual(only(tap))
    expect(only({ ...tap, timestamp: AT + 1 })).not.toEqual(only(tap))
  })

  test('on Get Started after a link of ours brings its token', () => {
    const referral = { ref: 'abcdefgh12345678', source: 'SHORTLINK', type: 'OPEN_THREAD' }
    expect(only(fromHer({ postback: { mid: 'm_2', title: 'Comenzar', payload: 'GET_STARTED', referral } }))).toMatchObject({ text: 'Comenzar', origin: { token: 'abcdefgh12345678' } })
  })
})

test('a link of ours into a chat that is there brings its token without a word', () => {
  const event = fromHer({ referral: { ref: 'abcdefgh12345678', source: 'SHORTLINK', type: 'OPEN_THREAD' } })
  expect(only(event)).toEqual({ kind: 'MESSAGE', at: new Date(AT), from: { externalId: '555' }, externalId: `referral:555:${AT}`, text: '', origin: { token: 'abcdefgh12345678' } })
})

test('a link with another word in it is told as it came, and no token of ours', () => {
  expect(only(fromHer({ referral: { ref: 'instagram bio', source: 'SHORTLINK' } }))).toMatchObject({ origin: { referral: { ref: 'instagram bio' } } })
})

test('a plugin of a page opens the chat with its ref, and leave to send notices does not', () => {
  expect(only(fromHer({ optin: { ref: 'abcdefgh12345678' } }))).toMatchObject({ kind: 'MESSAGE', origin: { token: 'abcdefgh12345678' } })
  expect(only(fromHer({ optin: { type: 'notification_messages', payload: 'x' } }))).toMatchObject({ kind: 'ACCOUNT', topic: 'optin' })
})

describe('a reaction', () => {
  test('has its emoji, by name where Meta leaves it out, and null when it is taken back', () => {
    expect(only(fromHer({ reaction: { mid: 'm_9', action: 'react', reaction: 'other', emoji: '🎉' } }))).toMatchObject({ kind: 'REACTION', externalId: 'm_9', emoji: '🎉' })
    expect(only(fromHer({ reaction: { mid: 'm_9', action: 'react', reaction: 'love' } }))).toMatchObject({ emoji: '❤️' })
    expect(only(fromHer({ reaction: { mid: 'm_9', action: 'unreact' } }))).toMatchObject({ emoji: null })
  })
})

describe('what became of ours', () => {
  test('is told up to a moment by Messenger', () => {
    expect(updates(fromHer({ read: { watermark: AT - 10 } }))).toEqual([{ kind: 'SEEN', at: new Date(AT), from: { externalId: '555' }, status: 'READ', upTo: new Date(AT - 10) }])
  })

  test('is told by the last message by Instagram', () => {
    expect(updates(fromHer({ read: { mid: 'm_9' } }), instagramAdapter)).toMatchObject([{ kind: 'STATUS', externalId: 'm_9', status: 'READ' }, { kind: 'SEEN', status: 'READ' }])
  })

  test('is told by ids and a moment where it was delivered', () => {
    expect(updates(fromHer({ delivery: { mids: ['m_8', 'm_9'], watermark: AT } }))).toMatchObject([
      { kind: 'STATUS', externalId: 'm_8', status: 'DELIVERED' }, { kind: 'STATUS', externalId: 'm_9', status: 'DELIVERED' }, { kind: 'SEEN', status: 'DELIVERED', upTo: new Date(AT) },
    ])
  })
})

describe.each([['Messenger', messengerAdapter], ['Instagram', instagramAdapter]] as const)('an echo on %s', (_name, adapter) => {
  const echo = (more: object) => fromUs({ message: { mid: 'm_7', is_echo: true, text: 'Hola', ...more } })

  test('of our own brings our reference', () => {
    expect(only(echo({ app_id: 7007, metadata: 'ref-1' }), adapter)).toEqual({ kind: 'ECHO', at: new Date(AT), to: { externalId: '555' }, externalId: 'm_7', reference: 'ref-1', text: 'Hola' })
  })

  test('of another tool brings none, whatever it wrote there', () => {
    expect(only(echo({ app_id: 26390203743090, metadata: 'ref-1' }), adapter)).not.toHaveProperty('reference')
  })

  test('is one even where it is not marked', () => {
    expect(only(fromUs({ message: { mid: 'm_7', text: 'Hola' } }), adapter)).toMatchObject({ kind: 'ECHO', to: { externalId: '555' } })
  })

  test('of what the account says to itself is nothing', () => {
    expect(updates({ ...echo({}), recipient: { id: '1001' } }, adapter)).toEqual([])
  })
})

describe('a body', () => {
  test('tells what happened in the order in which it did', () => {
    const read = readBody({ object: 'page', entry: [
      { id: '1001', time: AT, messaging: [fromHer({ timestamp: AT + 2, message: { mid: 'm_c', text: 'c' } }), fromHer({ timestamp: AT, message: { mid: 'm_a', text: 'a' } })] },
      { id: '1001', time: AT, messaging: [fromHer({ timestamp: AT + 1, message: { mid: 'm_b', text: 'b' } })] },
    ] })
    expect(read.map(one => one.ok && one.update.kind === 'MESSAGE' && one.update.text)).toEqual(['a', 'b', 'c'])
  })

  test('of another account is told to be that one’s, what nobody knows is set aside, and the rest is read', () => {
    const read = readBody({ object: 'instagram', entry: [
      { id: '2002', time: AT, messaging: [fromHer({ message: { mid: 'm_a', text: 'a' } })] },
      { id: '1001', time: AT, messaging: [fromHer({ wormhole: {} }), fromHer({ message: { text: 'no id' } }), fromHer({ timestamp: 'soon', message: { mid: 'm_b', text: 'b' } }), fromHer({ message: { mid: 'm_c', text: 'c' } })] },
    ] }, instagramAdapter)
    expect(read.flatMap(one => (one.ok ? [one] : [])).map(({ update, of }) => [update.kind === 'MESSAGE' && update.text, of])).toEqual([['a', { setting: 'instagramId', value: '2002' }], ['c', undefined]])
    expect(read.filter(one => !one.ok)).toHaveLength(3)
  })

  test('of Meta’s own test button is read, in seconds as it is', () => {
    const value = { sender: { id: '555' }, recipient: { id: '1001' }, timestamp: '1795700000', message: { mid: 'm_t', text: 'prueba' } }
    expect(readBody({ object: 'instagram', entry: [{ id: '1001', time: AT, changes: [{ field: 'messages', value }] }] }, instagramAdapter)).toMatchObject([{ ok: true, update: { at: new Date(1_795_700_000_000), text: 'prueba' } }])
  })

  test('about posts is no message, and nothing is wrong with it', () => {
    expect(readBody({ object: 'page', entry: [{ id: '1001', time: AT, changes: [{ field: 'feed', value: { item: 'comment' } }] }] })).toEqual([])
  })

  test('of what another tool leads at the moment is heard all the same', () => {
    expect(readBody({ object: 'page', entry: [{ id: '1001', time: AT, standby: [fromHer({ message: { mid: 'm_s', text: 'Hola' } })] }] })).toMatchObject([{ ok: true, update: { text: 'Hola' } }])
  })

  test('tells the account of handovers and of blocks', () => {
    expect(only(fromHer({ pass_thread_control: { new_owner_app_id: '1' } }))).toMatchObject({ kind: 'ACCOUNT', topic: 'handover', severity: 'INFO' })
    expect(only(fromHer({ policy_enforcement: { action: 'block', reason: 'spam' } }))).toMatchObject({ kind: 'ACCOUNT', topic: 'policy', severity: 'PROBLEM' })
  })

  test('that is no JSON cannot be read at all', () => {
    expect(() => readBody('no')).toThrow()
  })

  const odd = fc.oneof(fc.anything(), fc.jsonValue(), fc.constantFrom('555', '1001', AT, null, true))
  const words = fc.constantFrom('mid', 'text', 'is_echo', 'is_deleted', 'attachments', 'payload', 'url', 'reply_to', 'story', 'referral', 'ref', 'watermark', 'mids', 'emoji', 'action', 'quick_reply', 'title', '__proto__')
  const part = fc.letrec(tie => ({
    node: fc.oneof({ maxDepth: 4 }, odd, fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(words, tie('node'), { maxKeys: 5 })),
  })).node
  const kinds = ['message', 'message_edit', 'postback', 'referral', 'optin', 'reaction', 'read', 'delivery', 'policy_enforcement', 'sender', 'recipient', 'timestamp']
  const event = fc.dictionary(fc.constantFrom(...kinds), part, { maxKeys: 5 })

  test('never keeps the others from being read, whatever is in one of many', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 5 }), fc.nat(5), fc.boolean(), (events, place, isHers) => {
      const good = fromHer({ message: { mid: 'm_good', text: 'good' } })
      const all = events.map(one => (isHers ? { ...fromHer({}), ...one } : one)).toSpliced(place, 0, good)
      const json = JSON.stringify(entryOf(...all as object[]), (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
      const read = readBody(json)
      expect(read.filter(one => one.ok && one.update.kind === 'MESSAGE' && one.update.externalId === 'm_good')).toHaveLength(1)
      expect(JSON.stringify(read)).not.toContain(String.raw`\u0000`)
      // Whatever is not ours to keep apart stays readable again: the same body gives the same updates, in the same places.
      expect(readBody(json)).toEqual(read)
    }), { numRuns: 500 })
  })

  test('may be anything at all inside', () => {
    fc.assert(fc.property(fc.jsonValue(), anything => {
      expect(Array.isArray(readBody({ object: 'page', entry: anything }))).toBe(true)
      expect(Array.isArray(readBody({ object: 'page', entry: [{ id: '1001', messaging: anything, changes: anything }] }))).toBe(true)
    }))
  })
})
