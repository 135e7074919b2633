const BASIC = /^[\n\r !-#%-?A-Z_a-z@$£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà]$/
const ESCAPED = /^[\f^{}\\[\]~|€]$/

/** What the network makes of a text, and what is charged for: written into messages of 140 octets, six of them a header where there are several. */
export function chargedSegments(text: string): number {
  const characters = [...text]
  const isSevenBit = characters.every(character => BASIC.test(character) || ESCAPED.test(character))
  const bitsOf = (character: string) => (isSevenBit ? (ESCAPED.test(character) ? 14 : 7) : 16 * character.length)
  if (characters.reduce((bits, character) => bits + bitsOf(character), 0) <= 140 * 8) return 1
  // A septet may not lie across the header, which takes 7 of them.
  const room = isSevenBit ? 153 * 7 : 134 * 8
  return characters.reduce(({ count, used }, character) => {
    const bits = bitsOf(character)
    return used + bits > room ? { count: count + 1, used: bits } : { count, used: used + bits }
  }, { count: 1, used: 0 }).count
}
