import { isOneOf, type Actor } from '../../../platform/actor.ts'

/** Who draws, publishes and lets bots go live. */
export const mayConfigureBots = (actor: Actor): boolean => isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

export const maySeeBots = (actor: Actor): boolean => mayConfigureBots(actor) || actor.kind === 'SUPPORT'

/** BotPro's part of going live. */
export const mayReviewBots = (actor: Actor): boolean => actor.kind === 'OPERATOR'
