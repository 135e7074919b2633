import { describe, expect, test } from 'vitest'
import { canBeSaved, draftOf, inputOf, newDraft, problemsOf, withWordings } from './faq.ts'

const faq = {
  __typename: 'Faq' as const, id: '1', question: '¿A qué hora abren?', wordings: ['horario'], language: 'ES' as const, answer: 'A las 9.', state: 'CURRENT' as const,
  validFrom: null, validUntil: '2026-12-31', changedAt: '2026-01-01T00:00:00Z', changedBy: null, version: 3, variants: [],
}

describe('wordings', () => {
  test('a wording that says the same as the question or another is not added, whatever its accents and signs', () => {
    expect(withWordings('¿A qué hora abren?', ['horario'], ['a que hora abren', 'HORARIO!', 'cuándo abren', ' cuando  abren '])).toEqual(['horario', 'cuándo abren'])
  })

  test('the hundred-and-first does not fit', () => {
    expect(withWordings('x', [], Array.from({ length: 120 }, (_, at) => `forma ${at}`))).toHaveLength(100)
  })

  test('emptied and repeated lines are not sent', () => {
    expect(inputOf({ ...draftOf(faq), wordings: ['', 'horario', 'Horario', ' de noche '] }).wordings).toEqual(['horario', 'de noche'])
  })
})

describe('saving', () => {
  test('what was not touched goes back as it came', () => {
    expect(inputOf(draftOf(faq))).toEqual({
      question: '¿A qué hora abren?', wordings: ['horario'], language: 'ES', answer: 'A las 9.', variants: [], validFrom: null, validUntil: '2026-12-31',
    })
  })

  test('an empty variant is no variant, and the language of a new question is for the server to detect', () => {
    const { variants, language } = inputOf({ ...newDraft('¿Abren?'), answer: 'Sí', variants: [{ channel: 'WEB', text: ' ' }] })
    expect([variants, language]).toEqual([[], undefined])
  })

  test('a question and an answer are needed', () => {
    expect(problemsOf(newDraft())).toEqual({ question: 'question', answer: 'answer', validUntil: undefined })
    expect(canBeSaved({ ...newDraft('¿Abren?'), answer: 'Sí' })).toBe(true)
  })

  test('the last day may be the first, but not before it', () => {
    const draft = { ...newDraft('¿Abren?'), answer: 'Sí', validFrom: '2026-05-02' }
    expect(canBeSaved({ ...draft, validUntil: '2026-05-02' })).toBe(true)
    expect(problemsOf({ ...draft, validUntil: '2026-05-01' }).validUntil).toBe('validUntil')
  })
})
