import { expect, test } from 'vitest'
import { newId } from './ids.ts'
import { decodePageKey, encodePageKey, likeText, pageOf, rowsFor } from './paging.ts'

test('a page knows that another follows by the one row too many', () => {
  const page = pageOf([1, 2, 3], { first: 2 }, n => [n])
  expect(page.edges.map(edge => edge.node)).toEqual([1, 2])
  const endCursor = encodePageKey([2])
  expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false, endCursor })
})

test('a page holds between 1 and 100', () => {
  expect([1, 100].map(first => rowsFor({ first }))).toEqual([2, 101])
  for (const first of [0, 101, -1, 1.5]) expect(() => rowsFor({ first })).toThrow(/Ask for 1 to 100/)
})

test('a cursor is refused unless it has the form that the list gives out', () => {
  const id = newId()
  expect(decodePageKey(encodePageKey(['ñandú', id]), ['', ''])).toEqual(['ñandú', id])
  for (const bad of ['', 'x', encodePageKey([1]), encodePageKey(['a', 'b']), encodePageKey([id, 1])]) {
    expect(() => decodePageKey(bad, ['', ''])).toThrow(/after/)
  }
})

test('what people type into a search is no pattern', () => {
  expect(likeText('50%_\\')).toBe('%50\\%\\_\\\\%')
})
