import { isOneOf, type Actor } from '../../platform/actor.ts'

/** Who decides which systems are asked, and with which secrets. */
export const mayConfigureConnectors = (actor: Actor): boolean => isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

export const maySeeConnectors = (actor: Actor): boolean => mayConfigureConnectors(actor) || actor.kind === 'SUPPORT'
