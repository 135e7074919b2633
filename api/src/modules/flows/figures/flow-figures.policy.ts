import { isOneOf, type Actor } from '../../../platform/actor.ts'

/** Those who watch over conversations see how they went. */
export const mayReadFlowFigures = (actor: Actor): boolean => isOneOf(actor, 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT'
