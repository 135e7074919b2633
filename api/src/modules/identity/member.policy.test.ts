import { describe, expect, test } from 'vitest'
import type { Actor, MemberRole } from '../../platform/actor.ts'
import { mayChangeRole, mayDisable, mayGrant, mayListMembers, mayManage } from './member.policy.ts'
import { memberRoles } from './member.entity.ts'

const TENANT = 'tenant'
const being = (role: MemberRole, memberId = 'me', tenantId = TENANT): Actor =>
  ({ kind: 'MEMBER', userId: 'u', memberId, tenantId, role, sessionId: 's' })
const colleague = (role: MemberRole, id = 'she') => ({ id, tenantId: TENANT, role })

describe('an administrator', () => {
  test('hands out every role but the owner’s', () => {
    expect(memberRoles.filter(role => mayGrant(being('ADMIN'), TENANT, role))).toEqual([
      'ADMIN',
      'SUPERVISOR',
      'AGENT',
      'ANALYST',
    ])
  })

  test('cannot touch an owner, nor make one', () => {
    expect(mayManage(being('ADMIN'), colleague('OWNER'))).toBe(false)
    expect(mayDisable(being('ADMIN'), colleague('OWNER'))).toBe(false)
    expect(mayChangeRole(being('ADMIN'), colleague('AGENT'), 'OWNER')).toBe(false)
    expect(mayChangeRole(being('ADMIN'), colleague('OWNER'), 'AGENT')).toBe(false)
  })

  test('has no say in another tenant', () => {
    expect(mayGrant(being('ADMIN', 'me', 'other'), TENANT, 'AGENT')).toBe(false)
  })
})

describe('an owner', () => {
  test('hands out every role and may step down herself', () => {
    expect(memberRoles.every(role => mayGrant(being('OWNER'), TENANT, role))).toBe(true)
    expect(mayChangeRole(being('OWNER'), colleague('OWNER', 'me'), 'ADMIN')).toBe(true)
  })

  test('does not disable herself', () => {
    expect(mayDisable(being('OWNER'), colleague('OWNER', 'me'))).toBe(false)
  })
})

test.each(['SUPERVISOR', 'AGENT', 'ANALYST'] as const)('a %s manages nobody', role => {
  expect(mayGrant(being(role), TENANT, 'AGENT') || mayManage(being(role), colleague('AGENT'))).toBe(false)
})

test('support looks, and a key with its scope; neither manages', () => {
  const support: Actor = { kind: 'SUPPORT', userId: 'u', tenantId: TENANT, sessionId: 's' }
  const key = (...scopes: string[]): Actor => ({ kind: 'API_KEY', keyId: 'k', tenantId: TENANT, scopes })
  expect([support, key('MEMBERS_READ'), key('AUDIT_READ')].map(mayListMembers)).toEqual([true, true, false])
  expect([support, key('MEMBERS_READ')].some(actor => mayManage(actor, colleague('AGENT')))).toBe(false)
})
