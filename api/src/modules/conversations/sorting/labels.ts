import { InvalidInput } from '../../../platform/refusal.ts'

export const MAX_TAGS = 30
export const MAX_TAG = 60
export const MAX_QUEUE = 120

export interface TagChange {
  add?: readonly string[]
  remove?: readonly string[]
}

const neat = (text: string, most: number) => text.trim().replace(/\s+/g, ' ').slice(0, most).trim()

/** Two that people would read as the same are the same. */
const folded = (tag: string) => tag.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The tags afterwards, in the order in which they came; what was written first is how it is written. */
export function retagged(tags: readonly string[], { add = [], remove = [] }: TagChange): string[] {
  const gone = new Set(remove.map(tag => folded(neat(tag, MAX_TAG))))
  const byName = new Map<string, string>()
  for (const tag of [...tags.filter(tag => !gone.has(folded(tag))), ...add.map(tag => neat(tag, MAX_TAG))]) {
    if (tag && !byName.has(folded(tag))) byName.set(folded(tag), tag)
  }
  return [...byName.values()]
}

/** How a queue is written. Null where nothing is left of it. */
export const queueNamed = (name: string): string | null => neat(name, MAX_QUEUE) || null

/** What a person may not write is said to her; a bot's words are cut instead. */
export function checkedTags({ add = [], remove = [] }: TagChange): TagChange | InvalidInput {
  const all = [...add, ...remove]
  if (add.length + remove.length > MAX_TAGS) return new InvalidInput('add', `At most ${MAX_TAGS} at once.`)
  if (add.some(tag => !tag.trim())) return new InvalidInput('add', 'A tag has at least one letter.')
  if (all.some(tag => tag.trim().length > MAX_TAG)) return new InvalidInput('add', `A tag has at most ${MAX_TAG} characters.`)
  return { add, remove }
}
