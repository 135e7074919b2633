import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../../../../test/providers/whatsapp/message-rules.ts'
import { CannotSend } from '../adapter.ts'
import type { OutgoingFile, OutgoingMessage } from '../outgoing.ts'
import { unlikeTitles } from './compose-menu.ts'
import { whatsappAdapter } from './whatsapp.adapter.ts'
import type { WhatsappRequest } from './whatsapp-request.ts'

const profile = whatsappAdapter.profiles[0]!
const message = (over: Partial<OutgoingMessage>): OutgoingMessage => ({
  reference: 'ref', to: { externalId: '18295550000', aliases: [], phone: null, email: null }, author: 'BOT', text: '', menu: null, content: null, files: [], passage: 'FREE', ...over,
})
const bodiesOf = (over: Partial<OutgoingMessage>): any[] =>
  whatsappAdapter.compose(message(over), { profile } as never).map(({ request }) => (request as WhatsappRequest).body)
const file = (mediaType: string, size = 1000): OutgoingFile => ({ id: `f-${mediaType}`, name: 'a.x', mediaType, size, content: async () => Buffer.alloc(0), url: '', link: '' })
const options = (...titles: string[]) => titles.map((title, index) => ({ id: `o${index}`, title, description: null as string | null }))
const menu = (...titles: string[]) => ({ style: 'MENU' as const, options: options(...titles) })

describe('whom it goes to', () => {
  test('is a number with its country, or a business-scoped id in a field of its own', () => {
    expect(bodiesOf({ text: 'Hola' })[0]).toMatchObject({ to: '+18295550000', biz_opaque_callback_data: 'ref' })
    const [scoped] = bodiesOf({ text: 'Hola', to: { externalId: 'DO.123abc', aliases: ['18295550000'], phone: '+18295550000', email: null } })
    expect(scoped).toMatchObject({ recipient: 'DO.123abc' })
    expect(scoped).not.toHaveProperty('to')
  })
})

describe('a text', () => {
  test('longer than one message is cut where a reader pauses, and nothing of it is lost', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `palabra${index}`).join(' ')
    const parts = bodiesOf({ text: words, repliesTo: 'wamid.0' }).map(({ text, context }) => ({ body: text.body as string, context }))
    expect(parts.map(({ body }) => body).join(' ')).toBe(words)
    expect(parts.every(({ body }) => body.length <= 4096)).toBe(true)
    expect(parts.map(({ context }) => context?.message_id)).toEqual(['wamid.0', ...parts.slice(1).map(() => undefined)])
  })
})

describe('a menu', () => {
  const kind = (over: Partial<OutgoingMessage>) => bodiesOf({ text: 'Elija', ...over }).at(-1)!.interactive?.type ?? 'words'

  test('of up to three short options has buttons, of up to ten a list, and otherwise numbers', () => {
    expect(kind({ menu: menu('a', 'b', 'c') })).toBe('button')
    expect(kind({ menu: menu('a', 'b', 'c', 'd') })).toBe('list')
    expect(kind({ menu: menu('a', 'a title that is longer') })).toBe('list')
    expect(kind({ menu: menu(...'abcdefghijk') })).toBe('words')
    expect(kind({ menu: menu('a', 'x'.repeat(73)) })).toBe('words')
  })

  test('says a title that is too long for a row in full below it', () => {
    const [body] = bodiesOf({ text: 'Elija', menu: menu('Quiero reagendar mi cita de mañana', 'Quiero reagendar mi cita de hoy', 'No') })
    expect(body.interactive.action.sections[0].rows).toEqual([
      { id: 'o0', title: 'Quiero reagendar mi cit…', description: 'Quiero reagendar mi cita de mañana' },
      { id: 'o1', title: 'Quiero reagendar mi c… 2', description: 'Quiero reagendar mi cita de hoy' }, { id: 'o2', title: 'No' },
    ])
  })

  test('whose options read the same is numbered', () => {
    expect(kind({ menu: menu('Sí', 'sí') })).toBe('words')
  })

  test('beside a long text stands below its end', () => {
    const bodies = bodiesOf({ text: `${'Una frase. '.repeat(500)}Elija una.`, menu: menu('a', 'b') })
    expect(bodies.at(-1)!.interactive.body.text).toMatch(/Elija una\.$/)
    expect(bodies.slice(0, -1).every(({ type }) => type === 'text')).toBe(true)
  })

  test('has its label in the language of the text', () => {
    const label = (text: string) => bodiesOf({ text, menu: menu('a', 'b', 'c', 'd') })[0].interactive.action.button
    expect([label('¿En qué le puedo ayudar hoy?'), label('How can I help you with your order?')]).toEqual(['Ver opciones', 'See options'])
  })

  test('stands below one picture, which is its header', () => {
    expect(bodiesOf({ text: 'Elija', menu: menu('a', 'b'), files: [file('image/png')] })).toMatchObject([{ interactive: { type: 'button', header: { type: 'image' } } }])
    expect(bodiesOf({ text: 'Elija', menu: menu('a', 'b'), files: [file('audio/ogg')] })).toMatchObject([{ type: 'audio' }, { type: 'interactive' }])
  })
})

describe('files', () => {
  test('carry the words as a caption where they may', () => {
    expect(bodiesOf({ text: 'Mire', files: [file('image/png'), file('application/pdf')] })).toMatchObject([{ type: 'image', image: { caption: 'Mire' } }, { type: 'document', document: { filename: 'a.x' } }])
    expect(bodiesOf({ text: 'Oiga', files: [file('audio/ogg; codecs=opus')] })).toMatchObject([{ type: 'text' }, { type: 'audio' }])
    expect(bodiesOf({ text: 'x'.repeat(1025), files: [file('image/png')] })).toMatchObject([{ type: 'text' }, { type: 'image' }])
  })

  test('that WhatsApp would refuse are refused before', () => {
    expect(() => bodiesOf({ files: [file('application/x-msdownload')] })).toThrow(CannotSend)
    expect(() => bodiesOf({ files: [file('image/png', 6_000_000)] })).toThrow(expect.objectContaining({ because: 'TOO_LARGE' }))
  })
})

test('a card is a picture with its words and buttons; a form and an order are words; nothing at all cannot be sent', () => {
  const image = file('image/png')
  expect(bodiesOf({ content: { kind: 'CARD', title: 'Plan Oro', subtitle: 'RD$ 900', imageId: image.id }, files: [image], menu: menu('Lo quiero') }))
    .toMatchObject([{ interactive: { header: { type: 'image' }, body: { text: 'Plan Oro\nRD$ 900' } } }])
  const linked = { kind: 'CARD', title: 'Plan Oro', subtitle: 'RD$ 900', imageId: image.id, url: 'https://x.example/oro', urlTitle: 'Ver el plan' } as const
  expect(bodiesOf({ content: linked, files: [image] }))
    .toMatchObject([{ interactive: { type: 'cta_url', header: { type: 'image' }, body: { text: 'Plan Oro\nRD$ 900' }, action: { name: 'cta_url', parameters: { display_text: 'Ver el plan', url: 'https://x.example/oro' } } } }])
  expect(bodiesOf({ content: linked, menu: menu('Lo quiero') })[0].interactive.body.text).toBe('Plan Oro\nRD$ 900\nVer el plan\nhttps://x.example/oro')
  expect(bodiesOf({ content: { kind: 'FORM', title: 'Sus datos', fields: [{ name: 'a', label: 'Nombre', type: 'TEXT' }] } })[0].text.body).toBe('Sus datos\n- Nombre')
  expect(() => bodiesOf({})).toThrow(CannotSend)
  expect(() => bodiesOf({ content: { kind: 'UNSUPPORTED', what: 'poll' } })).toThrow(CannotSend)
})

test('a place that the text only repeats is not said twice', () => {
  expect(bodiesOf({ text: 'Sucursal Naco', content: { kind: 'LOCATION', latitude: 1, longitude: 2, name: 'Sucursal Naco' } })).toMatchObject([{ type: 'location' }])
  expect(bodiesOf({ text: 'Estamos aquí:', content: { kind: 'LOCATION', latitude: 1, longitude: 2 } })).toMatchObject([{ type: 'text' }, { type: 'location' }])
})

const unicode = fc.string({ unit: 'binary', maxLength: 60 })
const words = fc.oneof(fc.lorem({ maxCount: 12 }), unicode, fc.constant(''), fc.string({ minLength: 4000, maxLength: 9000 }), fc.constant(' \n '), fc.constant('🏳️‍🌈'.repeat(900)))
const option = fc.record({
  id: fc.oneof(fc.uuid(), fc.string({ maxLength: 300 })), title: fc.oneof(unicode, fc.lorem({ maxCount: 6 }), fc.constant('')),
  description: fc.option(fc.oneof(unicode, fc.lorem({ maxCount: 20 }))),
})
const anyFile = fc.constantFrom('image/png', 'image/webp', 'video/mp4', 'audio/ogg', 'application/pdf').map(type => file(type))

test('whatever the text, the menu and the files, WhatsApp takes every part of it', () => {
  fc.assert(fc.property(words, fc.option(fc.array(option, { maxLength: 14 })), fc.array(anyFile, { maxLength: 3 }), fc.string({ maxLength: 600 }), (text, choices, files, reference) => {
    const whole = message({ text, files, reference, menu: choices && { style: 'MENU', options: choices } })
    for (const { request } of parts(whole)) {
      const { body, mediaAt } = request as WhatsappRequest
      const sent = structuredClone(body) as Record<string, any>
      if (mediaAt) (mediaAt.reduce<any>((place, key) => place[key], sent)).id = 'media'
      checkMessage(sent)
    }
  }), { numRuns: 5000 })
}, 60_000)

/** Where there is nothing to say, nothing can be sent. */
function parts(whole: OutgoingMessage) {
  try {
    return whatsappAdapter.compose(whole, { profile } as never)
  } catch (error) {
    if (error instanceof CannotSend) return []
    throw error
  }
}

test('titles that a cut makes alike are told apart, within the length', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.lorem(), unicode, fc.constant('Una opción larga de verdad')), { maxLength: 10 }), fc.integer({ min: 8, max: 24 }), (titles, max) => {
    const cut = unlikeTitles(titles, max)
    expect(new Set(cut.map(title => title.toLowerCase())).size).toBe(titles.length)
    expect(cut.every(title => title.length <= max && title.isWellFormed() || !titles.every(original => original.isWellFormed()))).toBe(true)
  }))
})
