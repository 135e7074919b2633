import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cedulaHolds, rncHolds } from '../../../elena/index.ts'
import { BotContent } from '@botpro/graphql/flows'
import { phoneNumber } from '../../../contacts/index.ts'
import { newContent } from '../../bots/new-bot.ts'
import type { HadConversation, HadMessage } from './conversation-test.queries.ts'
import { Mask } from './mask.ts'
import { testOfConversation } from './test-of-conversation.ts'

const masked = (texts: string[], name: string | null = null, values: string[] = []) => {
  const mask = new Mask(texts, { name, values })
  return texts.map(text => mask.text(text))
}

test('a cédula, an RNC and a telephone become others that flows take as well', () => {
  const [cedula, rnc, phone] = masked(['001-1391820-5', '101850043', '(809) 687-2345'])
  expect([cedulaHolds(cedula!.replaceAll('-', '')), cedula]).toEqual([true, expect.stringMatching(/^000-\d{7}-\d$/)])
  expect([rnc!.length, rncHolds('101850043'), rncHolds(rnc!)]).toEqual([9, true, true])
  expect(phone).toMatch(/^\(809\) 555-01\d\d$/)
  expect(phoneNumber(phone!)).toMatch(/^\+1809555/)
})

test('a cédula whose check digit is wrong stays wrong', () => {
  expect(cedulaHolds(masked(['00113918206'])[0]!)).toBe(false)
})

test('the same is the same everywhere, however it is written', () => {
  const [one, other, said] = masked(['00113918205', 'es 001-1391820-5', 'Su cédula 001-1391820-5, ¿correcto?'])
  const digits = [one, other, said].map(text => text!.replace(/\D/g, ''))
  expect(new Set(digits).size).toBe(1)
})

test('names go, as they are known and as she says them; what is no name stays', () => {
  expect(masked(['Hola, Ana', 'ANA PÉREZ', 'me llamo Luisa Mota y quiero analizar mi saldo'], 'Ana Pérez'))
    .toEqual(['Hola, Persona', 'Persona Prueba', expect.stringMatching(/^me llamo Persona Uno y quiero analizar/)])
})

test('what flows mark as personal goes wherever it is said', () => {
  expect(masked(['La receta es amoxicilina', 'Anotado: Amoxicilina.'], null, ['amoxicilina'])).toEqual(['La receta es Dato Uno', 'Anotado: Dato Uno.'])
})

test('numbers and addresses by which a system lists people go as they go where they are said; names of fields stay', () => {
  const messages: HadMessage[] = [{ id: '1', author: 'CONTACT', text: 'soy 001-1391820-5', menu: null, optionId: null, notice: null, content: null, files: [], at: '2026-11-02T14:00:00Z' }]
  const data = { people: { '00113918205': { balance: '5.00' }, '00113918213': { balance: '6.00' }, 'rosa@gmail.com': 1 }, '2026-12-04': true }
  const had: HadConversation = { channel: 'WEB', language: 'ES', name: null, phone: null, email: null, messages, visits: [], frames: [], shared: [], remembered: [{ kind: 'ANSWERED', connector: 'banco', operation: 'people', answer: { data } }] }
  const { lines, recordings } = testOfConversation('real', had, newContent('ES')).document
  const told = (recordings[0]!.answer as { data: typeof data }).data
  expect(Object.keys(told)).toEqual(['people', '2026-12-04'])
  const keys = Object.keys(told.people)
  expect(keys).toHaveLength(3)
  expect(keys.join()).not.toMatch(/1391820|1391821|rosa|gmail/)
  expect(keys).toContain(JSON.stringify(lines).replace(/\D/g, '').slice(-11))
})

test('amounts, dates and times stay', () => {
  const texts = ['RD$ 1,250,300.00', '2026-12-04', 'el 04/12/2026 a las 15:30']
  expect(masked(texts)).toEqual(texts)
})

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const cedula = digits(10).map(body => [...'0123456789'].map(last => body + last).find(cedulaHolds)).filter(one => one !== undefined)
const phone = fc.tuple(fc.constantFrom('809', '829', '849'), fc.integer({ min: 2, max: 9 }), digits(6)).map(([area, first, rest]) => `${area}${first}${rest}`)
const email = fc.tuple(fc.stringMatching(/^[a-z][a-z0-9._]{2,12}[a-z0-9]$/), fc.constantFrom('gmail.com', 'claro.net.do', 'empresa.do')).map(([name, place]) => `${name}@${place}`)
const styled = {
  cedula: cedula.chain(number => fc.constantFrom(number, `${number.slice(0, 3)}-${number.slice(3, 10)}-${number.slice(10)}`, `${number.slice(0, 3)} ${number.slice(3, 10)} ${number.slice(10)}`)),
  phone: phone.chain(number => fc.constantFrom(number, `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`, `+1 (${number.slice(0, 3)}) ${number.slice(3, 6)} ${number.slice(6)}`, `1${number}`)),
}
const words = fc.constantFrom('mi número es', 'anote:', 'es este', 'ok,', 'gracias', '¿me oye?', 'el de siempre')
const said = fc.array(fc.oneof(words, styled.cedula, styled.phone, email), { minLength: 1, maxLength: 6 }).map(parts => parts.join(', '))

test('of no telephone, e-mail or cédula of a conversation anything is left in its test', () => {
  fc.assert(fc.property(fc.array(fc.record({ author: fc.constantFrom('CONTACT' as const, 'BOT' as const), text: said }), { minLength: 1, maxLength: 12 }).map(([first, ...rest]) => [{ ...first!, author: 'CONTACT' as const }, ...rest]), styled.phone, email, (spoken, ownPhone, ownEmail) => {
    const messages: HadMessage[] = spoken.map(({ author, text }, index) =>
      ({ id: String(index), author, text, menu: null, optionId: null, notice: null, content: null, files: [], at: new Date(1_767_000_000_000 + index * 1000).toISOString() }))
    const had: HadConversation = { channel: 'WEB', language: 'ES', name: null, phone: ownPhone, email: ownEmail, messages, visits: [], frames: [], shared: [], remembered: [] }
    const { document } = testOfConversation('real', had, newContent('ES'))
    const left = [...texts(document.lines), ...texts(document.contact)]
    const originals = [ownPhone, ownEmail, ...spoken.flatMap(({ text }) => text.split(', '))]
    for (const original of originals.filter(one => one.includes('@'))) expect(left.some(text => text.includes(original))).toBe(false)
    for (const number of originals.filter(one => !one.includes('@')).map(one => one.replace(/\D/g, '')).filter(one => one.length >= 10)) {
      expect(left.some(text => text.replace(/\D/g, '').includes(number))).toBe(false)
    }
    expect(BotContent.shape.tests.element.safeParse(document).error).toBeUndefined()
  }), { numRuns: 200 })
})

const texts = (value: unknown): string[] =>
  (typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [])
