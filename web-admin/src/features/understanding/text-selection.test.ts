import { beforeEach, expect, test } from 'vitest'
import { spanIn } from './text-selection.ts'

const piece = (at: number) => document.querySelector(`[data-start="${at}"]`)!.firstChild!
function selected(from: [Node, number], to: [Node, number]) {
  const range = document.createRange()
  range.setStart(...from)
  range.setEnd(...to)
  return spanIn(document.querySelector('p')!, range)
}
beforeEach(() => {
  document.body.innerHTML = '<p><span data-start="0">una </span><b><i data-start="4">camisa</i><small>producto</small></b><span data-start="10"> azul</span></p><p>otra</p>'
})

test('a selection inside one piece counts from the beginning of the phrase', () => {
  expect(selected([piece(10), 1], [piece(10), 5])).toEqual({ start: 11, end: 15 })
})

test('a selection over a mark does not count its label', () => {
  expect(selected([piece(0), 0], [piece(10), 5])).toEqual({ start: 0, end: 15 })
})

test('a selection that goes on beyond the phrase ends with it', () => {
  expect(selected([piece(4), 3], [document.querySelectorAll('p')[1]!.firstChild!, 2])).toEqual({ start: 7, end: 15 })
})

test('nothing of another phrase is selected', () => {
  const other = document.querySelectorAll('p')[1]!.firstChild!
  expect(selected([other, 0], [other, 2])).toBeUndefined()
})
