import { describe, expect, test } from 'vitest'
import { isTaken } from './isTaken.ts'

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

  test('Enter on a button presses the button; a letter there belongs to the screen', () => {
    expect(strokeIn('<button data-target>x</button>', { key: 'Enter' })).toBe(true)
    expect(strokeIn('<button data-target>x</button>', { key: 'c' })).toBe(false)
  })
})
