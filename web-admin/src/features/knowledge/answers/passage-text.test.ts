import { describe, expect, test } from 'vitest'
import { excerptOf, piecesOf } from './passage-text.ts'

const text = 'Abrimos de lunes a viernes. El horario es de 9 a 6. Los domingos no.'
const sentence = { start: 28, end: 51 }
const words = [{ start: 31, end: 38 }]

describe('pieces', () => {
  test('they are the passage, letter by letter', () => {
    expect(piecesOf(text, sentence, words).map(piece => piece.text).join('')).toBe(text)
  })

  test('a word within the sentence is both', () => {
    expect(piecesOf(text, sentence, words).find(({ isWord }) => isWord)).toEqual({ start: 31, text: 'horario', isSentence: true, isWord: true })
    expect(piecesOf(text, sentence, words).filter(({ isSentence }) => isSentence).map(piece => piece.text).join('')).toBe('El horario es de 9 a 6.')
  })

  test('a span that reaches beyond the text breaks nothing', () => {
    expect(piecesOf('corto', { start: 0, end: 99 }, [])).toEqual([{ start: 0, text: 'corto', isSentence: true, isWord: false }])
  })

  test('without a sentence nothing stands out', () => {
    expect(piecesOf(text, { start: 0, end: 0 }, []).some(({ isSentence }) => isSentence)).toBe(false)
  })
})

describe('the excerpt', () => {
  test('a short passage is shown whole', () => {
    expect(excerptOf(piecesOf(text, sentence, words), sentence).map(piece => piece.text).join('')).toBe(text)
  })

  test('of a long one the sentence stays whole, between ellipses', () => {
    const long = `${'antes '.repeat(100)}${text}${' después'.repeat(100)}`
    const moved = { start: sentence.start + 600, end: sentence.end + 600 }
    const shown = excerptOf(piecesOf(long, moved, []), moved).map(piece => piece.text).join('')
    expect(shown).toContain('El horario es de 9 a 6.')
    expect([shown.startsWith('…'), shown.endsWith('…')]).toEqual([true, true])
    expect(shown.length).toBeLessThan(600)
  })
})
