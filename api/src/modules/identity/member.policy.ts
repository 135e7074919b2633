import { hasScope, type Actor, type MemberRole } from '../../platform/actor.ts'
import { mayConfigure } from '../tenancy/index.ts'

interface Colleague { id: string; tenantId: string; role: MemberRole }

/** What somebody may hand out: an administrator everything but what is above her. */
export const mayGrant = (actor: Actor, tenantId: string, role: MemberRole) =>
  mayConfigure(actor, tenantId) && (role !== 'OWNER' || isOwner(actor))

/** An owner is touched by owners only. */
export const mayManage = (actor: Actor, member: Colleague) => mayGrant(actor, member.tenantId, member.role)

export const mayChangeRole = (actor: Actor, member: Colleague, role: MemberRole) =>
  mayManage(actor, member) && mayGrant(actor, member.tenantId, role)

/** Nobody locks herself out. */
export const mayDisable = (actor: Actor, member: Colleague) =>
  mayManage(actor, member) && !(actor.kind === 'MEMBER' && actor.memberId === member.id)

export const mayListMembers = (actor: Actor) =>
  actor.kind === 'MEMBER' || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  hasScope(actor, 'MEMBERS_READ')

// Whoever sets up a tenant, by hand or for a customer, names its first owner.
const isOwner = (actor: Actor) =>
  actor.kind === 'SYSTEM' || (actor.kind === 'MEMBER' && actor.role === 'OWNER')
