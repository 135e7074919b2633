/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span { start: number, end: number }

// What a full stop may follow without ending a sentence.
const abbreviations = new Set(`sr sra srta sres dr dra lic licda ing arq prof gral cap av avda ave apdo dpto depto ed
  ee uu etc ej p pp pag pags art arts num núm nro no tel ext fig cap vol st mr mrs ms vs inc ltd co corp jr e.g i.e p.ej a.m p.m`.split(/\s+/))

const ending = /[.!?…]+["»”’)\]]*(?=\s)|\n+/g
const lastWord = /[\p{L}.]+$/u
const beginning = /^\s*["«“‘(¿¡[]*[\p{Lu}\p{N}¿¡«"“\-•]/u

/** The sentences of a text in their order, without the space around them; a line's end ends one too. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(ending)) {
    const end = index + mark.length
    if (!mark.startsWith('\n') && !endsHere(text, index, end, mark)) continue
    add(sentences, text, start, end)
    start = end
  }
  add(sentences, text, start, text.length)
  return sentences
}

function endsHere(text: string, dot: number, end: number, mark: string): boolean {
  if (!beginning.test(text.slice(end, end + 8))) return false
  if (!mark.startsWith('.')) return true
  const word = lastWord.exec(text.slice(Math.max(0, dot - 12), dot))?.[0].toLowerCase()
  // A single letter is an initial.
  return !word || (word.length > 1 && !abbreviations.has(word))
}

function add(sentences: Span[], text: string, start: number, end: number): void {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  if (end > start) sentences.push({ start, end })
}
