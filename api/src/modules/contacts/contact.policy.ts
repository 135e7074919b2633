import { hasScope, type Actor } from '../../platform/actor.ts'

const WRITERS = ['AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER']

export const mayChangeContact = (actor: Actor) =>
  (actor.kind === 'MEMBER' && WRITERS.includes(actor.role)) ||
  hasScope(actor, 'CONTACTS_WRITE')

/** Who may note what she learned of a contact may say that two are one. */
export const mayMergeContacts = mayChangeContact

/** A visitor is admitted by the token she holds, for the channel account it names. */
export const mayAdmit = (actor: Actor, channelAccountId: string) =>
  actor.kind === 'SYSTEM' || (actor.kind === 'VISITOR' && actor.channelAccountId === channelAccountId)

export const mayReadContacts = (actor: Actor) =>
  (actor.kind === 'MEMBER' && WRITERS.includes(actor.role)) || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  hasScope(actor, 'CONTACTS_READ')
