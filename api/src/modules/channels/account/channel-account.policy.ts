import { hasScope, type Actor } from '../../../platform/actor.ts'

const READERS = ['AGENT', 'ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER']

export const mayConfigureChannels = (actor: Actor) =>
  actor.kind === 'SYSTEM' || (actor.kind === 'MEMBER' && (actor.role === 'ADMIN' || actor.role === 'OWNER'))

export const mayReadChannels = (actor: Actor) =>
  actor.kind === 'SYSTEM' || actor.kind === 'SUPPORT' || (actor.kind === 'MEMBER' && READERS.includes(actor.role)) ||
  hasScope(actor, 'CHANNELS_READ')
