import { expect, test } from 'vitest'
import { carriedMarks, segmentsOf, trimmedPhrase, wholeWords, withMark, withoutMark, type Mark } from './marks.ts'

const TEXT = 'quiero una camisa azul, por favor'
const camisa: Mark = { start: 11, end: 17, entity: 'producto' }
const azul: Mark = { start: 18, end: 22, entity: 'color' }
const wordsOf = (text: string, marks: Mark[]) => marks.map(({ start, end }) => text.slice(start, end))
const edited = (after: string, marks = [camisa, azul]) => wordsOf(after, carriedMarks(marks, TEXT, after))

test('a text falls into marked and unmarked pieces and loses nothing', () => {
  const segments = segmentsOf(TEXT, [azul, camisa])
  expect(segments.map(({ text }) => text)).toEqual(['quiero una ', 'camisa', ' ', 'azul', ', por favor'])
  expect(segments.map(({ mark }) => mark?.entity)).toEqual([undefined, 'producto', undefined, 'color', undefined])
})

test('marks at both ends leave no empty piece', () => {
  expect(segmentsOf('azul', [{ ...azul, start: 0, end: 4 }]).map(({ text }) => text)).toEqual(['azul'])
})

test.each([
  ['half a word becomes the word', [13, 15], 'camisa'],
  ['spaces and signs at the ends are left out', [17, 24], 'azul'],
  ['a selection made backwards is the same', [22, 11], 'camisa azul'],
  ['beyond the text there is nothing', [24, 900], 'por favor'],
])('%s', (_name, [start, end], words) => {
  const span = wholeWords(TEXT, { start: start!, end: end! })!
  expect(TEXT.slice(span.start, span.end)).toBe(words)
})

test('a selection without a letter is none', () => {
  expect(wholeWords(TEXT, { start: 22, end: 24 })).toBeUndefined()
  expect(wholeWords(TEXT, { start: 5, end: 5 })).toBeUndefined()
})

test('accents and ñ are letters', () => {
  const text = 'mañana a las dos'
  expect(wholeWords(text, { start: 3, end: 4 })).toEqual({ start: 0, end: 6 })
})

test('a new mark replaces those that it touches and keeps the order', () => {
  expect(withMark([azul], camisa)).toEqual([camisa, azul])
  expect(withMark([camisa, azul], { start: 11, end: 22, entity: 'todo' })).toEqual([{ start: 11, end: 22, entity: 'todo' }])
})

test('a mark is removed by its place', () => {
  expect(withoutMark([camisa, azul], camisa)).toEqual([azul])
})

test('marks move with what is typed before them and stay before what is typed after', () => {
  expect(edited('hola, quiero una camisa azul, por favor')).toEqual(['camisa', 'azul'])
  expect(edited('quiero una camisa azul, por favor, hoy')).toEqual(['camisa', 'azul'])
  expect(edited('una camisa azul, por favor')).toEqual(['camisa', 'azul'])
})

test('a mark grows and shrinks with what is typed inside it', () => {
  expect(edited('quiero una camiseta azul, por favor')).toEqual(['camiseta', 'azul'])
  expect(edited('quiero una cama azul, por favor')).toEqual(['cama', 'azul'])
})

test('a mark whose words are deleted goes', () => {
  expect(edited('quiero una azul, por favor')).toEqual(['azul'])
  expect(edited('')).toEqual([])
})

test('words deleted across the edge of a mark shorten it', () => {
  expect(edited('quiero una cam, por favor')).toEqual(['cam'])
  expect(edited('quiero isa azul, por favor')).toEqual(['isa', 'azul'])
})

test('no edit leaves a mark outside its text', () => {
  for (let cut = 0; cut <= TEXT.length; cut += 1) {
    for (const after of [TEXT.slice(0, cut), TEXT.slice(cut), TEXT.slice(0, cut) + 'ñandú' + TEXT.slice(cut)]) {
      let end = 0
      for (const mark of carriedMarks([camisa, azul], TEXT, after)) {
        expect(mark.start).toBeGreaterThanOrEqual(end)
        expect(mark.end).toBeLessThanOrEqual(after.length)
        end = mark.end
      }
    }
  }
})

test('marks follow when the ends of the text are trimmed', () => {
  const sent = trimmedPhrase(`  ${TEXT} `, [{ ...camisa, start: 13, end: 19, value: ' ' }])
  expect(sent).toEqual({ text: TEXT, entities: [{ start: 11, end: 17, entity: 'producto', value: null }] })
})
