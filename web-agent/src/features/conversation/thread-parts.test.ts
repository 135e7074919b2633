import { expect, test } from 'vitest'
import { memberOf, messageOf } from '../../live/fixtures.ts'
import { choices } from './choice.ts'
import es from './messages.es.ts'
import { noticeKey } from './notice.ts'
import { tickOf } from './tick.ts'
import { problemOf } from './useUploads.ts'
import { firstUnread } from './useUnreadMark.ts'

const menu = {
  __typename: 'Menu' as const, style: 'MENU' as const,
  options: ['a', 'b'].map(id => ({ __typename: 'MenuOption' as const, id, title: id, description: null })),
}
const menuMessage = (over = {}) => messageOf({ id: 'menu', author: 'BOT', menu, ...over })

test.each([
  ['QUEUED', 'waiting'], ['SENDING', 'waiting'], ['SENT', 'sent'], ['DELIVERED', 'delivered'], ['READ', 'read'],
  ['FAILED', 'failed'], ['UNKNOWN', 'unknown'],
] as const)('a reply that is %s shows %s', (status, tick) => {
  expect(tickOf(messageOf({ author: 'AGENT', status }))).toBe(tick)
})

test('what the contact never gets has no ticks', () => {
  expect(tickOf(messageOf({ author: 'AGENT', visibility: 'INTERNAL' }))).toBeNull()
  expect(tickOf(messageOf({ author: 'CONTACT' }))).toBeNull()
})

test('the choice is marked whether the menu or the answer tells it', () => {
  expect(choices([menuMessage({ chosenOptionId: 'b' })]).get('menu')).toBe('b')
  expect(choices([menuMessage(), messageOf({ chosenOptionId: 'a' })]).get('menu')).toBe('a')
})

test('an answer to a later menu marks nothing in the earlier one', () => {
  const later = menuMessage({ id: 'later' })
  const chosen = choices([menuMessage(), messageOf({ id: 'x' }), later, messageOf({ id: 'y', chosenOptionId: 'a' })])
  expect([...chosen]).toEqual([['later', 'a']])
})

const members = [null, memberOf('me'), memberOf('ada')]
const notices = (['HANDED_TO_QUEUE', 'CLAIMED', 'ASSIGNED', 'RETURNED_TO_BOT', 'RETURNED_TO_QUEUE', 'CLOSED', 'REOPENED', 'ARRIVED'] as const)
  .flatMap(notice => members.flatMap(member => members.map(noticeMember => ({ notice, member, noticeMember }))))

test.each(['OPTED_OUT', 'OPTED_IN'] as const)('of %s, which nobody here did, it is told without a name', notice => {
  expect(noticeKey({ notice, member: null, noticeMember: null }, 'me') in es.notice).toBe(true)
})

test('there are words for every notice, whoever did it to whomever', () => {
  expect(notices.map(notice => noticeKey(notice, 'me')).filter(key => !(key in es.notice))).toEqual([])
})

test('that conversations went back to the queue is told of the one who had them, whoever caused it', () => {
  const keyFor = (had: string) => noticeKey({ notice: 'RETURNED_TO_QUEUE', member: memberOf('boss'), noticeMember: memberOf(had) }, 'me')
  expect([keyFor('ada'), keyFor('me')]).toEqual(['RETURNED_TO_QUEUE', 'RETURNED_TO_QUEUEFromMe'])
})

test('the unread ones begin with the first of the contact’s last messages, whatever stands between', () => {
  const messages = ['a', 'b', 'c'].map(id => messageOf({ id })).toSpliced(2, 0, messageOf({ id: 'x', author: 'BOT' }))
  expect([firstUnread(messages, 2), firstUnread(messages, 0), firstUnread(messages, 9)]).toEqual(['b', null, null])
})

test.each([
  ['image/png', 1, null], ['application/pdf', 10 * 1024 * 1024, null], ['application/pdf', 10 * 1024 * 1024 + 1, 'TOO_LARGE'],
  ['application/zip', 1, 'WRONG_KIND'], ['', 1, 'WRONG_KIND'],
])('a file of kind “%s” with %i bytes: %s', (type, size, problem) => {
  expect(problemOf({ type, size })).toBe(problem)
})
