import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from './split-text.ts'

const bare = (text: string) => text.replace(/\s/g, '')

describe('A text that is too long', () => {
  it('is cut between paragraphs rather than lines, between lines rather than words', () => {
    expect(splitText('Uno dos tres.\n\nCuatro\ncinco seis', 20)).toEqual(['Uno dos tres.', 'Cuatro\ncinco seis'])
    expect(splitText('uno dos\ntres cuatro', 14)).toEqual(['uno dos', 'tres cuatro'])
    expect(splitText('uno dos tres cuatro', 13)).toEqual(['uno dos tres', 'cuatro'])
  })

  it('may end with a full stop at the very limit', () => {
    expect(splitText('Hola, Ana. Adiós', 10)).toEqual(['Hola, Ana.', 'Adiós'])
  })

  it('loses nothing but blanks, keeps to the limit and never breaks a character', () => {
    const unit = fc.oneof(fc.constantFrom(' ', '\n', '\n\n', '. ', '🙂', 'ñ', '€'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }))
    fc.assert(fc.property(fc.array(unit, { maxLength: 80 }), fc.integer({ min: 2, max: 60 }), (units, max) => {
      const text = units.join('')
      const pieces = splitText(text, max)
      expect(bare(pieces.join(''))).toBe(bare(text))
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(max)
        expect(piece).not.toBe('')
        expect(piece.isWellFormed()).toBe(true)
      }
    }), { numRuns: 1000 })
  })
})
