import { expect, test } from 'vitest'
import type { Actor, MemberRole } from '../../platform/actor.ts'
import { mayExport, mayReadElena, mayReadMisunderstood, mayReport, mayReview, mayTeach } from './elena.policy.ts'

const as = (role: MemberRole): Actor => ({ kind: 'MEMBER', userId: 'u', memberId: 'm', tenantId: 't', role, sessionId: 's' })
const key = (...scopes: string[]): Actor => ({ kind: 'API_KEY', keyId: 'k', tenantId: 't', scopes })
const support: Actor = { kind: 'SUPPORT', userId: 'u', tenantId: 't', sessionId: 's' }
const RIGHTS = { mayTeach, mayReadElena, mayExport, mayReadMisunderstood, mayReport, mayReview }
const rightsOf = (actor: Actor) => Object.entries(RIGHTS).filter(([, may]) => may(actor)).map(([name]) => name)

test('administrators teach, supervisors judge, analysts read, and agents say what went wrong', () => {
  expect(rightsOf(as('OWNER'))).toEqual(Object.keys(RIGHTS))
  expect(rightsOf(as('ADMIN'))).toEqual(Object.keys(RIGHTS))
  expect(rightsOf(as('SUPERVISOR'))).toEqual(['mayReadElena', 'mayReadMisunderstood', 'mayReport', 'mayReview'])
  expect(rightsOf(as('ANALYST'))).toEqual(['mayReadElena'])
  expect(rightsOf(as('AGENT'))).toEqual(['mayReport'])
})

test('support looks and changes nothing; a key does what its scopes say', () => {
  expect(rightsOf(support)).toEqual(['mayReadElena', 'mayExport', 'mayReadMisunderstood'])
  expect(rightsOf(key('ELENA_READ'))).toEqual(['mayReadElena', 'mayExport', 'mayReadMisunderstood'])
  expect(rightsOf(key('ELENA_WRITE'))).toEqual(['mayTeach', 'mayReadElena'])
  expect(rightsOf(key('CONVERSATIONS_WRITE'))).toEqual([])
})
