import { describe, expect, test } from 'vitest'
import { actorOf, isSameStanding, type SessionFacts } from './workplace.ts'
import { rolesOf } from './roles.ts'

const now = new Date('2026-11-23T12:00:00Z')
const later = new Date('2026-11-23T13:00:00Z')
const facts = (more: Partial<SessionFacts> = {}): SessionFacts => ({
  sessionId: 's',
  userId: 'u',
  userName: 'Ana',
  tenantId: null,
  supportUntil: null,
  memberId: null,
  memberName: null,
  role: null,
  isOperator: false,
  resellerId: null,
  lastUsedAt: now,
  ...more,
})
const inTenant = { tenantId: 't', memberId: 'm', memberName: 'Ana', role: 'AGENT' as const }
const kind = (more: Partial<SessionFacts>) => actorOf(facts(more), now).kind

describe('a session acts', () => {
  test('as a member where she is one', () =>
    expect(actorOf(facts(inTenant), now)).toMatchObject({ kind: 'MEMBER', role: 'AGENT' }))
  test('as nobody special once her membership is gone', () => expect(kind({ tenantId: 't' })).toBe('USER'))
  test('for the platform outside of tenants', () =>
    expect(kind({ isOperator: true, resellerId: 'r' })).toBe('OPERATOR'))
  test('for a reseller outside of tenants', () => expect(kind({ resellerId: 'r' })).toBe('RESELLER'))
  test('as support while the visit lasts', () =>
    expect(kind({ tenantId: 't', isOperator: true, supportUntil: later })).toBe('SUPPORT'))
  test('as the operator again when the visit is over, though she is a member there', () =>
    expect(kind({ ...inTenant, isOperator: true, supportUntil: now })).toBe('OPERATOR'))
  test('not as support once she is no operator', () =>
    expect(kind({ tenantId: 't', supportUntil: later })).toBe('USER'))
})

test('a new role or another tenant is another standing, a new name is not', () => {
  const mine = actorOf(facts(inTenant), now)
  expect(isSameStanding(mine, actorOf(facts({ ...inTenant, memberName: 'Ana María' }), now))).toBe(true)
  expect(isSameStanding(mine, actorOf(facts({ ...inTenant, role: 'ADMIN' }), now))).toBe(false)
  expect(isSameStanding(mine, actorOf(facts({ ...inTenant, tenantId: 'x' }), now))).toBe(false)
})

test('support and visitors are no signed-in users to the contract', () => {
  expect(rolesOf(actorOf(facts({ tenantId: 't', isOperator: true, supportUntil: later }), now))).toEqual([
    'ANYONE',
    'SUPPORT',
  ])
  expect(rolesOf(actorOf(facts(inTenant), now))).toEqual(['ANYONE', 'USER', 'AGENT'])
})
