import { expect, test } from 'vitest'
import { inputOf, isComplete, moved, type OptionDraft } from './bot.ts'

const option = (own: Partial<OptionDraft>): OptionDraft => ({ id: 'a', title: 'A', answer: 'x', action: 'ANSWER', ...own })

test('an option that does something travels without the answer that was typed before', () => {
  const texts = [{ language: 'ES' as const, menuText: ' Menú ', notUnderstood: '?', options: [option({ action: 'OPENING_HOURS' })] }]
  expect(inputOf({ version: 2, texts }).texts[0]).toMatchObject({ menuText: 'Menú', options: [{ id: 'a', answer: null }] })
})

test('an option that answers needs its answer, the others do not', () => {
  const texts = { language: 'ES' as const, menuText: 'M', notUnderstood: '?' }
  expect(isComplete({ ...texts, options: [option({ answer: ' ' })] })).toBe(false)
  expect(isComplete({ ...texts, options: [option({ answer: '', action: 'TALK_TO_A_PERSON' })] })).toBe(true)
})

test('an option cannot be moved out of the list', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
})
