export interface TextPart { text: string; href?: string }

const LINK = /https?:\/\/[^\s<>"]+/g
const TRAILING = /[.,;:!?)\]}'»”]+$/

/** Addresses within a text. Only http and https become links; punctuation after one is not part of it. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const href = found.replace(TRAILING, '')
    if (index > at) parts.push({ text: text.slice(at, index) })
    parts.push({ text: href, href })
    at = index + href.length
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}
