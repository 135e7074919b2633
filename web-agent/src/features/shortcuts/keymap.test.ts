// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { createKeymap, isTaken, SHORTCUTS } from './keymap.ts'

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

describe('whose stroke it is', () => {
  function strokeIn(html: string, init: KeyboardEventInit = { key: 'c' }) {
    document.body.innerHTML = html
    const target = document.querySelector('[data-target]')!
    let taken = false
    document.addEventListener('keydown', event => { taken = isTaken(event) }, { once: true })
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
    return taken
  }

  test.each([
    ['an input', '<input data-target>'],
    ['a textarea', '<textarea data-target></textarea>'],
    ['editable text', '<p contenteditable="true"><b data-target>x</b></p>'],
    ['an open dialog', '<div role="dialog"><button data-target>x</button></div>'],
    ['an open menu', '<div role="menu"><div role="menuitem" data-target>x</div></div>'],
  ])('%s keeps it', (_where, html) => {
    expect(strokeIn(html)).toBe(true)
  })

  test('a browser shortcut stays one', () => {
    expect(strokeIn('<p data-target>x</p>', { key: 'c', ctrlKey: true })).toBe(true)
  })

  test('Enter on a button presses the button; a letter there belongs to the desk', () => {
    expect(strokeIn('<button data-target>x</button>', { key: 'Enter' })).toBe(true)
    expect(strokeIn('<button data-target>x</button>', { key: 'c' })).toBe(false)
  })
})
