import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ListedFinder } from './listed-finder.ts'

const products = new ListedFinder([
  { entity: 'producto', values: [
    { value: 'crédito', synonyms: ['visa', 'tarjeta de crédito'] },
    { value: 'débito', synonyms: ['tarjeta de débito'] },
    { value: 'préstamo', synonyms: ['financiamiento'] },
  ] },
  { entity: 'ciudad', values: [{ value: 'Santiago' }, { value: 'Santiago de los Caballeros' }, { value: 'Baní' }] },
  { entity: 'apellido', values: [{ value: 'Santiago' }] },
], 'es')

const found = (finder: ListedFinder, text: string) => finder.findListed(text).map(({ entity, value, text: said }) => `${entity}: ${value} (${said})`)

describe('a closed list', () => {
  test('accents, capitals and synonyms make no difference', () => {
    expect(found(products, 'quiero una TARJETA DE CREDITO y un prestamo')).toEqual(['producto: crédito (TARJETA DE CREDITO)', 'producto: préstamo (prestamo)'])
    expect(products.findListed('en bani').map(each => each.score)).toEqual([1])
  })

  test('the longest match wins', () => {
    expect(found(products, 'vivo en Santiago de los Caballeros')).toEqual(['ciudad: Santiago de los Caballeros (Santiago de los Caballeros)'])
  })

  test('a name that two entities share is told for both', () => {
    expect(found(products, 'soy de Santiago')).toEqual(['ciudad: Santiago (Santiago)', 'apellido: Santiago (Santiago)'])
  })

  test('plural and singular are one name, a little less surely', () => {
    const [cards] = products.findListed('mis tarjetas de débito')
    expect(cards).toMatchObject({ value: 'débito', start: 4, end: 22 })
    expect(cards!.score).toBeGreaterThan(0.95)
    expect(cards!.score).toBeLessThan(1)
  })

  test('one typo in a word, two in a long one, are forgiven for a lower score', () => {
    const [one] = products.findListed('un prestmo')
    expect(one).toMatchObject({ value: 'préstamo' })
    expect(one!.score).toBeLessThan(0.9)
    expect(products.findListed('finansiamento')[0]).toMatchObject({ value: 'préstamo' })
    expect(found(products, 'un prstmo')).toEqual([])
  })

  test('a short word is never a typo of a name', () => {
    expect(found(products, 'visto vise vista')).toEqual([])
  })

  test('a word known to be right is no typo', () => {
    const finder = new ListedFinder([{ entity: 'marca', values: [{ value: 'Quero' }] }], 'es')
    expect(found(finder, 'quiero')).toEqual(['marca: Quero (quiero)'])
    expect(finder.findListed('quiero', { isKnown: word => word === 'quiero' })).toEqual([])
  })

  test('small words between may come and go', () => {
    expect(found(products, 'tarjeta crédito')).toEqual(['producto: crédito (tarjeta crédito)'])
    const finder = new ListedFinder([{ entity: 'artículo', values: [{ value: 'pasta dientes' }] }], 'es')
    expect(found(finder, 'una pasta de dientes')).toEqual(['artículo: pasta dientes (pasta de dientes)'])
  })

  test('a name may be written as one word or as several', () => {
    const finder = new ListedFinder([{ entity: 'producto', values: [{ value: 'Coca-Cola' }, { value: 'iPhone 12' }, { value: 'whatsapp' }] }], 'es')
    expect(found(finder, 'una cocacola, un iphone12 y whats app')).toEqual(['producto: Coca-Cola (cocacola)', 'producto: iPhone 12 (iphone12)', 'producto: whatsapp (whats app)'])
  })

  test('a sign that makes another name of it is not overlooked', () => {
    const finder = new ListedFinder([{ entity: 'lenguaje', values: [{ value: 'C++' }, { value: 'C#' }] }], 'es')
    expect(found(finder, 'C++ o c#, no C')).toEqual(['lenguaje: C++ (C++)', 'lenguaje: C# (c#)'])
  })

  test('names without words or of too many are told and left out', () => {
    const finder = new ListedFinder([{ entity: 'x', values: [{ value: '…', synonyms: ['a '.repeat(13), 'bueno'] }] }], 'es')
    expect(finder.problems.map(({ reason }) => reason)).toEqual(['no words', 'too long'])
    expect(found(finder, 'bueno')).toEqual(['x: … (bueno)'])
  })

  test('English plurals are understood in English', () => {
    const finder = new ListedFinder([{ entity: 'item', values: [{ value: 'battery' }, { value: 'box' }] }], 'en')
    expect(found(finder, 'two boxes of batteries')).toEqual(['item: box (boxes)', 'item: battery (batteries)'])
  })
})

test('whatever the text and the names, matches stand inside the text, in order and apart', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (names, text) => {
    const finder = new ListedFinder([{ entity: 'x', values: names.map(value => ({ value })) }], 'es')
    let end = 0
    for (const match of finder.findListed(`${text} ${names.join(' ')}`)) {
      expect(match.start).toBeGreaterThanOrEqual(end)
      expect(match.end).toBeGreaterThan(match.start)
      expect(match.score).toBeGreaterThan(0)
      expect(match.score).toBeLessThanOrEqual(1)
      end = match.end
    }
  }), { numRuns: 50 })
})

test('every name of a list is found in a text that says it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'o', 'l', 'm', 's', 't'), minLength: 3, maxLength: 9 })
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map(words => words.join(' '))
  fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), names => {
    const finder = new ListedFinder([{ entity: 'x', values: names.map(value => ({ value })) }], 'es')
    for (const each of names) expect(finder.findListed(each.toUpperCase())).toMatchObject([{ value: each, score: 1, start: 0, end: each.length }])
  }))
})
