import { isOneOf, type Actor } from '../../platform/actor.ts'

/** Who decides that customers' words go to a server, and to which. */
export const mayConfigureModels = (actor: Actor): boolean => isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

export const maySeeModels = (actor: Actor): boolean => mayConfigureModels(actor) || actor.kind === 'SUPPORT'

export const maySeeUsage = (actor: Actor): boolean => maySeeModels(actor) || isOneOf(actor, 'ANALYST')
