import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarks, type Mark, type MarkFault } from './slot-mark.ts'

function read(text: string, ...entities: Mark[]) {
  const faults: MarkFault[] = []
  const { spans, pieces } = readMarks({ text, entities }, 'es', (_, reason) => faults.push(reason))
  return { faults, marked: spans.map(({ first, last }) => text.slice(pieces[first]!.start, pieces[last]!.end)) }
}

const mark = (start: number, end: number): Mark => ({ start, end, entity: 'x' })

describe('a mark', () => {
  test('loses the blanks at its borders', () => {
    expect(read('el viernes próximo', mark(2, 11))).toEqual({ faults: [], marked: ['viernes'] })
  })

  test('may end between digits and letters', () => {
    expect(read('a las 7pm', mark(6, 7))).toEqual({ faults: [], marked: ['7'] })
  })

  test('that splits a word is a problem', () => {
    expect(read('el teléfono', mark(9, 11)).faults).toEqual(['splits a word'])
  })

  test('outside the text, or of a number that is none, is a problem', () => {
    expect(read('hola', mark(2, 9), mark(-1, 2), mark(Number.NaN, 2), mark(0.5, 2)).faults).toEqual(Array(4).fill('outside the text'))
  })

  test('of nothing is a problem', () => {
    expect(read('a  b', mark(1, 3), mark(1, 1), mark(3, 1)).faults).toEqual(['empty', 'empty', 'empty'])
  })

  test('that overlaps a longer one is a problem; the longer one stays', () => {
    expect(read('mis últimos correos', mark(4, 11), mark(0, 11))).toEqual({ faults: ['overlaps another'], marked: ['mis últimos'] })
  })

  test('of any offsets in any text is either read or told', () => {
    const marks = fc.array(fc.record({ start: fc.integer({ min: -3, max: 20 }), end: fc.integer({ min: -3, max: 20 }), entity: fc.constant('x') }))
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), marks, (text, entities) => {
      const { faults, marked } = read(text, ...entities)
      expect(faults.length + marked.length).toBe(entities.length)
    }))
  })
})
