import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidenceOf } from './answer-confidence.ts'
import { PassageIndex } from './passage-index.ts'
import { handbook } from './small-handbook.fixture.ts'

function indexed() {
  const index = new PassageIndex('es')
  index.addAll(handbook)
  return index
}

const index = indexed()
const first = (question: string) => index.search(question)[0]?.passage.id

describe('a passage', () => {
  test.each([
    ['¿En cuántos días puedo devolver lo que compré?', 'returns'],
    ['¿la garantía cubre un golpe?', 'warranty'],
    ['cuantas cuotas sin interes', 'installments'],
    ['¿caducan mis puntos?', 'loyalty'],
    ['dónde cargo un vehículo eléctrico', 'parking'],
    ['borrar mis datos', 'privacy'],
  ])('is found by other forms of its words: %s', (question, id) => {
    expect(first(question)).toBe(id)
  })

  test.each([['garntía de electrodomesticos', 'warranty'], ['tarjteas de regalo', 'gift-cards'], ['estacionamineto gratiuto', 'parking']])(
    'is found in spite of slips: %s', (question, id) => expect(first(question)).toBe(id))

  test('is found without accents and in capitals as well as with them', () => {
    expect(index.search('¿QUÉ CUBRE LA GARANTÍA?').map(({ passage }) => passage.id)).toEqual(index.search('que cubre la garantia').map(({ passage }) => passage.id))
  })

  test('is found by its title alone', () => {
    expect(first('comprobantes')).toBe('invoices')
  })

  test('comes with the words that it shares with the question, in their repaired form', () => {
    expect(index.search('¿la garntía cubre golpes de un burro?')[0]!.words).toEqual(['la', 'garantia', 'cubre', 'golpes', 'de', 'un'])
  })
})

describe('a search', () => {
  test('in an empty index finds nothing', () => {
    expect(new PassageIndex('es').search('¿abren hoy?')).toEqual([])
  })

  test.each(['', '   ', '¿?¡!', '\u0000\u0001\u001b[2J', '🙂🙂'])('for nothing finds nothing: %j', question => {
    expect(index.search(question)).toEqual([])
  })

  test('for a word that shares nothing finds nothing', () => {
    expect(index.search('xyzzy')).toEqual([])
  })

  test('for a hundred kilobytes still answers from their beginning', () => {
    expect(first('¿la garantía cubre golpes? ' + 'lorem '.repeat(17_000))).toBe('warranty')
    expect(index.search('a'.repeat(100_000))).toEqual([])
  })

  test('gives no more than were asked for, best first', () => {
    const found = index.search('tarjeta de la tienda', { top: 3 })
    expect(found).toHaveLength(3)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
    expect(index.search('tarjeta', { top: 0 })).toEqual([])
  })

  test('trusts a question of the handbook more than one from elsewhere', () => {
    expect(confidenceOf(index.search('¿la garantía cubre golpes?'))).toBeGreaterThan(confidenceOf(index.search('¿quién ganó la serie mundial de béisbol?')) + 0.3)
  })

  test('finds the same whatever is asked: scores fall, strength and coverage are shares', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), question => {
      const found = index.search(question)
      expect(index.search(question)).toEqual(found)
      for (const each of found) for (const share of [each.strength, each.coverage]) expect(share >= 0 && share <= 1).toBe(true)
    }))
  })
})

test('an index that is searched between additions ends as one that is not', () => {
  const grown = new PassageIndex('es')
  for (const passage of handbook) {
    grown.add(passage)
    grown.search('tarjeta de regalo')
  }
  for (const question of ['tarjeta de regalo', 'pago en cuotas', 'envío gratis']) expect(grown.search(question)).toEqual(index.search(question))
})

test('adding many tells how far it is', () => {
  const shares: number[] = []
  new PassageIndex('es').addAll(Array.from({ length: 250 }, (_, at) => ({ ...handbook[at % 12]!, id: `${at}` })), share => shares.push(share))
  expect(shares).toEqual([99 / 250, 199 / 250, 1])
})

test('two languages share an index, each read by its own forms', () => {
  const both = new PassageIndex('es')
  both.addAll([...handbook, { id: 'en', title: 'Returns', language: 'en', text: 'Items are returned within thirty days of purchase.' }])
  expect(both.search('returning an item', { language: 'en' })[0]!.passage.id).toBe('en')
})
