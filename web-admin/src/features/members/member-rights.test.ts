import { expect, test } from 'vitest'
import { memberRights } from './member-rights.ts'

const owner = { id: 'o', role: 'OWNER' as const }
const agent = { id: 'a', role: 'AGENT' as const }

test('an administrator manages everybody but owners', () => {
  expect(memberRights({ role: 'ADMIN', memberId: 'x' }, agent)).toEqual({ canManage: true, canDisable: true })
  expect(memberRights({ role: 'ADMIN', memberId: 'x' }, owner)).toEqual({ canManage: false, canDisable: false })
})

test('nobody is offered to disable herself', () => {
  expect(memberRights({ role: 'OWNER', memberId: 'o' }, owner)).toEqual({ canManage: true, canDisable: false })
})

test('support and supervisors only look', () => {
  expect(memberRights({ role: 'SUPPORT' }, agent).canManage).toBe(false)
  expect(memberRights({ role: 'SUPERVISOR' }, agent).canManage).toBe(false)
})
