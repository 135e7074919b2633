import type { Actor, MemberRole } from '../../platform/actor.ts'

/** The names by which the contract's `@allow` admits people. */
export type Role = 'ANYONE' | 'USER' | 'VISITOR' | MemberRole | 'SUPPORT' | 'RESELLER' | 'OPERATOR'

/** What somebody is in the place where she is now. */
export function roleOf(actor: Actor): Role | undefined {
  switch (actor.kind) {
    case 'MEMBER': return actor.role
    case 'SUPPORT':
    case 'OPERATOR':
    case 'RESELLER':
    case 'VISITOR': return actor.kind
    default: return undefined
  }
}

/** A support visit is no ordinary sign-in: it passes only where it is named. */
export function rolesOf(actor: Actor): Role[] {
  const role = roleOf(actor)
  const signedIn = ['MEMBER', 'OPERATOR', 'RESELLER', 'USER'].includes(actor.kind)
  return ['ANYONE', ...(signedIn ? ['USER' as const] : []), ...(role ? [role] : [])]
}
