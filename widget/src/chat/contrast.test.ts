import { expect, test } from 'vitest'
import { colorOr, contrast, readableOn, textOn } from './contrast.ts'

test.each([['#000000', '#ffffff'], ['#ffffff', '#000000'], ['#3f3cbb', '#ffffff'], ['#ffd400', '#000000'], ['#00a86b', '#000000']])(
  'text on %s is %s', (color, text) => expect(textOn(color)).toBe(text))

test('on any colour, black or white can be read', () => {
  for (let i = 0; i < 4096; i++) {
    const color = `#${[...i.toString(16).padStart(3, '0')].map(digit => digit + digit).join('')}`
    expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4.5)
    for (const surface of ['#ffffff', '#27272a']) expect(contrast(readableOn(surface, color), surface)).toBeGreaterThanOrEqual(4.5)
  }
})

test('a colour that reads well is left as it is', () => expect(readableOn('#ffffff', '#3f3cbb')).toBe('#3f3cbb'))

test('what is no colour never reaches the stylesheet', () => {
  for (const nonsense of [undefined, '', 'red', '#fff', '#3f3cbb;x:y']) expect(colorOr(nonsense)).toBe('#3f3cbb')
})
