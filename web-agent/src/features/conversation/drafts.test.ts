// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { createDrafts, EMPTY_DRAFT } from './drafts.ts'

let time = Date.UTC(2026, 10, 23)
const drafts = (owner = 'me') => createDrafts({ owner, shelf: localStorage, now: () => time })
beforeEach(() => localStorage.clear())

test('a draft survives a reload, for its own conversation', () => {
  drafts().save('k1', { ...EMPTY_DRAFT, mode: 'NOTE', note: 'llamar' })
  expect(drafts().load('k1')).toEqual({ mode: 'NOTE', reply: '', note: 'llamar', attachments: [] })
  expect(drafts().load('k2')).toEqual(EMPTY_DRAFT)
})

test('an emptied draft leaves nothing behind', () => {
  drafts().save('k1', { ...EMPTY_DRAFT, reply: 'Hola' })
  drafts().save('k1', { ...EMPTY_DRAFT, reply: '  ' })
  expect([drafts().has('k1'), localStorage.length]).toEqual([false, 0])
})

test('a colleague on the same computer does not see it', () => {
  drafts().save('k1', { ...EMPTY_DRAFT, reply: 'Hola' })
  expect(drafts('ada').load('k1')).toEqual(EMPTY_DRAFT)
})

test('after a month it is forgotten', () => {
  drafts().save('k1', { ...EMPTY_DRAFT, reply: 'Hola' })
  time += 31 * 86_400_000
  expect(drafts().has('k1')).toBe(false)
})
