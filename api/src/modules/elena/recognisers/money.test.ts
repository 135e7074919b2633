import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inEnglish, inSpanish, valuesOf } from './recognise.fixture.ts'

const spanish: [text: string, amount: string, currency: string][] = [
  ['RD$1,500.50', '1500.50', 'DOP'],
  ['rd$ 500', '500.00', 'DOP'],
  ['RD$5 mil', '5000.00', 'DOP'],
  ['RD$1.5 millones', '1500000.00', 'DOP'],
  ['$500', '500.00', 'DOP'],
  ['$ 500 pesos', '500.00', 'DOP'],
  ['$20 dólares', '20.00', 'USD'],
  ['US$20', '20.00', 'USD'],
  ['U$S 20', '20.00', 'USD'],
  ['USD 20', '20.00', 'USD'],
  ['20 usd', '20.00', 'USD'],
  ['dos mil pesos', '2000.00', 'DOP'],
  ['DOS MIL PESOS', '2000.00', 'DOP'],
  ['dos mil pesos dominicanos', '2000.00', 'DOP'],
  ['500 pesos mexicanos', '500.00', 'MXN'],
  ['cien dólares', '100.00', 'USD'],
  ['cien dolares americanos', '100.00', 'USD'],
  ['20 euros', '20.00', 'EUR'],
  ['€20', '20.00', 'EUR'],
  ['20 €', '20.00', 'EUR'],
  ['un peso', '1.00', 'DOP'],
  ['1.500 pesos', '1500.00', 'DOP'],
  ['1.500,75 euros', '1500.75', 'EUR'],
  ['medio millón de pesos', '500000.00', 'DOP'],
  ['dos millones y medio de dólares', '2500000.00', 'USD'],
  ['50 centavos', '0.50', 'DOP'],
  ['cinco pesos con cincuenta centavos', '5.50', 'DOP'],
  ['dos dólares con veinticinco', '2.25', 'USD'],
  ['0.1 dólares', '0.10', 'USD'],
]

test.each(spanish)('"%s" is %s %s', (text, amount, currency) => {
  expect(valuesOf('money', text, inSpanish)).toEqual([{ amount, currency }])
})

test.each([
  ['$1,500.50', '1500.50', 'DOP'],
  ['five dollars and fifty cents', '5.50', 'USD'],
  ['twenty bucks', '20.00', 'USD'],
  ['a dollar', '1.00', 'USD'],
  ['half a million pesos', '500000.00', 'DOP'],
  ['US$ 1.5 million', '1500000.00', 'USD'],
  ['£20', '20.00', 'GBP'],
])('"%s" is %s %s in English', (text, amount, currency) => {
  expect(valuesOf('money', text, inEnglish)).toEqual([{ amount, currency }])
})

test.each([
  ['500 pesos', 'MXN'],
  ['$500', 'MXN'],
  ['RD$500', 'DOP'],
  ['500 dólares', 'USD'],
])('where the peso is the Mexican one "%s" is in %s', (text, currency) => {
  expect(valuesOf('money', text, { ...inSpanish, currency: 'MXN' })).toMatchObject([{ currency }])
})

test('an amount is exact to the last place', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
    const amount = `${whole}.${String(cents).padStart(2, '0')}`
    expect(valuesOf('money', `RD$${whole.toLocaleString('en-US')}.${amount.slice(-2)}`, inSpanish)).toEqual([{ amount, currency: 'DOP' }])
  }))
})

test('a code of a currency that is a word as well counts only in capitals', () => {
  expect(valuesOf('money', 'a cup of coffee', inEnglish)).toEqual([])
  expect(valuesOf('money', '20 CUP', inEnglish)).toEqual([{ amount: '20.00', currency: 'CUP' }])
})

test('a number too long to be exact is no amount', () => {
  expect(valuesOf('money', 'RD$12345678901234567890', inSpanish)).toEqual([])
})
