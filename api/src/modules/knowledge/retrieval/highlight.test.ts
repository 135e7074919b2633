import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'
import { PassageIndex } from './passage-index.ts'
import { handbook } from './small-handbook.fixture.ts'

const index = new PassageIndex('es')
index.addAll(handbook)

function shown(question: string) {
  const { passage: { text }, words } = index.search(question)[0]!
  const found = highlight(text, words, { language: 'es', rarity: word => index.rarity(word) })
  return { sentence: text.slice(found.sentence.start, found.sentence.end), words: found.words.map(({ start, end }) => text.slice(start, end)) }
}

test('the sentence that answers is shown, with the words of the question in the forms of the passage', () => {
  const { sentence, words } = shown('¿la garantía cubre un líquido?')
  expect(sentence).toBe('La garantía no cubre golpes ni líquidos.')
  expect(words).toEqual(expect.arrayContaining(['garantía', 'cubre', 'líquidos']))
})

test('a rare word decides over common ones', () => {
  const text = 'La lista es de la tienda. Un técnico llega.'
  const { sentence } = highlight(text, ['la', 'es', 'de', 'tecnico'], { language: 'es', rarity: word => word === 'tecnico' ? 5 : 0.5 })
  expect(text.slice(sentence.start, sentence.end)).toBe('Un técnico llega.')
})

test('offsets count UTF-16 units, also after what folds to another length', () => {
  const text = '😀 İstanbul ﬁn. La garantía dura un año.'
  const { sentence, words } = highlight(text, ['garantia'], { language: 'es' })
  expect(text.slice(sentence.start, sentence.end)).toBe('La garantía dura un año.')
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['garantía'])
})

test('without a match the first sentence is shown; of nothing, nothing', () => {
  expect(highlight('Uno. Dos.', [], { language: 'es' })).toEqual({ sentence: { start: 0, end: 4 }, words: [] })
  expect(highlight('', ['a'], { language: 'es' })).toEqual({ sentence: { start: 0, end: 0 }, words: [] })
})
