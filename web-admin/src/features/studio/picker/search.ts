export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether every word that was typed stands somewhere in a text, however it is accented. */
export function holds(text: string, typed: string): boolean {
  const there = plain(text)
  return plain(typed).split(/\s+/).filter(Boolean).every(word => there.includes(word))
}

/** Every text of a part of a document, without the names that they go by. */
export function stringsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (typeof part !== 'object' || part === null) return []
  return Object.values(part).flatMap(stringsIn)
}
