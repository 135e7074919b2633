/** A run of letters, a run of digits, or one other character that is not space. */
export interface Token {
  type: 'word' | 'digits' | 'mark'
  /** Lower case, without accents; dashes and apostrophes in their plain form. */
  fold: string
  start: number
  end: number
  /** Whether white space stands before it. */
  apart: boolean
}

const LETTER = /[\p{L}\p{M}]/u
const SPACE = /\s/
const ACCENTS = /\p{M}/gu
const PLAIN: Record<string, string> = { '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-', '’': "'", 'ª': 'º', '°': 'º' }

const isDigit = (code: number) => code >= 48 && code <= 57

/** Letters by code unit; a mark of ordinals (ª, º) is none, although Unicode counts it among the letters. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code === 0xaa || code === 0xba) return false
  return LETTER.test(text[at]!)
}

const isSpace = (text: string, at: number) => text.charCodeAt(at) <= 32 || SPACE.test(text[at]!)

/** "MAÑANA" and "manana" are one. Never longer than what was given, nor used to count offsets. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  for (let at = 0; at < lower.length; at++) {
    if (lower.charCodeAt(at) > 127) return lower.normalize('NFD').replace(ACCENTS, '')
  }
  return lower
}

/** Cuts a text into tokens in one pass. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let apart = true
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + 1
    if (isSpace(text, start)) {
      apart = true
      continue
    }
    const type = isDigit(text.charCodeAt(start)) ? 'digits' : isLetter(text, start) ? 'word' : 'mark'
    if (type === 'digits') while (isDigit(text.charCodeAt(end))) end++
    if (type === 'word') while (end < text.length && isLetter(text, end)) end++
    const raw = text.slice(start, end)
    tokens.push({ type, fold: type === 'word' ? fold(raw) : PLAIN[raw] ?? raw, start, end, apart })
    apart = false
  }
  return tokens
}
