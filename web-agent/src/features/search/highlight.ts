export interface Part { text: string; isHit: boolean }

/** One letter for one letter, so that places in the plain text are places in the written one. */
const plain = (text: string) => [...text].map(letter => letter.normalize('NFD')[0]!.toLowerCase()).join('')

function firstHit(text: string, words: string[], from: number) {
  return words
    .map(word => ({ at: text.indexOf(word, from), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.length - a.length)[0]
}

/** The text cut where the searched words stand, without regard to accents and case. */
export function highlight(text: string, searched: string): Part[] {
  const letters = [...text]
  const words = plain(searched).split(/\s+/).filter(Boolean)
  const searchable = plain(text)
  const parts: Part[] = []
  const add = (from: number, to: number, isHit: boolean) => { if (to > from) parts.push({ text: letters.slice(from, to).join(''), isHit }) }
  let at = 0
  for (let hit = firstHit(searchable, words, 0); hit; hit = firstHit(searchable, words, at)) {
    add(at, hit.at, false)
    at = hit.at + hit.length
    add(hit.at, at, true)
  }
  add(at, letters.length, false)
  return parts
}

/** The neighbourhood of the first hit, so that it is seen in one line. */
export function excerpt(text: string, searched: string, before = 24): string {
  const [first, second] = highlight(text, searched)
  if (!first || first.isHit || !second) return text
  if (first.text.length <= before) return text
  const lead = first.text.slice(-before)
  return `…${lead.slice(lead.indexOf(' ') + 1)}${text.slice(first.text.length)}`
}
