import { isOneOf, type Actor } from '../../../platform/actor.ts'
import type { ContractVerb } from '../machine/contract-verbs.ts'
import type { ContractPhase } from '../machine/contract-facts.ts'

export const isSelling = (actor: Actor): boolean => actor.kind === 'OPERATOR' || actor.kind === 'RESELLER'

export const mayReadContracts = (actor: Actor): boolean => isSelling(actor) || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || isOneOf(actor, 'OWNER', 'ADMIN')

/** What is being prepared is seen by those who prepare it. */
export const maySee = (actor: Actor, { phase, sentOn }: { phase: ContractPhase; sentOn: string | null }): boolean =>
  isSelling(actor) || actor.kind === 'SYSTEM' || (phase !== 'QUOTED' && sentOn !== null)

const SELLERS = ['CHANGE', 'SEND', 'WITHDRAW', 'SIGN', 'QUOTE_RENEWAL', 'DECLINE_RENEWAL', 'UNDO_DECLINE']

/** Who may do it at all; whether it can be done the contract says. */
export function mayDo(actor: Actor, verb: ContractVerb): boolean {
  if (actor.kind === 'OPERATOR') return true
  if (actor.kind === 'RESELLER') return SELLERS.includes(verb)
  // Billing cancels for lateness.
  if (actor.kind === 'SYSTEM') return verb === 'CANCEL'
  return isOneOf(actor, 'OWNER') && (verb === 'DECLINE_RENEWAL' || verb === 'UNDO_DECLINE')
}

/** A renewal that was signed too late is taken by BotPro alone, whoever sold it. */
export const mayTakeLate = (actor: Actor): boolean => actor.kind === 'OPERATOR'
