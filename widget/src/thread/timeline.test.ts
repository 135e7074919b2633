import { expect, test } from 'vitest'
import { message } from './message.fixture.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import { choicesOf, rowsOf, timelineOf } from './timeline.ts'

const entry = (clientId: string): OutboxEntry =>
  ({ clientId, text: 'hola', files: [], createdAt: '2026-03-02T14:00:00.000Z', attempts: 0, state: 'WAITING' })
const menu = { style: 'MENU' as const, options: [{ id: 'a', title: 'A', description: null }] }
const at = (minute: number) => new Date(2026, 2, 2, 10, minute).toISOString()

test('a message is not shown both as stored and as on its way', () => {
  const stored = message({ author: 'CONTACT', clientId: 'c1' })
  expect(timelineOf([stored], [entry('c1'), entry('c2')]).map(({ key }) => key)).toEqual(['c1', 'c2'])
})

test('it keeps its place on the screen when it is stored', () => {
  const [pending] = timelineOf([], [entry('c1')])
  const [stored] = timelineOf([message({ id: 'server', clientId: 'c1' })], [])
  expect(stored?.key).toBe(pending?.key)
})

test('what one person says in one breath is one group; a pause, a notice or another person ends it', () => {
  const rows = rowsOf(timelineOf([
    message({ position: 1, sentAt: at(0) }),
    message({ position: 2, sentAt: at(2) }),
    message({ position: 3, sentAt: at(9) }),
    message({ position: 4, sentAt: at(9), author: 'SYSTEM', notice: 'CLAIMED' }),
    message({ position: 5, sentAt: at(9), author: 'AGENT', agentName: 'Eva' }),
  ], []))
  expect(rows.map(row => (row.kind === 'group' ? row.messages.length : row.kind))).toEqual(['day', 2, 1, 'notice', 1])
})

test('every day begins with its date', () => {
  const next = new Date(2026, 2, 3, 0, 1).toISOString()
  const rows = rowsOf(timelineOf([message({ position: 1, sentAt: at(59) }), message({ position: 2, sentAt: next })], []))
  expect(rows.map(row => row.kind)).toEqual(['day', 'group', 'day', 'group'])
})

test('only the last menu may be answered, and only until something is answered', () => {
  const asked = message({ position: 1, menu })
  expect(choicesOf(timelineOf([asked], [])).openKey).toBe('m1')
  const answered = message({ position: 2, author: 'CONTACT', clientId: 'c', chosenOptionId: 'a' })
  const { openKey, chosen } = choicesOf(timelineOf([asked, answered], []))
  expect([openKey, chosen.get('m1')]).toEqual([undefined, 'a'])
})

test('a menu is past once a person takes over', () => {
  const claimed = message({ position: 2, author: 'SYSTEM', notice: 'CLAIMED' })
  expect(choicesOf(timelineOf([message({ menu }), claimed], [])).openKey).toBeUndefined()
})
