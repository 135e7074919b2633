// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { createKeymap, SHORTCUTS } from './keymap.ts'

const typed = (keys: string[], pause = 100) => {
  const press = createKeymap()
  return keys.map((key, index) => press(key, 1000 + index * pause)).filter(Boolean)
}

describe('keys', () => {
  test.each(SHORTCUTS)('$keys means $command', ({ keys, command }) => {
    expect(typed(keys.split(' '))).toEqual([command])
  })

  test('g and then a key goes to a view, and does not do what the key does alone', () => {
    expect(typed(['g', 'u'])).toEqual(['view-UNASSIGNED'])
  })

  test('after a pause the g is forgotten', () => {
    expect(typed(['g', 'u'], 2000)).toEqual(['reopen'])
  })

  test('a g that leads nowhere lets the next key count', () => {
    expect(typed(['g', 'j'])).toEqual(['next'])
  })

  test('no two shortcuts share their keys', () => {
    expect(new Set(SHORTCUTS.map(({ keys }) => keys)).size).toBe(SHORTCUTS.length)
  })
})
