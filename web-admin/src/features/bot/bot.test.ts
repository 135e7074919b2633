import { expect, test } from 'vitest'
import { inputOf, isComplete, moved, refusedOption, type BotDraft, type OptionDraft } from './bot.ts'

const option = (own: Partial<OptionDraft>): OptionDraft => ({ id: 'a', title: 'A', answer: 'x', action: 'ANSWER', ...own })

test('an option that does something travels without the answer that was typed before', () => {
  const texts = [{ language: 'ES' as const, menuText: ' Menú ', notUnderstood: '?', options: [option({ action: 'OPENING_HOURS' })] }]
  expect(inputOf({ version: 2, idleHours: 24, texts }).texts[0]).toMatchObject({ menuText: 'Menú', options: [{ id: 'a', answer: null }] })
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

test('the option that was refused for its id is named by its title and language', () => {
  const texts = (['ES', 'EN'] as const).map(language => ({ language, menuText: 'M', notUnderstood: '?', options: [option({}), option({ id: 'person', title: ` ${language} ` })] }))
  const draft: BotDraft = { version: 1, idleHours: 24, texts }
  expect(refusedOption('texts.1.options.1.id', draft)).toEqual({ title: 'EN', language: 'EN' })
  expect(refusedOption('texts.1.options.1.title', draft)).toBeUndefined()
  expect(refusedOption('texts.2.options.0.id', draft)).toBeUndefined()
})
