import { hasScope, isOneOf, type Actor } from '../../platform/actor.ts'

/** What is offered, by whom and when. */
export const mayConfigureAppointments = (actor: Actor): boolean => isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

const isDesk = (actor: Actor): boolean => isOneOf(actor, 'AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER')

/** Books, moves, cancels and closes for any contact. */
export const mayKeepAppointments = (actor: Actor): boolean =>
  isDesk(actor) || actor.kind === 'SYSTEM' || hasScope(actor, 'APPOINTMENTS_WRITE')

export const maySeeAppointments = (actor: Actor): boolean =>
  isDesk(actor) || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || hasScope(actor, 'APPOINTMENTS_READ')

/** The limits of a service are for those who come, and for the machines of others; a colleague knows what she does. */
export const isBeyondLimits = (actor: Actor): boolean => isDesk(actor)
