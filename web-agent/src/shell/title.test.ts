import { expect, test } from 'vitest'
import { knownName, shortId } from './contact-name.ts'
import { withBadge } from './title.ts'

test.each([
  ['Inbox', 3, '(3) Inbox'], ['(3) Inbox', 4, '(4) Inbox'], ['(3) Inbox', 0, 'Inbox'], ['Inbox', 120, '(99+) Inbox'],
  ['(99+) Inbox', 1, '(1) Inbox'],
])('“%s” with %i unread reads “%s”', (title, count, shown) => {
  expect(withBadge(title, count)).toBe(shown)
})

test('a contact is called by the best that is known', () => {
  const nobody = { id: '01a20863-b7af-7354-8fe2-18e3c1d49560', name: null, email: null, phone: null }
  expect(knownName({ ...nobody, email: 'a@b.do', phone: '1' })).toBe('a@b.do')
  expect(knownName(nobody)).toBeNull()
  expect(shortId(nobody.id)).toBe('9560')
})
