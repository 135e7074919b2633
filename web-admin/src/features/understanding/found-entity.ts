import type { Mark } from './marks.ts'

interface Found { entity: string; start: number; end: number; text: string; value: unknown; confidence: number }

/** A value in words: what a recogniser finds is a structure, and its parts say what it is. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value).filter(([, part]) => part !== null && part !== '').map(([key, part]) => `${key}: ${valueWords(part)}`).join(' · ')
}

/** What can be drawn into the text: of entities that lie over each other the surest, then the longest. */
export function marksOf(found: readonly Found[]): Mark[] {
  const taken: Mark[] = []
  const surest = found.toSorted((one, other) => other.confidence - one.confidence || (other.end - other.start) - (one.end - one.start))
  for (const { start, end, entity } of surest) {
    if (start < end && taken.every(mark => end <= mark.start || start >= mark.end)) taken.push({ start, end, entity })
  }
  return taken.toSorted((one, other) => one.start - other.start)
}
