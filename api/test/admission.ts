import type { RoleName } from './company.ts'
import type { RootField } from './contract-calls.ts'

/** Written down a second time, on purpose: the roles of the contract that each caller counts as. */
const COUNTS_AS: Record<RoleName, string[]> = {
  OWNER: ['OWNER', 'USER'], ADMIN: ['ADMIN', 'USER'], SUPERVISOR: ['SUPERVISOR', 'USER'], AGENT: ['AGENT', 'USER'],
  ANALYST: ['ANALYST', 'USER'], SUPPORT: ['SUPPORT'], OPERATOR: ['OPERATOR', 'USER'], RESELLER: ['RESELLER', 'USER'], USER: ['USER'],
  API_KEY: [], KEYLESS: [], VISITOR: ['VISITOR'], ANONYMOUS: [],
}

/** Whether the contract lets a caller in; `permissions.test.ts` sees that the API does the same. */
export function isAdmitted(role: RoleName, { rule }: RootField): boolean {
  if (role === 'API_KEY' && rule.scope) return true
  return rule.roles.some(one => one === 'ANYONE' || COUNTS_AS[role].includes(one))
}
