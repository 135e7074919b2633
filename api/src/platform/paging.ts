import { BadInput } from './errors.ts'
import { isId } from './ids.ts'

export interface PageArgs {
  first: number
  after?: string | null
}

export interface Page<Node> {
  edges: { cursor: string; node: Node }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor?: string; endCursor?: string }
}

/** The sort key of a row, last its id; what the next page begins behind. */
export type PageKey = (string | number)[]

const LONGEST = 100

export const encodePageKey = (key: PageKey): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** A key of as many parts as `like`, each of the same type; a list refuses the cursors of another. */
export function decodePageKey<Key extends PageKey>(cursor: string, like: Key): Key {
  const key = parse(cursor)
  const fits = Array.isArray(key) && key.length === like.length
    && key.every((part, i) => typeof part === typeof like[i])
  if (!fits || (typeof key.at(-1) === 'string' && !isId(key.at(-1)))) throw new BadInput('after')
  return key as Key
}

type TimeKey = [time: string, id: string]

// Above every row, so that the first page needs no statement of its own.
const NEWEST: TimeKey = ['9999-01-01T00:00:00.000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff']

/** What a page begins behind, in a list that has the newest first. */
export function timeKeyOf({ after }: Pick<PageArgs, 'after'>): TimeKey {
  if (!after) return NEWEST
  const [time, id] = decodePageKey(after, ['', ''] as TimeKey)
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time) || Number.isNaN(Date.parse(time))) throw new BadInput('after')
  return [time, id]
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw new BadInput('after')
  }
}

/** How many rows to ask for: one more than the page holds, which tells whether another follows. */
export function rowsFor({ first }: PageArgs): number {
  const fits = Number.isInteger(first) && first >= 1 && first <= LONGEST
  if (!fits) throw new BadInput('first', `Ask for 1 to ${LONGEST}.`)
  return first + 1
}

/** A page of the rows that were read with `rowsFor`. */
export function pageOf<Node>(
  rows: Node[], { first, after }: PageArgs, keyOf: (row: Node) => PageKey,
): Page<Node> {
  // Cursors are made when they are asked for: most screens want the last one only.
  const edges = rows.slice(0, first).map(node => ({ node, get cursor() { return encodePageKey(keyOf(node)) } }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first, hasPreviousPage: Boolean(after),
      get startCursor() { return edges[0]?.cursor },
      get endCursor() { return edges.at(-1)?.cursor },
    },
  }
}

/** A text as part of a LIKE pattern: what people type has no wildcards. */
export const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
