import type { ParsedMail } from 'mailparser'

/**
 * Mails say wrongly in which letters they are written: as UTF-8 what is Latin, or as Latin what is UTF-8. The first shows by
 * letters that could not be read, the second by what is valid UTF-8 once its letters are taken for bytes again.
 */
export async function repaired(raw: Buffer, parse: (raw: Buffer) => Promise<ParsedMail>): Promise<ParsedMail> {
  const mail = await parse(raw)
  const isUnread = [mail.text, mail.html || ''].some(text => text?.includes('\ufffd'))
  const read = isUnread ? await parse(asLatin(raw)) : mail
  return { ...mail, text: read.text === undefined ? undefined : unmixed(read.text), html: read.html ? unmixed(read.html) : read.html } as ParsedMail
}

/** Of the same length in bytes or not: only text is taken from what is parsed of it. */
const asLatin = (raw: Buffer) => Buffer.from(raw.toString('latin1').replace(/charset\s*=\s*"?(?:utf-?8|us-ascii)"?/gi, 'charset=windows-1252'), 'latin1')

// What the bytes 0x80 to 0x9f are in Windows' Latin, in their order; the five that are nothing stay as they are.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = new Map([...WINDOWS].map((letter, at) => [letter.charCodeAt(0), 0x80 + at]))

/** UTF-8 that was read as Latin. Anything else stays. */
function unmixed(text: string): string {
  if (!/[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text
  const bytes = Buffer.alloc(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = byteOf.get(code) ?? code
    if (byte > 0xff) return text
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}
