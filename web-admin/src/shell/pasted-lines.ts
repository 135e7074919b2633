export interface PastedLines {
  lines: string[]
  /** Lines that were there before, but for accents, case and signs. */
  repeated: number
  tooLong: number
  /** Those beyond what goes at once. */
  leftOut: number
}

/** `1.`, `2)`, `-`, `•`: what a list in a document puts before its lines. */
const BULLET = /^(?:[-*•‣◦–—]|\d{1,3}[.)])\s+/
const QUOTES = /^(["'“”«»‘’])(.*)(["'“”«»‘’])[,;]?$/

const bare = (line: string) => {
  const text = line.replace(/\s+/g, ' ').trim().replace(BULLET, '').trim()
  return (QUOTES.exec(text)?.[2] ?? text).trim()
}

/** By this two lines are the same. */
export const plainOf = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || text

export const isManyLines = (pasted: string) => /\S[^\n]*[\r\n]+\s*\S/.test(pasted)

/** What was pasted, line by line, without the signs that documents put around lines. */
export function linesIn(pasted: string, { most, longest }: { most: number; longest: number }): PastedLines {
  const lines = pasted.split(/[\r\n\u2028\u2029]+/).map(bare).filter(line => line !== '')
  const short = lines.filter(line => line.length <= longest)
  const seen = new Set<string>()
  const distinct = short.filter(line => !seen.has(plainOf(line)) && seen.add(plainOf(line)))
  return {
    lines: distinct.slice(0, most).map(line => line.normalize('NFC')),
    repeated: short.length - distinct.length,
    tooLong: lines.length - short.length,
    leftOut: Math.max(0, distinct.length - most),
  }
}
