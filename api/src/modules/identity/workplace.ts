import type { Actor, MemberRole } from '../../platform/actor.ts'

/** What is known of a session at one moment. */
export interface SessionFacts {
  sessionId: string
  userId: string
  userName: string
  tenantId: string | null
  supportUntil: Date | null
  /** Her membership of that tenant, while it is active. */
  memberId: string | null
  memberName: string | null
  role: MemberRole | null
  isOperator: boolean
  resellerId: string | null
  lastUsedAt: Date
}

/** As whom a session acts. A right that was withdrawn is simply no longer there. */
export function actorOf(facts: SessionFacts, now: Date): Actor {
  const { userId, sessionId, tenantId, memberId, role } = facts
  const person = { userId, sessionId, name: facts.memberName ?? facts.userName }
  if (tenantId && looksIn(facts, now)) return { kind: 'SUPPORT', ...person, tenantId }
  if (tenantId && memberId && role && !facts.supportUntil)
    return { kind: 'MEMBER', ...person, tenantId, memberId, role }
  if (facts.isOperator) return { kind: 'OPERATOR', ...person }
  return facts.resellerId
    ? { kind: 'RESELLER', ...person, resellerId: facts.resellerId }
    : { kind: 'USER', ...person }
}

const looksIn = ({ isOperator, supportUntil }: SessionFacts, now: Date) =>
  isOperator && supportUntil !== null && supportUntil > now

/** Whether two may do the same, and in the same place. */
export const isSameStanding = (left: Actor, right: Actor): boolean => standing(left) === standing(right)

function standing(actor: Actor): string {
  const { name: _, address: __, ...rights } = actor
  return JSON.stringify(Object.entries(rights).sort(([a], [b]) => (a < b ? -1 : 1)))
}
