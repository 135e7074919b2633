import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Asked, FaqContent, PassageContent } from './content.ts'
import { learnFrom, readLearnt, writeLearnt } from './learnt.ts'
import { TenantIndex } from './tenant-index.ts'
import { answerThreshold } from './threshold.ts'

const faq = (id: string, question: string, wordings: string[], answer: string, more: Partial<FaqContent> = {}): FaqContent =>
  ({ id, question, wordings, answer, language: 'es', variants: [], validFrom: null, validUntil: null, ...more })
const passage = (id: string, title: string, text: string, more: Partial<PassageContent> = {}): PassageContent =>
  ({ id, title, text, language: 'es', headings: [], url: null, validFrom: null, validUntil: null, ...more })

const faqs = [
  faq('a', '¿A qué hora abren?', ['horario de la tienda', 'a qué hora cierran', 'están abiertos los domingos'], 'De nueve a seis.'),
  faq('b', '¿Hacen envíos a domicilio?', ['mandan a la casa', 'cuánto cuesta el envío', 'delivery'], 'Sí, a todo el país.'),
  faq('c', '¿Cómo devuelvo un producto?', ['quiero devolver algo', 'política de devoluciones'], 'Con la factura, en treinta días.', { variants: [{ channel: 'WEB', text: 'Con la factura.' }] }),
  faq('d', 'Do you ship abroad?', ['international shipping', 'send to another country'], 'No, only within the country.', { language: 'en' }),
]
const passages = [
  passage('p', 'Garantía', 'Cada electrodoméstico tiene garantía de un año contra defectos de fábrica.', { headings: ['Cobertura'], url: 'https://example.com/g' }),
  passage('q', 'Financiamiento', 'Financiamos compras desde diez mil pesos hasta en veinticuatro cuotas mensuales.'),
]

function indexed(given: FaqContent[] = faqs, texts: PassageContent[] = passages): TenantIndex {
  const index = new TenantIndex()
  for (const _ of index.build(given, texts));
  return index
}
const learntFrom = (given: FaqContent[]) => learnFrom({ es: given.filter(({ language }) => language === 'es'), en: given.filter(({ language }) => language === 'en') })
const asking = (text: string, more: Partial<Asked> = {}): Asked => ({ text, channel: 'WEB', today: '2026-05-01', most: 5, ...more })

describe('a question', () => {
  test('asked as it is known is answered surely, for its channel', () => {
    expect(indexed().ask(asking('politica de DEVOLUCIONES')).found[0]).toMatchObject({ kind: 'FAQ', id: 'c', isExact: true, confidence: 1, text: 'Con la factura.' })
    expect(indexed().ask(asking('política de devoluciones', { channel: 'OTHER' })).found[0]!.text).toBe('Con la factura, en treinta días.')
  })

  test('is answered from a passage, with its place and source', () => {
    const [best] = indexed().ask(asking('¿cuánto dura la garantía de un electrodoméstico?')).found
    expect(best).toMatchObject({ kind: 'PASSAGE', id: 'p', source: { title: 'Garantía', url: 'https://example.com/g' }, text: passages[0]!.text })
    expect(best!.confidence).toBeGreaterThan(answerThreshold)
    if (best?.kind === 'PASSAGE') expect(best.spans.map(({ start, end }) => passages[0]!.text.slice(start, end))).toEqual(['electrodoméstico', 'garantía'])
  })

  test('is answered from a question rather than from a passage that fits as well', () => {
    const index = indexed([...faqs, faq('g', '¿Venden tarjetas de regalo?', [], 'Sí.')], [passage('s', 'Reembolsos', 'Le damos una tarjeta de regalo.')])
    expect(index.ask(asking('tarjeta de regalo')).found.map(({ id }) => id).slice(0, 2)).toEqual(['g', 's'])
  })

  test('with a slip is repaired, and says so', () => {
    const answered = indexed().ask(asking('cuanto cuesta el emvio'))
    expect(answered.repairs).toEqual([{ typed: 'emvio', read: 'envio' }])
    expect(answered.found[0]).toMatchObject({ id: 'b' })
  })

  test.each(['', '¿?', 'cuál es la capital de Francia', '\u0007', 'x'.repeat(5000)])('about nothing that is there is answered by nothing: %#', text => {
    expect((indexed().ask(asking(text)).found[0]?.confidence ?? 0)).toBeLessThan(answerThreshold)
  })

  test('is answered in its language; in another only where nothing fits', () => {
    expect(indexed().ask(asking('do you do international shipping?')).found[0]).toMatchObject({ id: 'd' })
    expect(indexed().ask(asking('international shipping', { language: 'es' })).found[0]).toMatchObject({ id: 'd', isExact: true })
    expect(indexed().ask(asking('delivery', { language: 'es' })).found.map(({ id }) => id)).not.toContain('d')
  })
})

describe('validity', () => {
  const usual = faq('u', '¿Cuál es el horario?', [], 'De nueve a seis.', { validUntil: '2026-11-30' })
  const christmas = faq('v', '¿Cuál es el horario?', [], 'De ocho a ocho.', { validFrom: '2026-12-01', validUntil: '2026-12-31' })
  const on = (today: string) => indexed([usual, christmas], [passage('r', 'Rebajas', 'Rebajas de verano en zapatos.', { validFrom: '2026-07-01', validUntil: '2026-07-31' })])
    .ask(asking('cuál es el horario', { today })).found.map(({ id, isExact }) => [id, isExact])

  test('is looked at when somebody asks: two questions may share their words when they do not share their days', () => {
    expect(on('2026-11-30')).toEqual([['u', true]])
    expect(on('2026-12-01')).toEqual([['v', true]])
    expect(on('2027-01-01')).toEqual([])
  })

  test('counts for passages too', () => {
    const index = indexed([], [passage('r', 'Rebajas', 'Rebajas de verano en zapatos.', { validFrom: '2026-07-01', validUntil: '2026-07-31' })])
    const found = (today: string) => index.ask(asking('rebajas de verano en zapatos', { today })).found.length
    expect([found('2026-06-30'), found('2026-07-31'), found('2026-08-01')]).toEqual([0, 1, 0])
  })
})

describe('what is learnt', () => {
  test('is the same after it was written and read, and decides between pairs that words leave near', () => {
    const learnt = learntFrom(faqs)
    const [fresh, read] = [indexed(), indexed()]
    fresh.learn(learnt)
    read.learn(readLearnt(writeLearnt(learnt)))
    for (const text of ['a qué hora mandan a la casa', 'abren', 'quiero devolver el envío']) expect(read.ask(asking(text))).toEqual(fresh.ask(asking(text)))
  })

  test('from other questions judges nothing: a question that it never met can still win', () => {
    const index = indexed([...faqs, faq('e', '¿Venden tarjetas de regalo?', [], 'Sí.')])
    index.learn(learntFrom(faqs))
    expect(index.ask(asking('tarjetas de regalo')).found[0]).toMatchObject({ id: 'e' })
  })

  test.each([0, 1, 2])('from %i questions is no trouble', count => {
    const few = faqs.slice(0, count)
    const index = indexed(few, [])
    index.learn(readLearnt(writeLearnt(learntFrom(few))))
    expect(index.ask(asking('horario de la tienda')).found.map(({ id }) => id).slice(0, 1)).toEqual(few.slice(0, 1).map(({ id }) => id))
  })

  test('from bytes of something else is refused', () => {
    expect(() => readLearnt(new Uint8Array([1, 2, 3]))).toThrow(TypeError)
  })
})

test('in whatever order questions and passages come, the answers are the same', () => {
  const questions = ['horario', 'envío a la casa', 'devolver', 'garantía de fábrica', 'cuotas', 'shipping', 'abren domingo o mandan a domicilio']
  const answersOf = (given: FaqContent[], texts: PassageContent[]) => {
    const index = indexed(given, texts)
    index.learn(learntFrom(given))
    return questions.map(text => index.ask(asking(text)))
  }
  const expected = answersOf(faqs, passages)
  const orders = fc.tuple(fc.shuffledSubarray(faqs, { minLength: faqs.length }), fc.shuffledSubarray(passages, { minLength: passages.length }))
  fc.assert(fc.property(orders, ([given, texts]) => { expect(answersOf(given, texts)).toEqual(expected) }), { numRuns: 25 })
})

describe('wordings that are being written', () => {
  const check = (wordings: string[], faqId: string | null = null) => indexed().check({ wordings, faqId, language: 'es' })

  test('clash with the same words and with nearly the same, the most alike first', () => {
    expect(check(['a que hora cierran hoy', 'Horario de la TIENDA'])).toMatchObject([
      { text: 'Horario de la TIENDA', wording: 'horario de la tienda', faqId: 'a', likeness: 1 },
      { text: 'a que hora cierran hoy', wording: 'a qué hora cierran', faqId: 'a' },
    ])
  })

  test('do not clash with themselves, nor with what is about something else', () => {
    expect(check(['horario de la tienda'], 'a')).toEqual([])
    expect(check(['¿venden zapatos?'])).toEqual([])
  })
})
