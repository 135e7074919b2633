import { hasScope, type Actor, type MemberRole } from '../../platform/actor.ts'
import { Forbidden } from '../../platform/errors.ts'
import type { MemberRow } from '../identity/index.ts'
import type { Conversation } from './conversation.entity.ts'

type Member = Extract<Actor, { kind: 'MEMBER' }>
export type Visitor = Extract<Actor, { kind: 'VISITOR' }>

/** Roles that answer customers. An analyst reads figures and answers nobody. */
export const answeringRoles: readonly MemberRole[] = ['AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER']
const SUPERVISING: readonly MemberRole[] = ['SUPERVISOR', 'ADMIN', 'OWNER']

export const isAnswering = (actor: Actor): actor is Member =>
  actor.kind === 'MEMBER' && answeringRoles.includes(actor.role)

/** Who may be given conversations, and keep them. */
export const mayHold = ({ status, role }: Pick<MemberRow, 'status' | 'role'>) => status === 'ACTIVE' && answeringRoles.includes(role)

export const isSupervising = (actor: Actor): boolean => actor.kind === 'MEMBER' && SUPERVISING.includes(actor.role)

export const mayReadConversations = (actor: Actor) =>
  isAnswering(actor) || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  hasScope(actor, 'CONVERSATIONS_READ')

export const mayReply = (actor: Actor, conversation: Conversation): actor is Member =>
  isAnswering(actor) && conversation.isHeldBy(actor.memberId)

/** Agents give away what they have and what waits; a supervisor gives anything. */
export const mayAssign = (actor: Actor, conversation: Conversation): actor is Member =>
  isAnswering(actor) &&
  (isSupervising(actor) || conversation.owner !== 'AGENT' || conversation.isHeldBy(actor.memberId))

/** Ending and handing back is for the one who has it, and for supervisors. What nobody has, anybody may end. */
export const mayEnd = mayAssign

/** A visitor has exactly one thread, which her token names: there is nothing else to ask. */
export function visitorOf(actor: Actor): Visitor {
  if (actor.kind !== 'VISITOR') throw new Forbidden()
  return actor
}

/** Whose a file is until a message carries it. */
export function uploaderOf(actor: Actor): string {
  if (actor.kind === 'VISITOR') return `visitor:${actor.channelAccountId}:${actor.externalId}`
  if (isAnswering(actor)) return `member:${actor.memberId}`
  throw new Forbidden()
}

export const isAdministering = (actor: Actor): boolean =>
  actor.kind === 'MEMBER' && (actor.role === 'ADMIN' || actor.role === 'OWNER')

export const mayReadSettings = (actor: Actor): boolean => isAdministering(actor) || actor.kind === 'SUPPORT'
