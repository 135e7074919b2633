import { expect, test } from 'vitest'
import { accessTo, type Access, type Person } from './access.ts'
import { conversationOf, memberOf } from './fixtures.ts'

const agent: Person = { memberId: 'me', role: 'AGENT' }
const supervisor: Person = { memberId: 'me', role: 'SUPERVISOR' }
const mine = conversationOf({ owner: 'AGENT', assignee: memberOf('me') })
const adas = conversationOf({ owner: 'AGENT', assignee: memberOf('ada') })
const waiting = conversationOf()
const withBot = conversationOf({ owner: 'BOT' })
const closed = conversationOf({ ...mine, status: 'CLOSED' })
const allowed = (access: Access) => Object.entries(access).filter(([name, may]) => may && name !== 'isMine').map(([name]) => name.slice(3)).join(' ')

test.each([
  ['an agent, of hers', mine, agent, 'Assign HandBack Close Reply Note'],
  ['an agent, of a colleague’s', adas, agent, 'Note'],
  ['an agent, of one that waits', waiting, agent, 'Claim Assign HandBack Close Note'],
  ['an agent, of one with the bot', withBot, agent, 'Claim Assign Close Note'],
  ['an agent, of a closed one', closed, agent, 'Reopen Note'],
  ['a supervisor, of a colleague’s', adas, supervisor, 'TakeOver Assign HandBack Close Note'],
  ['an agent whose company’s service stands still, of hers', mine, { ...agent, isReadOnly: true }, ''],
  ['support, of any', waiting, { memberId: null, role: 'SUPPORT' } as Person, ''],
])('what is offered to %s', (_who, conversation, person, expected) => {
  expect(allowed(accessTo(conversation, person))).toBe(expected)
})
