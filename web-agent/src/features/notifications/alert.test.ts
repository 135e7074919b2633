import { expect, test } from 'vitest'
import type { Change } from '../../live/desk.ts'
import { conversationOf, memberOf, messageOf } from '../../live/fixtures.ts'
import { alertFor } from './alert.ts'

const since = '2026-11-23T13:00:00.000Z'
const alert = (change: Partial<Change> & Pick<Change, 'after'>, lookingAt: string | null = null) =>
  alertFor({ kind: 'CONVERSATION_CHANGED', ...change }, { memberId: 'me', lookingAt, since })?.kind ?? null
const mine = conversationOf({ owner: 'AGENT', assignee: memberOf('me') })
const withBot = conversationOf({ owner: 'BOT', queuedAt: null })

test('my customer writing is told, unless I am looking', () => {
  const change = { kind: 'MESSAGE_ADDED' as const, after: mine, message: messageOf() }
  expect([alert(change), alert(change, 'k1')]).toEqual(['MESSAGE', null])
})

test('what I write myself, or a colleague’s customer writes, is not', () => {
  expect(alert({ kind: 'MESSAGE_ADDED', after: mine, message: messageOf({ author: 'AGENT' }) })).toBeNull()
  expect(alert({ kind: 'MESSAGE_ADDED', after: conversationOf({ owner: 'AGENT', assignee: memberOf('ada') }), message: messageOf() })).toBeNull()
})

test('somebody who begins to wait is told once', () => {
  expect(alert({ before: withBot, after: conversationOf() })).toBe('QUEUED')
  expect(alert({ before: conversationOf(), after: conversationOf({ version: 2, unreadCount: 3 }) })).toBeNull()
})

test('who waited before I came is no news', () => {
  expect(alert({ after: conversationOf({ queuedAt: '2026-11-23T12:00:00.000Z' }) })).toBeNull()
  expect(alert({ after: conversationOf() })).toBe('QUEUED')
})
