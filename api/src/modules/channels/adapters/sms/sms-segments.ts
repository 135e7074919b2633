/** How a text travels as SMS, by 3GPP 23.038 and 23.040. */
export interface SmsSize {
  encoding: 'GSM-7' | 'UCS-2'
  /** Septets, or units of 16 bits. */
  units: number
  /** What is sent, and charged. */
  segments: number
  /** Characters for which the 7-bit alphabet has no place, each once: without them the text would be cheaper. */
  forcing: readonly string[]
}

const ALPHABET = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
/** Reached by an escape, so they take two places. */
const EXTENSION = new Set('\f^{}\\[~]|€')

// A message is 140 octets; where it is one of several, six of them say which one.
const PLACES = { 'GSM-7': { alone: 160, joined: 153 }, 'UCS-2': { alone: 70, joined: 67 } } as const

export function smsSize(text: string): SmsSize {
  const characters = [...text]
  const forcing = [...new Set(characters.filter(character => !ALPHABET.has(character) && !EXTENSION.has(character)))]
  const encoding = forcing.length > 0 ? 'UCS-2' : 'GSM-7'
  const widths = characters.map(encoding === 'UCS-2' ? character => character.length : character => (EXTENSION.has(character) ? 2 : 1))
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { alone, joined } = PLACES[encoding]
  return { encoding, units, segments: units <= alone ? Math.min(units, 1) : segmentsOf(widths, joined), forcing }
}

/** A character of two places is never parted: where only one is left it begins the next segment. */
function segmentsOf(widths: readonly number[], places: number): number {
  let segments = 1
  let used = 0
  for (const width of widths) {
    if (used + width > places) {
      segments++
      used = 0
    }
    used += width
  }
  return segments
}
