import { describe, expect, test } from 'vitest'
import { confidenceOf, learnConfidence, usualConfidence } from './answer-confidence.ts'
import { calibrateFaq } from './faq-calibration.ts'
import { FaqIndex, type FaqOptions } from './faq-index.ts'
import { faq } from './small-handbook.fixture.ts'

function indexed(options: Partial<FaqOptions> = {}) {
  const index = new FaqIndex({ language: 'es', ...options })
  for (const pair of faq) index.add(pair)
  return index
}

const index = indexed()

describe('a pair', () => {
  test.each([['hora de cierre', 'open'], ['¿me devuelven el dinero de una compra?', 'refund'], ['¿cuesta algo que lo envíen?', 'delivery'], ['pagar con targeta', 'card']])(
    'is found by a wording that nobody wrote: %s', (question, id) => expect(index.search(question)[0]!.pair.id).toBe(id))

  test('is found by a word of its answer, when nothing else tells', () => {
    expect(index.search('horario de factura')[0]!.pair.id).toBe('open')
    expect(index.search('con todas las tarjetas')[0]!.pair.id).toBe('card')
  })

  test('is found surely by a wording as it is known, whatever a judge says', () => {
    const judged = indexed({ judge: () => [0, 1, 0, 0] })
    expect(judged.search('HORARIO DE LA TIENDA')[0]).toMatchObject({ pair: { id: 'open' }, strength: 1 })
  })

  test('is not found surely by a wording that another pair has too', () => {
    const double = indexed()
    double.add({ id: 'twin', question: 'horario de la tienda', wordings: [], answer: 'Depende.' })
    expect(double.search('horario de la tienda')[0]!.score).toBeLessThan(2)
  })

  test('may be chosen by the judge among those that words leave near', () => {
    expect(indexed({ judge: () => [0, 0, 1, 0] }).search('¿abren y hacen envíos?')[0]!.pair.id).toBe('delivery')
    expect(indexed({ judge: () => [1, 0, 0, 0] }).search('¿abren y hacen envíos?')[0]!.pair.id).toBe('open')
  })
})

test('an empty index, an empty question and pairs without words find nothing', () => {
  expect(new FaqIndex({ language: 'es' }).search('hola')).toEqual([])
  expect(index.search(' \u0007 ')).toEqual([])
  const blank = new FaqIndex({ language: 'es' })
  blank.add({ id: 'blank', question: '', wordings: ['', '?'], answer: '' })
  expect(blank.search('hola')).toEqual([])
})

describe('confidence', () => {
  test('is nothing where nothing was found', () => {
    expect(confidenceOf([])).toBe(0)
  })

  test('grows with each kind of evidence, also when learned from contrary searches', () => {
    const contrary = Array.from({ length: 50 }, (_, at) => ({ found: [{ strength: at / 50, coverage: at / 50 }], isRight: at < 25, weight: 1 }))
    for (const model of [usualConfidence, learnConfidence(contrary)]) {
      expect(confidenceOf([{ strength: 0.8, coverage: 0.5 }], model)).toBeGreaterThanOrEqual(confidenceOf([{ strength: 0.4, coverage: 0.5 }], model))
      expect(confidenceOf([{ strength: 0.8, coverage: 0.9 }], model)).toBeGreaterThanOrEqual(confidenceOf([{ strength: 0.8, coverage: 0.5 }], model))
    }
  })

  test('stays as usual where there is nothing to learn from', () => {
    const bare = faq.map(pair => ({ ...pair, wordings: [] }))
    expect(calibrateFaq(bare, { language: 'es' })).toEqual(usualConfidence)
    expect(calibrateFaq([], { language: 'es' })).toEqual(usualConfidence)
  })

  test('learned from the wordings tells questions with an answer from those without', () => {
    const model = calibrateFaq(faq, { language: 'es' })
    const sure = ['a qué hora abren hoy', 'quiero hacer una devolución'].map(each => confidenceOf(index.search(each), model))
    const unsure = ['cuál es la capital de Francia', 'cuéntame un chiste'].map(each => confidenceOf(index.search(each), model))
    expect(Math.min(...sure)).toBeGreaterThan(Math.max(...unsure))
  })
})
