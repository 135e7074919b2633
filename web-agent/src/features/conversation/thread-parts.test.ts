import { expect, test } from 'vitest'
import { messageOf } from '../../live/fixtures.ts'
import { choices } from './choice.ts'
import { tickOf } from './tick.ts'

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
