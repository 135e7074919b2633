import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { smsSize } from './sms-segments.ts'

/** The same said differently: the text is written into segments of octets' worth of places, by a table of code points. */
function reference(text: string): { encoding: string; segments: number } {
  const two = /^[\f^{}\\[\]~|€]$/
  const one = /^[\n\r !-#%-?A-Z_a-z@$£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà]$/
  const isGsm = [...text].every(character => one.test(character) || two.test(character))
  const cells = [...text].map(character => (isGsm ? (two.test(character) ? 'ee' : 'c') : 'u'.repeat(character.length)))
  const whole = cells.join('').length
  if (whole <= (isGsm ? 160 : 70)) return { encoding: isGsm ? 'GSM-7' : 'UCS-2', segments: whole === 0 ? 0 : 1 }
  const written = cells.reduce<string[]>((segments, cell) => {
    const last = segments.at(-1)!
    return last.length + cell.length > (isGsm ? 153 : 67) ? [...segments, cell] : [...segments.slice(0, -1), last + cell]
  }, [''])
  return { encoding: isGsm ? 'GSM-7' : 'UCS-2', segments: written.length }
}

const letters = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'abc XYZ 019 éñÑü¿¡àÇ@\n') },
  { weight: 3, arbitrary: fc.constantFrom(...'^{}\\[~]|€') },
)
const gsm = fc.array(letters, { maxLength: 700 }).map(list => list.join(''))
const anything = fc.array(fc.oneof(letters, fc.constantFrom('á', 'í', '“', '—', '🙂', '👩‍👩‍👧')), { maxLength: 400 }).map(list => list.join(''))

describe('The size of an SMS', () => {
  it.each([
    ['', 0], ['a'.repeat(160), 1], ['a'.repeat(161), 2], ['a'.repeat(306), 2], ['a'.repeat(307), 3],
    ['€'.repeat(80), 1], [`${'€'.repeat(80)}a`, 2], ['ñ'.repeat(160), 1], ['á'.repeat(70), 1], ['á'.repeat(71), 2], ['á'.repeat(134), 2], ['á'.repeat(135), 3],
  ])('is that of the standard at its limits (%#)', (text, segments) => expect(smsSize(text).segments).toBe(segments))

  it('does not part an extension character: one place stays empty', () => {
    expect(smsSize(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({ units: 305, segments: 2 })
    expect(smsSize(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, segments: 3 })
  })

  it('does not part a pair of surrogates', () => {
    expect(smsSize(`${'á'.repeat(66)}🙂${'á'.repeat(66)}`)).toMatchObject({ units: 134, segments: 3 })
  })

  it('tells which characters make it dear, each once', () => {
    expect(smsSize('Aquí está “así” 🙂').forcing).toEqual(['í', 'á', '“', '”', '🙂'])
    expect(smsSize('¿Señor Núñez?').forcing).toEqual(['ú'])
    expect(smsSize('¡Qué ñandú!'.replace('ú', 'u')).encoding).toBe('GSM-7')
  })

  it('is what an independent count says', () => {
    fc.assert(fc.property(fc.oneof(gsm, anything), text => {
      const { encoding, segments } = smsSize(text)
      expect({ encoding, segments }).toEqual(reference(text))
    }), { numRuns: 3000 })
  })

  it('is what the calculator of Twilio says, which differs only where it keeps joined emoji together', () => {
    const simple = fc.array(fc.oneof(letters.filter(letter => letter !== '\n'), fc.constantFrom('á', 'í', '“', '—', '🙂')), { minLength: 1, maxLength: 400 })
    fc.assert(fc.property(simple, list => {
      const text = list.join('')
      const theirs = new SegmentedMessage(text)
      expect(smsSize(text)).toMatchObject({ encoding: theirs.encodingName, segments: theirs.segmentsCount })
    }), { numRuns: 1000 })
  })
})
