/** An entity in a text. Offsets count UTF-16 units from 0; `end` is the first after it. */
export interface Mark { start: number; end: number; entity: string; value?: string | null }
export interface Span { start: number; end: number }
export interface Segment { start: number; text: string; mark?: Mark }

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end
const inOrder = (marks: Mark[]) => marks.toSorted((one, other) => one.start - other.start)
const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** The text in pieces, marked and unmarked, from its beginning to its end. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const mark of inOrder([...marks])) {
    if (mark.start > at) segments.push({ start: at, text: text.slice(at, mark.start) })
    segments.push({ start: mark.start, text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  if (at < text.length) segments.push({ start: at, text: text.slice(at) })
  return segments
}

/**
 * What somebody meant to select: without spaces and signs at the ends, and never half a word. Nothing where no letter
 * is left.
 */
export function wholeWords(text: string, { start, end }: Span): Span | undefined {
  const span = { start: Math.max(0, Math.min(start, end)), end: Math.min(text.length, Math.max(start, end)) }
  while (span.start < span.end && !isWord(text[span.start])) span.start += 1
  while (span.end > span.start && !isWord(text[span.end - 1])) span.end -= 1
  if (span.start === span.end) return undefined
  while (isWord(text[span.start - 1])) span.start -= 1
  while (isWord(text[span.end])) span.end += 1
  return span
}

/** The new mark takes the place of those that it touches. */
export const withMark = (marks: readonly Mark[], mark: Mark): Mark[] =>
  inOrder([...marks.filter(other => !overlaps(other, mark)), mark])

export const withoutMark = (marks: readonly Mark[], { start }: Pick<Mark, 'start'>): Mark[] =>
  marks.filter(mark => mark.start !== start)

/** What is the same at both ends of two texts; what lies between was replaced. */
function changeBetween(before: string, after: string) {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { start: head, end: before.length - tail, grown: after.length - before.length }
}

function carried(mark: Mark, { start, end, grown }: Span & { grown: number }): Mark {
  if (end <= mark.start) return { ...mark, start: mark.start + grown, end: mark.end + grown }
  if (start >= mark.end) return mark
  const endsInside = end > mark.end
  return {
    ...mark,
    start: start < mark.start ? end + grown : mark.start,
    end: endsInside ? start : mark.end + grown,
  }
}

/**
 * Marks after their text was edited: they move along, grow and shrink with what is typed inside them, and go when
 * nothing of them is left.
 */
export function carriedMarks(marks: readonly Mark[], before: string, after: string): Mark[] {
  const change = changeBetween(before, after)
  return marks.map(mark => carried(mark, change))
    .filter(({ start, end }) => start < end && after.slice(start, end).trim() !== '')
}

/** Marks of a text whose ends are trimmed before it is sent. */
export function trimmedPhrase(text: string, marks: readonly Mark[]): { text: string; entities: Mark[] } {
  const trimmed = text.trim()
  const before = text.length - text.trimStart().length
  const entities = marks.map(({ start, end, entity, value }) => ({
    start: Math.max(0, start - before), end: Math.min(trimmed.length, end - before), entity, value: value?.trim() || null,
  }))
  return { text: trimmed, entities: entities.filter(({ start, end }) => start < end) }
}
