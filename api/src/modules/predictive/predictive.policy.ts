import type { Actor } from '../../platform/actor.ts'

const isOneOf = (actor: Actor, ...roles: string[]) => actor.kind === 'MEMBER' && roles.includes(actor.role)

/** Who decides that customers' words go to a server, and to which. */
export const mayConfigureModels = (actor: Actor): boolean => isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

export const maySeeModels = (actor: Actor): boolean => mayConfigureModels(actor) || actor.kind === 'SUPPORT'

export const maySeeUsage = (actor: Actor): boolean => maySeeModels(actor) || isOneOf(actor, 'ANALYST')
