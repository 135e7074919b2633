import { describe, expect, test } from 'vitest'
import type { ReviewQueue_MisunderstoodGroupFragment as Group } from '../contract/graphql.ts'
import { emptyQueue, judge, lastOf, move, received, select, selectedOf, takeBack, type Queue } from './misunderstood-queue.ts'

const group = (id: string, count = 2) =>
  ({ id, count, text: id, misunderstoodIds: Array.from({ length: count }, (_, at) => `${id}${at}`) }) as Group
const queueOf = (...ids: string[]) => received(emptyQueue<unknown>(), ids.map(id => group(id)), ids.length * 2, true)
const ids = (queue: Queue<unknown>) => queue.groups.map(({ id }) => id)
const dismissed = { kind: 'dismissed' as const }

describe('looking', () => {
  test('the heaviest group is looked at first, and moving stops at both ends', () => {
    const queue = queueOf('a', 'b')
    expect(selectedOf(queue)?.id).toBe('a')
    expect(move(queue, -1).selectedId).toBe('a')
    expect(move(move(queue, 1), 1).selectedId).toBe('b')
  })

  test('more of the list comes below, without what is there already', () => {
    const queue = received(move(queueOf('a', 'b'), 1), [group('b'), group('c')], 6, false)
    expect(ids(queue)).toEqual(['a', 'b', 'c'])
    expect(queue.selectedId).toBe('b')
  })

  test('a fresh list replaces the old one, and keeps the place only where the group is still there', () => {
    expect(received(select(queueOf('a', 'b'), 'b'), [group('b')], 2, true).selectedId).toBe('b')
    expect(received(select(queueOf('a', 'b'), 'b'), [group('c')], 2, true).selectedId).toBe('c')
  })
})

describe('judging', () => {
  test('the group leaves, its messages no longer wait, and the next takes its turn', () => {
    const queue = judge(queueOf('a', 'b', 'c'), 1, 'a', dismissed)
    expect(ids(queue)).toEqual(['b', 'c'])
    expect(queue).toMatchObject({ selectedId: 'b', waiting: 4 })
  })

  test('after the last of the list the one before is looked at; after the only one nothing is', () => {
    expect(judge(select(queueOf('a', 'b'), 'b'), 1, 'b', dismissed).selectedId).toBe('a')
    expect(judge(queueOf('a'), 1, 'a', dismissed).selectedId).toBeUndefined()
  })

  test('a group that is no longer there cannot be judged twice', () => {
    const once = judge(queueOf('a', 'b'), 1, 'a', dismissed)
    expect(judge(once, 2, 'a', dismissed)).toBe(once)
  })

  test('what was judged does not come back with a list that was asked for before', () => {
    const queue = judge(queueOf('a', 'b'), 1, 'a', dismissed)
    expect(ids(received(queue, [group('a'), group('b')], 2, true))).toEqual(['b'])
  })

  test('a judged group that grew since comes back', () => {
    const queue = judge(queueOf('a', 'b'), 1, 'a', dismissed)
    expect(ids(received(queue, [group('a', 3), group('b')], 5, true))).toEqual(['a', 'b'])
  })
})

describe('taking back', () => {
  test('the group stands where it stood, and is the one looked at', () => {
    const queue = takeBack(judge(queueOf('a', 'b', 'c'), 7, 'b', dismissed), 7)
    expect(ids(queue)).toEqual(['a', 'b', 'c'])
    expect(queue).toMatchObject({ selectedId: 'b', waiting: 6, judged: [] })
  })

  test('the last judgement is the first to be undone', () => {
    const twice = judge(judge(queueOf('a', 'b', 'c'), 1, 'a', dismissed), 2, 'b', dismissed)
    expect(lastOf(twice)?.key).toBe(2)
    expect(lastOf(takeBack(twice, 2))?.key).toBe(1)
  })

  test('a refusal that comes late does not disturb what was judged after', () => {
    const queue = takeBack(judge(judge(queueOf('a', 'b', 'c'), 1, 'a', dismissed), 2, 'b', dismissed), 1)
    expect(ids(queue)).toEqual(['a', 'c'])
    expect(lastOf(queue)?.key).toBe(2)
  })

  test('in a list that was asked for again it does not stand twice', () => {
    const judged = judge(queueOf('a', 'b'), 1, 'a', dismissed)
    const queue = takeBack({ ...judged, groups: [group('a'), group('b')] }, 1)
    expect(ids(queue)).toEqual(['a', 'b'])
  })

  test('what is not there to be taken back changes nothing', () => {
    const queue = queueOf('a')
    expect(takeBack(queue, 9)).toBe(queue)
  })
})
