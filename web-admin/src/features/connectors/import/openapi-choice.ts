import type { OpenApiOfferQuery } from '../../../contract/graphql.ts'

export type Offered = OpenApiOfferQuery['openApiOffer']['operations'][number]
export const MOST_AT_ONCE = 100

/** What matches what was typed: each word somewhere in what it is called, where it goes or what it belongs to. */
export function matching(operations: Offered[], term: string): Offered[] {
  const words = term.toLowerCase().split(/\s+/).filter(Boolean)
  return operations.filter(({ ref, name, key, tag, description }) => {
    const text = [ref, name, key, tag ?? '', description].join(' ').toLowerCase()
    return words.every(word => text.includes(word))
  })
}

/** By what they belong to, in the order of the file; those that belong to nothing last. */
export function grouped(operations: Offered[]): { tag: string; operations: Offered[] }[] {
  const tags = [...new Set(operations.map(({ tag }) => tag ?? ''))]
  return tags.toSorted((a, b) => Number(!a) - Number(!b)).map(tag => ({ tag, operations: operations.filter(one => (one.tag ?? '') === tag) }))
}
