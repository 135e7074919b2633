import { describe, expect, test } from 'vitest'
import { wantedBytes } from './file-range.ts'

const file = { size: 10_000, tag: '"one"' }

describe('of a file with 10,000 bytes, as in RFC 9110 §14.1.2', () => {
  test.each([
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-999', { start: 500, end: 999 }],
    ['bytes=-500', { start: 9500, end: 9999 }],
    ['bytes=9500-', { start: 9500, end: 9999 }],
    ['bytes=0-', { start: 0, end: 9999 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=-1', { start: 9999, end: 9999 }],
    ['bytes=9000-20000', { start: 9000, end: 9999 }],
    ['bytes=-20000', { start: 0, end: 9999 }],
    ['Bytes=0-1', { start: 0, end: 1 }],
    ['bytes= 0-999', { start: 0, end: 999 }],
  ])('“%s” is a part', (range, part) => expect(wantedBytes({ range }, file)).toEqual(part))

  test.each(['bytes=10000-', 'bytes=20000-30000', 'bytes=-0'])('“%s” cannot be met', range =>
    expect(wantedBytes({ range }, file)).toBe('NOT_SATISFIABLE'))

  test.each([undefined, '', 'bytes', 'bytes=', 'bytes=a-b', 'bytes=5-2', 'bytes=-', 'lines=0-4', 'bytes=0-0,-1', 'bytes=0-499,500-999'])(
    '“%s” is the whole', range => expect(wantedBytes({ range }, file)).toBe('WHOLE'))

  test('a part of another version is the whole, as is one that a date or a weak tag asks for', () => {
    expect(wantedBytes({ range: 'bytes=0-1', 'if-range': '"one"' }, file)).toEqual({ start: 0, end: 1 })
    for (const other of ['"two"', 'W/"one"', 'Wed, 21 Oct 2015 07:28:00 GMT']) {
      expect(wantedBytes({ range: 'bytes=0-1', 'if-range': other }, file)).toBe('WHOLE')
    }
  })
})
