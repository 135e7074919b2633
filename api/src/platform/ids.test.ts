import { expect, test } from 'vitest'
import { isId, newId, timeOfId } from './ids.ts'

test('ids sort as they were made, also within one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every(isId)).toBe(true)
})

test('an id carries the time it was given, in order and without moving the present', () => {
  const then = new Date('2024-02-29T12:00:00.000Z')
  const ids = [newId(then), newId(then)]
  expect(timeOfId(ids[0]!)).toEqual(then)
  expect(ids[0]! < ids[1]!).toBe(true)
  newId(new Date('2099-01-01'))
  expect(Math.abs(timeOfId(newId()).getTime() - Date.now())).toBeLessThan(1000)
})

test('an id is of version 7 and of the standard variant', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
