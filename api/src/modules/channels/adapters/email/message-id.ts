/** Without its brackets, as it is compared and stored. */
export const bareMessageId = (id: string): string => id.trim().replace(/^<|>$/g, '').trim()

/** All ids of a header, in its order and each once; what is no id is left out. */
export function messageIdsIn(header: string, most: number): string[] {
  const found = new Set<string>()
  for (const word of header.split(/[\s,<>]+/)) {
    if (found.size === most) break
    if (word.length < 998 && /^[^@]+@[^@]+$/.test(word)) found.add(word)
  }
  return [...found]
}
