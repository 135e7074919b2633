import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inEnglishWords, inSpanishWords } from './number-words.fixture.ts'
import { inEnglish, inSpanish, spansOf, valuesOf } from './recognise.fixture.ts'
import { recognise } from './recogniser.ts'

const spanish: [text: string, expected: number[]][] = [
  ['cero', [0]],
  ['uno', [1]],
  ['veintiún', [21]],
  ['veintiun', [21]],
  ['veintiuna', [21]],
  ['veinte y uno', [21]],
  ['treinta y un', [31]],
  ['ciento uno', [101]],
  ['quinientas', [500]],
  ['mil', [1000]],
  ['mil quinientos', [1500]],
  ['dos mil', [2000]],
  ['2 mil', [2000]],
  ['2mil', [2000]],
  ['2 mil 500', [2500]],
  ['5 mil doscientos', [5200]],
  ['cien mil', [100_000]],
  ['un millón', [1_000_000]],
  ['UN MILLON DOSCIENTOS MIL', [1_200_000]],
  ['1.5 millones', [1_500_000]],
  ['3 millones 200 mil', [3_200_000]],
  ['medio millón', [500_000]],
  ['dos millones y medio', [2_500_000]],
  ['mil millones', [1_000_000_000]],
  ['dos mil quinientos millones', [2_500_000_000]],
  ['un billón', [1_000_000_000_000]],
  ['una docena', [12]],
  ['media docena', [6]],
  ['docena y media', []],
  ['dos docenas', [24]],
  ['un par', [2]],
  ['dos y medio', [2.5]],
  ['tres coma cinco', [3.5]],
  ['1500', [1500]],
  ['1,500', [1500]],
  ['1,500.50', [1500.5]],
  ['1.500,50', [1500.5]],
  ['1.500', [1500]],
  ['1,500,000', [1_500_000]],
  ['1.500.000,25', [1_500_000.25]],
  ['12,5', [12.5]],
  ['12.5', [12.5]],
  ['0.75', [0.75]],
  ['0,500', [0.5]],
  ['-5', [-5]],
  ['10k', [10_000]],
  ['quiero dos de pollo y tres de res', [2, 3]],
  ['dos tres cuatro', [2, 3, 4]],
  ['mil mil', [1000, 1000]],
  ['tengo 3.', [3]],
]

const english: [text: string, expected: number[]][] = [
  ['zero', [0]],
  ['twenty-five', [25]],
  ['twenty five', [25]],
  ['a hundred', [100]],
  ['a hundred and five', [105]],
  ['one hundred and two', [102]],
  ['fifteen hundred', [1500]],
  ['two thousand', [2000]],
  ['2 thousand', [2000]],
  ['2k', [2000]],
  ['one thousand and five', [1005]],
  ['half a million', [500_000]],
  ['a million and a half', [1_500_000]],
  ['two and a half million', [2_500_000]],
  ['1.5 million', [1_500_000]],
  ['three billion', [3_000_000_000]],
  ['one million two hundred thousand', [1_200_000]],
  ['a dozen', [12]],
  ['half a dozen', [6]],
  ['two dozen', [24]],
  ['a couple', [2]],
  ['two and a half', [2.5]],
  ['three point five', [3.5]],
  ['1,500.50', [1500.5]],
  ['1,500', [1500]],
  ['1.500', [1.5]],
  ['1,2,3', [1, 2, 3]],
  ['between one hundred and two hundred', [100, 200]],
  ['between two thousand and three thousand', [2000, 3000]],
]

describe('numbers', () => {
  test.each(spanish)('"%s" is %j', (text, expected) =>
    expect(valuesOf('number', text, inSpanish).map(({ number }) => number)).toEqual(expected),
  )
  test.each(english)('"%s" is %j', (text, expected) =>
    expect(valuesOf('number', text, inEnglish).map(({ number }) => number)).toEqual(expected),
  )
})

test.each(['un', 'una pregunta', 'mil gracias', '192.168.1.1', 'A1', '809-5', '24/7', 'por ciento'])('"%s" holds no number', text =>
  expect(valuesOf('number', text, inSpanish)).toEqual([]),
)

test.each(['a', 'this one', 'thousands of people', 'no one'])('"%s" holds no number in English', text =>
  expect(valuesOf('number', text, inEnglish)).toEqual([]),
)

test('a separator that could mean either thing makes a number less certain', () => {
  expect(recognise('1.500', inSpanish)).toMatchObject([{ confidence: 0.8 }])
  expect(recognise('1.500,50', inSpanish)[0]).not.toHaveProperty('confidence')
})

const upToABillion = fc.oneof(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }), fc.constantFrom(1, 21, 100, 1000, 21_000, 1_000_000, 31_000_001))

test('every whole number below a billion survives being said in Spanish', () => {
  fc.assert(fc.property(upToABillion, value => {
    const text = inSpanishWords(value)
    expect(recognise(text, inSpanish)).toMatchObject([{ kind: 'number', text, value: { number: value } }])
  }), { numRuns: 500 })
})

test('every whole number below a billion survives being said in English', () => {
  fc.assert(fc.property(upToABillion, fc.boolean(), (value, british) => {
    const text = inEnglishWords(value, british)
    expect(recognise(text, inEnglish)).toMatchObject([{ kind: 'number', text, value: { number: value } }])
  }), { numRuns: 500 })
})

test('every number survives being written in digits', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
    const text = `${whole.toLocaleString('en-US')}.${String(cents).padStart(2, '0')}`
    expect(valuesOf('number', text, inEnglish)).toEqual([{ number: (whole * 100 + cents) / 100 }])
    expect(valuesOf('number', text, inSpanish)).toEqual([{ number: (whole * 100 + cents) / 100 }])
  }))
})

test.each([
  ['15%', 15],
  ['15 %', 15],
  ['quince por ciento', 15],
  ['18 porciento', 18],
  ['12.5%', 12.5],
  ['12,5 %', 12.5],
  ['el cien por ciento', 100],
  ['-3%', -3],
])('"%s" is %d per cent', (text, percent) => expect(valuesOf('percentage', text, inSpanish)).toEqual([{ percent }]))

test.each([
  ['forty-five percent', 45],
  ['5 per cent', 5],
])('"%s" is %d per cent in English', (text, percent) => expect(valuesOf('percentage', text, inEnglish)).toEqual([{ percent }]))

test.each([
  ['el primero', 1],
  ['la segunda opción', 2],
  ['tercer piso', 3],
  ['décimo', 10],
  ['duodécima', 12],
  ['decimotercera', 13],
  ['vigésimo primero', 21],
  ['1ro', 1],
  ['2da', 2],
  ['3er', 3],
  ['5to', 5],
  ['1º', 1],
  ['2ª', 2],
])('"%s" is ordinal %d', (text, ordinal) => expect(valuesOf('ordinal', text, inSpanish)).toEqual([{ ordinal }]))

test.each([
  ['the first', 1],
  ['2nd floor', 2],
  ['the third one', 3],
  ['twenty-first', 21],
  ['30th', 30],
])('"%s" is ordinal %d in English', (text, ordinal) => expect(valuesOf('ordinal', text, inEnglish)).toEqual([{ ordinal }]))

test('a number inside something longer is not told again', () => {
  expect(spansOf('el 3 de mayo pagué RD$500', inSpanish)).toEqual(['date: el 3 de mayo', 'money: RD$500'])
})
