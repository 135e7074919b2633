const START_TOKEN = /\[bp-([a-z0-9]{16})\]/
/** What mail programs of our customers put before the subject of an answer or a forwarded mail. */
const PREFIX = /^(?:(?:re|rv|fw|fwd|res|enc|resp|respuesta|resposta|aw|wg|tr|sv|vs|antw|auto|automatic reply|respuesta automática|resposta automática)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]|\[(?:external|externo|ext|spam)\])\s*/i
const FORWARDED = /^(?:fw|fwd|rv|enc|wg|tr)\s*[:：]/i

/**
 * What a subject is about, whichever program repeated it. An answer that has another one than the mail it answers is a new
 * request, whatever its references say: people take an old mail to have the address at hand. A subject that was left out
 * says nothing, and so is none.
 */
export function sameSubject(subject: string): string {
  let rest = subject.normalize('NFKC').slice(0, 1000).replace(START_TOKEN, '').replace(/\s+/g, ' ').trim().toLowerCase()
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(PREFIX, '')
  }
  return rest
}

export const isForwarded = (subject: string): boolean => FORWARDED.test(subject.trim())

/** The token of a link of ours, in what the link wrote into the subject. */
export const startTokenIn = (text: string): string | undefined => START_TOKEN.exec(text)?.[1]
export const withStartToken = (subject: string, token: string): string => `${subject} [bp-${token}]`.trim()
