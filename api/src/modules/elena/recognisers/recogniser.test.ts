import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inEnglish, inSpanish, spansOf } from './recognise.fixture.ts'
import { type Kind, type RecogniseOptions, kinds } from './recognised.ts'
import { recognise, recogniseCounting } from './recogniser.ts'

test.each([
  ['Quiero una mesa para 4 el viernes a las 8 y media de la noche', ['number: 4', 'dateTime: el viernes a las 8 y media de la noche']],
  ['pagué RD$ 3,450.00 con la tarjeta 4111 1111 1111 1111 ayer', ['money: RD$ 3,450.00', 'card: 4111 1111 1111 1111', 'date: ayer']],
  ['mi cédula es 001-1391820-5 y mi teléfono 809-555-1234', ['cedula: 001-1391820-5', 'phone: 809-555-1234']],
  ['de 8 a 5 de lunes a viernes', ['time: de 8 a 5', 'date: de lunes a viernes']],
  ['el pedido ORD-2026-00123 llega el 3 de mayo del 2027', ['orderCode: ORD-2026-00123', 'date: el 3 de mayo del 2027']],
  ['2 cajas a 500 pesos, 18% de ITBIS', ['number: 2', 'money: 500 pesos', 'percentage: 18%']],
  ['hola, buenas tardes', []],
  ['', []],
  ['   ', []],
])('"%s"', (text, expected) => expect(spansOf(text, inSpanish)).toEqual(expected))

test.each([
  ['book a table for 4 next Tuesday at half past eight', ['number: 4', 'dateTime: next Tuesday at half past eight']],
  ['call me at (809) 555-1234 or write to ana@mail.com', ['phone: (809) 555-1234', 'email: ana@mail.com']],
  ['I owe two thousand pesos since May 3rd', ['money: two thousand pesos', 'date: May 3rd']],
])('"%s" in English', (text, expected) => expect(spansOf(text, inEnglish)).toEqual(expected))

describe('only what was asked for', () => {
  test('is returned', () => {
    expect(spansOf('mañana pago 500 pesos', { ...inSpanish, kinds: ['money'] })).toEqual(['money: 500 pesos'])
    expect(spansOf('el 3 de mayo', { ...inSpanish, kinds: ['number'] })).toEqual([])
  })

  test('wins over what else the same characters could be', () => {
    const text = '18095551238'
    expect(spansOf(text, { ...inSpanish, kinds: ['phone'] })).toEqual([`phone: ${text}`])
  })
})

test('a zone that is none is refused', () => {
  expect(() => recognise('hoy', { ...inSpanish, zone: 'Atlantis/Capital' })).toThrow(RangeError)
})

test('accents written as marks of their own, and other spaces, change nothing', () => {
  expect(recognise('MAN\u0303ANA\u00a0a\u2009las 3', inSpanish)).toMatchObject([{ kind: 'dateTime', start: 0, end: 15 }])
})

const word = fc.constantFrom(...(
  'a al las la el de del y en con para por que viene hoy mañana ayer pasado próximo lunes viernes domingo semana quincena mes año fin primera ' +
  'mayo dos mil millón millones medio media cien ciento veinte uno pesos RD$ $ € % por ciento horas minutos hace dentro 3 15 30 2027 05 / - : . , ' +
  '@ # + ( ) 809 555 1234 4111 1111 calle av sector no. apto pedido cédula pasaporte www. .com http:// next last from to between and half past ' +
  'at noon am pm p.m. o\'clock the first 3rd th May thousand hundred a an dozen dollars ago'
).split(' '))
const sentence = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 25 }).map(parts => parts.map(part => part.join('')).join(''))
const anything = fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }))
const options = fc.record({
  language: fc.constantFrom('es' as const, 'en' as const),
  now: fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
  zone: fc.constantFrom('America/Santo_Domingo', 'Europe/Madrid', 'Pacific/Kiritimati', 'America/St_Johns'),
  kinds: fc.oneof(fc.constant(undefined), fc.subarray([...kinds] as Kind[])),
}).map(({ kinds: asked, ...rest }): RecogniseOptions => (asked ? { ...rest, kinds: asked } : rest))

test('whatever the text, findings are slices of it, in order and apart', () => {
  fc.assert(fc.property(anything, options, (text, given) => {
    let last = 0
    for (const { kind, start, end, text: slice, confidence } of recognise(text, given)) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      expect(slice).toBe(text.slice(start, end))
      expect(given.kinds ?? kinds).toContain(kind)
      if (confidence !== undefined) expect(confidence > 0 && confidence < 1).toBe(true)
      last = end
    }
  }), { numRuns: 1500 })
})

test('whatever the text, dates exist and amounts are decimal', () => {
  const real = (date: string) => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
  fc.assert(fc.property(sentence, options, (text, given) => {
    for (const one of recognise(text, given)) {
      if (one.kind === 'date') expect('date' in one.value ? real(one.value.date) : real(one.value.from) && one.value.from < one.value.to).toBe(true)
      if (one.kind === 'money') expect(one.value.amount).toMatch(/^\d+\.\d{2,}$/)
      if (one.kind === 'time') expect(Object.values(one.value).every(time => /^([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?$/.test(time))).toBe(true)
      if (one.kind === 'dateTime') expect('local' in one.value || one.value.from.instant < one.value.to.instant).toBe(true)
    }
  }), { numRuns: 1500 })
})

const hostile = [
  '7', ' ', 'a', 'á', 'a\u0301', '😀', '@', '.', '(', '+', '$', '-', '1-', '1.', '1,', '12 ', '1234 ', '1 2 3 ', '7/', '1:', 'a1', 'A1-', 'a@',
  'a.com,', 'a.com/,', 'www.', 'http://a.b', 'a las ', 'a las a las ', 'de 3 a ', 'entre las 3 y ', 'mil ', 'mil mil mil ', 'veinte y ',
  'uno mil ', 'un millón ', 'y media ', 'lunes a ', 'el ', 'el próximo ', 'en un ', 'fin de ', '3 de ', '3 de mayo ', 'la primera quincena de ',
  '1h 2m 3s ', 'hora y media ', 'pesos ', 'RD$', 'con 50 ', 'calle ', 'Calle Duarte 25, ', 'c/', 'pedido ', '# ', 'cédula ', '809 555 1234 ',
  '+1 809 ', '4111 ', 'hundred and ', 'half past ', 'ten to ', 'the next ', 'from 3 to ', 'May 3 - ', '1 Main Street, ', 'ñ\u0301 ', '\u200b', '\n',
]

describe('no text takes more steps than its length allows', () => {
  const MOST_STEPS = 1000

  const repeated = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

  function expectLinear(unit: string, length: number): void {
    for (const options of [inSpanish, inEnglish]) {
      const steps = (size: number) => recogniseCounting(repeated(unit, size), options).steps
      const long = steps(length)
      expect(long).toBeLessThan(steps(length / 5) * 5.5 + 20_000)
      expect(long).toBeLessThan(length * MOST_STEPS)
    }
  }

  test.each(['7', ' ', 'a las ', 'mil '])('a hundred thousand characters of %j', unit => expectLinear(unit, 100_000))

  test.each(hostile)('ten thousand characters of %j', unit => expectLinear(unit, 10_000))

  test('mixtures of such pieces', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...hostile), { minLength: 2, maxLength: 6 }), pieces => {
      expectLinear(pieces.join(''), 5000)
    }), { numRuns: 40 })
  })
})
