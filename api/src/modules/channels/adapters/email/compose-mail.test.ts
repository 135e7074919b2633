import { describe, expect, test } from 'vitest'
import type { Line } from '../adapter.ts'
import type { OutgoingMail, OutgoingMessage } from '../outgoing.ts'
import { providerHttp } from '../provider-http.ts'
import type { MailRequest } from './compose-mail.ts'
import { emailAdapter } from './email.adapter.ts'

const line: Line = {
  channelAccountId: 'a', settings: { address: 'soporte@negocio.test', displayName: 'Negocio' }, profile: emailAdapter.profiles[0]!, http: providerHttp, now: new Date('2026-12-01'), publicUrl: 'https://chat.test', webhookUrl: 'https://chat.test/hooks/x',
}

const message = (over: Partial<OutgoingMessage> = {}, mail: Partial<OutgoingMail> = {}): OutgoingMessage => ({
  reference: '019ab0c0-0000-7000-8000-000000000001', to: { externalId: 'ana@correo.test', aliases: [], phone: null, email: 'ana@correo.test' }, author: 'AGENT', text: 'Hola', menu: null, content: null, files: [],
  passage: 'FREE', mail: { subject: 'Re: Mi pedido', messageId: '<m@negocio.test>', inReplyTo: '<a@correo.test>', references: ['<a@correo.test>'], replyTo: 'soporte@negocio.test', answersTo: null, isAutomatic: false, ...mail }, ...over,
})

const composed = (over?: Partial<OutgoingMessage>, mail?: Partial<OutgoingMail>) => emailAdapter.compose(message(over, mail), line)[0]!.request as unknown as MailRequest

describe('a mail of ours', () => {
  test('is one part, plain JSON, with its words as text and as HTML that nothing of them breaks out of', () => {
    const parts = emailAdapter.compose(message({ text: '<b>1 < 2</b>\n"sí"' }), line)
    expect(JSON.parse(JSON.stringify(parts))).toEqual(parts)
    expect(parts).toHaveLength(1)
    expect(parts[0]!.request).toMatchObject({ text: '<b>1 < 2</b>\n"sí"', html: '<p>&lt;b&gt;1 &lt; 2&lt;/b&gt;<br>&quot;sí&quot;</p>' })
  })

  test.each(['subject', 'messageId', 'inReplyTo', 'replyTo'] as const)('is refused where a line break in its %s would be a header of somebody else’s', field => {
    for (const injected of ['x@x.test\r\nBcc: otro@malo.test', 'x@x.test\nBcc: otro@malo.test', 'x@x.test\rX']) expect(() => composed({}, { [field]: injected })).toThrow('line breaks')
  })

  test('is refused where it goes to what is no single address, or refers to what is no id', () => {
    for (const email of ['a@x.test, b@malo.test', 'a@x.test\r\nRCPT TO:<b@malo.test>', '<a@x.test>', 'nadie']) expect(() => composed({ to: { externalId: email, aliases: [], phone: null, email } })).toThrow()
    expect(() => composed({}, { references: ['a@x.test\r\nBcc: b@malo.test'] })).toThrow()
    expect(() => composed({}, { references: ['no id at all'] })).toThrow('no id')
  })

  test('keeps the first and the last of many references, so that the header does not grow for ever', () => {
    const references = Array.from({ length: 300 }, (_, at) => `m${at}@x.test`)
    const kept = composed({}, { references }).references
    expect(kept).toHaveLength(20)
    expect([kept[0], kept[1], kept.at(-1)]).toEqual(['m0@x.test', 'm281@x.test', 'm299@x.test'])
  })

  test('goes to the address that its sender asked for', () => {
    expect(composed({}, { answersTo: 'compras@otra.test' }).to).toBe('compras@otra.test')
    expect(() => composed({}, { answersTo: 'a@x.test, b@malo.test' })).toThrow()
  })

  test('says in words what it cannot carry otherwise, and numbers a menu', () => {
    expect(composed({ text: '¿Cuál?', menu: { style: 'MENU', options: [{ id: 'a', title: 'Café', description: 'molido' }, { id: 'b', title: 'Té', description: null }] } }).text).toBe('¿Cuál?\n\n1. Café - molido\n2. Té')
    expect(composed({ text: '', content: { kind: 'LOCATION', latitude: 18.5, longitude: -69.9, name: 'Tienda' } }).text).toBe('Tienda\n18.5, -69.9')
    expect(composed({ text: '', content: { kind: 'FORM', title: 'Datos', fields: [{ name: 'n', label: 'Nombre', type: 'TEXT' }, { name: 't', label: 'Talla', type: 'CHOICE', options: ['S', 'M'] }] } }).text).toBe('Datos\n- Nombre\n- Talla (S / M)')
  })

  test('of nothing, and with files that no server takes, cannot be sent', () => {
    expect(() => composed({ text: ' ' })).toThrow('Nothing of the message')
    const file = { id: 'f', name: 'a', mediaType: 'video/mp4', size: 20_000_000, content: async () => Buffer.alloc(0), url: '', link: '' }
    expect(() => composed({ files: [file] })).toThrow('too large')
  })

  test('has an empty return path where a machine wrote it, so that no bounce is answered', () => {
    expect(composed({}, { isAutomatic: true }).returnPath).toBe('')
    expect(composed().returnPath).toBe('soporte@negocio.test')
  })
})
