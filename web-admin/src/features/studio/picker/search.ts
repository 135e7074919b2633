export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether every word that was typed stands somewhere in a text, however it is accented. */
export function holds(text: string, typed: string): boolean {
  const there = plain(text)
  return plain(typed).split(/\s+/).filter(Boolean).every(word => there.includes(word))
}
