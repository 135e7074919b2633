export interface TextPart { text: string; href?: string }

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi
const TAIL = /[.,;:!?'"»”’*_…]+$/

/** Closing brackets belong to the sentence unless the address opened them. */
function trimmed(match: string): string {
  const bare = match.replace(TAIL, '')
  const opens = bare.split('(').length
  const isUnbalanced = bare.endsWith(')') && bare.split(')').length > opens
  const shorter = isUnbalanced || bare.endsWith(']') ? bare.slice(0, -1) : bare
  return shorter === match ? match : trimmed(shorter)
}

const hrefOf = (link: string) => {
  if (/^https?:/i.test(link)) return link
  return link.includes('@') && !/^www\./i.test(link) ? `mailto:${link}` : `https://${link}`
}

/** Cuts a text at its links. Nothing else in it means anything: it is shown as it was typed. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: match, index } of text.matchAll(LINK)) {
    const link = trimmed(match)
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push({ text: link, href: hrefOf(link) })
    end = index + link.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
