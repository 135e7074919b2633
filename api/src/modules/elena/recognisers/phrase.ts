/** Phrases by their first word, each with the words that follow it and what it stands for; the longest first. */
export type Lexicon<T> = ReadonlyMap<string, readonly { tail: readonly string[]; value: T }[]>

/** Phrases that may stand for one another. */
export type Phrases = Lexicon<true>

/**
 * Lists of phrases with their values: `[['que viene|próximo', 1]]`. Written as tokens are, lower case, without accents,
 * marks set apart by spaces.
 */
export function lexicon<T>(entries: readonly (readonly [list: string, value: T])[]): Lexicon<T> {
  const words = new Map<string, { tail: readonly string[]; value: T }[]>()
  for (const [list, value] of entries) {
    for (const phrase of list.split('|')) {
      const [head, ...tail] = phrase.split(' ') as [string, ...string[]]
      words.set(head, [...(words.get(head) ?? []), { tail, value }].sort((a, b) => b.tail.length - a.tail.length))
    }
  }
  return words
}

/** `que viene|próximo` as phrases. */
export const phrases = (list: string): Phrases => lexicon([[list, true]])

/** Every word with which one of the lists can begin. */
export const openersOf = (...lists: readonly Iterable<string>[]): ReadonlySet<string> => new Set(lists.flatMap(list => [...list]))
