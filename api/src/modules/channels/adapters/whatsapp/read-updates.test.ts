import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadUpdate } from '../update.ts'
import { readUpdates } from './read-updates.ts'

const settings = { phone: '+18095550001', phoneNumberId: '111', wabaId: '222', appSecret: 's', accessToken: 't' }
const metadata = { display_phone_number: '18095550001', phone_number_id: '111' }

const read = (envelope: unknown): ReadUpdate[] => readUpdates({ body: Buffer.from(JSON.stringify(envelope)) }, { settings })
const envelope = (value: object, field = 'messages') => ({ object: 'whatsapp_business_account', entry: [{ id: '222', changes: [{ field, value }] }] })
const readValue = (value: object) => read(envelope({ messaging_product: 'whatsapp', metadata, ...value }))

const contacts = [{ profile: { name: 'Ana' }, wa_id: '18295550000' }]
const common = { from: '18295550000', id: 'wamid.1', timestamp: '1764190000' }
const readMessage = (message: object) => readValue({ contacts, messages: [{ ...common, ...message }] })
const only = ([read]: ReadUpdate[]) => (read?.ok ? read.update : read)

const messages: Record<string, object> = {
  text: { type: 'text', text: { body: 'Hola' } },
  image: { type: 'image', image: { id: '9', mime_type: 'image/jpeg', sha256: 'q'.repeat(43) + '=', caption: 'Mire' } },
  audio: { type: 'audio', audio: { id: '9', mime_type: 'audio/ogg; codecs=opus', voice: true } },
  document: { type: 'document', document: { id: '9', mime_type: 'application/pdf', filename: 'a.pdf' } },
  sticker: { type: 'sticker', sticker: { id: '9', mime_type: 'image/webp', animated: true } },
  location: { type: 'location', location: { latitude: 18.4, longitude: -69.9 } },
  contacts: { type: 'contacts', contacts: [{ name: { formatted_name: 'Luis' }, phones: [{ phone: '+1 809' }, { wa_id: '1809' }], emails: [{ email: 'l@example.com' }] }] },
  button: { type: 'button', button: { payload: 'p', text: 'Sí' }, context: { from: '1', id: 'wamid.0' } },
  'button reply': { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'o1', title: 'Sí' } }, context: { id: 'wamid.0' } },
  'list reply': { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'o2', title: 'Dos', description: 'd' } } },
  'form reply': { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"a":"b"}' } } },
  reaction: { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '👍' } },
  order: { type: 'order', order: { catalog_id: '5', product_items: [{ product_retailer_id: 'x', quantity: 1, item_price: 2, currency: 'DOP' }] } },
  system: { type: 'system', system: { type: 'user_changed_number', wa_id: '18295559999', body: 'changed' } },
  unsupported: { type: 'unsupported', errors: [{ code: 131051, title: 'Message type unknown' }] },
  edit: { type: 'edit', edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'Otra' } } } },
}

describe('an envelope', () => {
  test.each([{ object: 'x' }, [], 'text', null, 7, { entry: {} }, { entry: [7] }, { entry: [{ id: '222', messaging: [] }] }])('of %j is set aside, not lost', body => {
    expect(read(body).every(update => !update.ok)).toBe(true)
    expect(read(body)).toHaveLength(1)
  })

  test('without entries brings nothing', () => {
    expect(read({ object: 'whatsapp_business_account', entry: [] })).toEqual([])
  })

  test('that is no JSON cannot be read at all', () => {
    expect(() => readUpdates({ body: Buffer.from('{"entry":[') }, { settings })).toThrow(SyntaxError)
  })

  test('for another number is told to be that one’s', () => {
    const [update] = readValue({ metadata: { phone_number_id: '999' }, contacts, messages: [{ ...common, ...messages['text'] }] })
    expect(update).toMatchObject({ ok: true, of: { setting: 'phoneNumberId', value: '999' }, update: { kind: 'MESSAGE' } })
  })

  test('of an account-level field without metadata is news of the account, or of another account', () => {
    const told = { id: '222', time: 1764190000, changes: [{ field: 'account_update', value: { event: 'ACCOUNT_RESTRICTION' } }] }
    expect(only(read({ entry: [told] }))).toMatchObject({ kind: 'ACCOUNT', topic: 'account', severity: 'PROBLEM', at: new Date(1764190000_000) })
    expect(read({ entry: [{ ...told, id: '333' }] })).toMatchObject([{ ok: true, of: { setting: 'wabaId', value: '333' } }])
  })

  test('of a number takes a warning back only where it says that what was bad is good again', () => {
    const told = (event: string) => read({ entry: [{ id: '222', time: 1764190000, changes: [{ field: 'phone_number_quality_update', value: { event } }] }] })
    expect(['FLAGGED', 'UNFLAGGED', 'DOWNGRADE', 'UPGRADE', 'ONBOARDING', 'THROUGHPUT_UPGRADE'].flatMap(told)).toMatchObject([
      ['quality', 'WARNING'], ['quality', 'OVER'], ['limits', 'WARNING'], ['limits', 'OVER'], ['quality', 'INFO'], ['limits', 'INFO'],
    ].map(([topic, severity]) => ({ update: { topic, severity } })))
  })

  test('with one bad update among a thousand loses that one alone', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...common, id: index === 500 ? undefined : `wamid.${index}`, type: 'text', text: { body: `${index}` } }))
    const all = readValue({ contacts, messages: many })
    expect(all.filter(({ ok }) => ok)).toHaveLength(999)
    expect(all[500]).toMatchObject({ ok: false, reason: 'It has no id.', raw: { text: { body: '500' } } })
  })

  test('with errors of its own says so', () => {
    expect(only(readValue({ errors: [{ code: 130429, title: 'Rate limit hit', error_data: { details: 'Too fast' } }] }))).toMatchObject({ kind: 'ACCOUNT', topic: 'error', detail: { code: '130429', message: 'Rate limit hit: Too fast' } })
  })
})

describe('a message', () => {
  test.each(Object.entries(messages))('of the type %s is read', (_, message) => {
    expect(readMessage(message)).toMatchObject([{ ok: true }])
  })

  test('is dated by WhatsApp, and without a date it is set aside', () => {
    expect(only(readMessage(messages['text']!))).toMatchObject({ at: new Date(1764190000_000), from: { externalId: '18295550000', name: 'Ana', phone: '+18295550000' } })
    for (const timestamp of ['soon', '', null, '99999999999999', -1, undefined]) expect(readMessage({ ...messages['text'], timestamp })).toMatchObject([{ ok: false }])
  })

  test('of nobody is set aside', () => {
    expect(readValue({ messages: [{ ...common, from: undefined, ...messages['text'] }] })).toMatchObject([{ ok: false, reason: expect.stringContaining('sender') }])
  })

  test('finds its own contact among several, and takes nobody else’s name', () => {
    const several = [{ profile: { name: 'Luis' }, wa_id: '1' }, { profile: { name: 'Ana' }, user_id: 'DO.1' }]
    const update = only(readValue({ contacts: several, messages: [{ ...common, from: undefined, from_user_id: 'DO.1', ...messages['text'] }] }))
    expect(update).toMatchObject({ from: { externalId: 'DO.1', name: 'Ana' } })
    const stranger = only(readValue({ contacts: several, messages: [{ ...common, from: '18095551111', ...messages['text'] }] }))
    expect(stranger).toMatchObject({ from: { externalId: '18095551111' } })
    expect(stranger).not.toHaveProperty('from.name')
  })

  test('that lacks what its type promises is shown as unsupported', () => {
    for (const type of ['text', 'image', 'location', 'contacts', 'interactive', 'order', 'button', '__proto__', 'constructor', 'toString']) {
      expect(only(readMessage({ type, [type]: {} }))).toMatchObject({ kind: 'MESSAGE', content: { kind: 'UNSUPPORTED' } })
    }
  })

  test('keeps nothing that a database would refuse', () => {
    expect(JSON.stringify(readMessage({ type: 'text', text: { body: 'a\0b\ud800c' }, referral: { 'x\0': ['\0'] } }))).not.toMatch(/\\u0000|\\ud800/)
  })

  test('whose sender’s link token is in it brings the token alone', () => {
    const told = (body: string) => only(readMessage({ type: 'text', text: { body } }))
    expect(told('Hola (ref: abcdefgh12345678)')).toMatchObject({ text: 'Hola', origin: { token: 'abcdefgh12345678' } })
    expect(told('Hi, I want more (REF: ABCDEFGH12345678) please')).toMatchObject({ text: 'Hi, I want more please', origin: { token: 'abcdefgh12345678' } })
    expect(told('(ref: abcdefgh12345678)')).toMatchObject({ text: '(ref: abcdefgh12345678)', origin: { token: 'abcdefgh12345678' } })
    expect(told('Hola (ref: corta)')).not.toHaveProperty('origin')
  })
})

describe('a status', () => {
  const status = (told: object) => only(readValue({ statuses: [{ id: 'wamid.1', timestamp: '1764190000', recipient_id: '1', ...told }] }))

  test.each([['sent', 'SENT'], ['delivered', 'DELIVERED'], ['read', 'READ'], ['played', 'READ'], ['failed', 'FAILED']])('of %s means %s', (name, expected) => {
    expect(status({ status: name })).toMatchObject({ kind: 'STATUS', status: expected })
  })

  test('that does not exist is set aside', () => {
    for (const name of ['deleted', '__proto__', '', 7]) expect(status({ status: name })).toMatchObject({ ok: false })
  })

  test('without its message’s id is known by our reference, and without both by nobody', () => {
    expect(status({ id: undefined, status: 'sent', biz_opaque_callback_data: 'ref' })).toMatchObject({ reference: 'ref' })
    expect(status({ id: undefined, status: 'sent' })).toMatchObject({ ok: false })
  })

  test('tells its price by type and category, whatever `billable` says', () => {
    const pricing = { billable: true, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' }
    expect(status({ status: 'sent', pricing })).toMatchObject({ charge: { model: 'PMP', type: 'free_customer_service', category: 'service', isBillable: false } })
    expect(status({ status: 'sent', pricing: { billable: false, pricing_model: 'CBP', category: 'utility' } })).toMatchObject({ charge: { type: 'free_customer_service', isBillable: false } })
  })
})

/** Values that have no business being where they are put. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, NaN, [], {}, [[]], true, '\0', '\ud800', 'x'.repeat(5000), '__proto__'),
  fc.anything({ maxDepth: 2 }), fc.constant(nested(2000)),
)

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
}

type Step = { at: number; what: 'REPLACE' | 'REMOVE' | 'POLLUTE'; by: unknown }

/** Changes one place of a payload, whichever. */
function mutate(root: unknown, { at, what, by }: Step): void {
  const places: [Record<string, unknown>, string][] = []
  const walk = (value: unknown): void => {
    if (!value || typeof value !== 'object' || places.length > 500) return
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key])
      walk((value as Record<string, unknown>)[key])
    }
  }
  walk(root)
  const [place, key] = places[at % places.length] ?? []
  if (!place) return
  if (what === 'REMOVE') delete place[key!]
  else if (what === 'REPLACE') place[key!] = by
  else Object.defineProperty(place, '__proto__', { value: by, enumerable: true, configurable: true, writable: true })
}

test('whatever one place of a payload is changed to, the rest is read, and nothing is thrown', () => {
  const steps = fc.array(fc.record({ at: fc.nat(), what: fc.constantFrom<Step['what']>('REPLACE', 'REMOVE', 'POLLUTE'), by: nonsense }), { minLength: 1, maxLength: 4 })
  const good = { ...common, id: 'wamid.good', type: 'text', text: { body: 'Sigo aquí' } }
  fc.assert(fc.property(fc.constantFrom(...Object.values(messages)), steps, (message, changes) => {
    const status = { id: 'wamid.1', status: 'sent', timestamp: '1764190000', recipient_id: '1', pricing: { type: 'regular', category: 'utility', pricing_model: 'PMP' }, errors: [{ code: 1 }] }
    const bad = structuredClone({ contacts, messages: [{ ...common, ...message }], statuses: [status] })
    for (const change of changes) mutate(bad, change)
    const body = stringified({ entry: [...(envelope({ metadata, ...bad }).entry), ...envelope({ metadata, contacts, messages: [good] }).entry] })
    if (!body) return
    const all = readUpdates({ body: Buffer.from(body) }, { settings })
    expect(all.some(update => update.ok && update.update.kind === 'MESSAGE' && update.update.externalId === 'wamid.good')).toBe(true)
    // What is set aside is written down too.
    expect(typeof JSON.stringify(all)).toBe('string')
    for (const update of all) if (update.ok) expect(Number.isNaN(update.update.at.getTime())).toBe(false)
  }), { numRuns: 20_000 })
}, 120_000)

function stringified(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

test('a body that nests a hundred thousand times deep is set aside', () => {
  const body = `{"entry":[{"id":"222","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"111"},"messages":[{"id":"x","from":"18295550000","timestamp":"1764190000","type":"text","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}}]}]}`
  expect(JSON.stringify(readUpdates({ body: Buffer.from(body) }, { settings }))).toContain('UNSUPPORTED')
})
