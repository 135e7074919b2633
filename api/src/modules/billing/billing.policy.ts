import { isOneOf, type Actor } from '../../platform/actor.ts'

/** What is owed and paid: those who answer for a tenant, and those who sell to it. */
export const mayReadBilling = (actor: Actor): boolean =>
  ['OPERATOR', 'RESELLER', 'SUPPORT', 'SYSTEM'].includes(actor.kind) || isOneOf(actor, 'OWNER', 'ADMIN')

/** Drafts, invoices, credit notes and payments, of tenants that the caller sells to. */
export const mayRunBilling = (actor: Actor): boolean => ['OPERATOR', 'RESELLER', 'SYSTEM'].includes(actor.kind)

/** Legal name, tax number, address: the company's own, and whoever invoices it. */
export const mayDescribeBilling = (actor: Actor): boolean => mayRunBilling(actor) || isOneOf(actor, 'OWNER', 'ADMIN')

/** Days to pay and rates of tax. */
export const maySetTerms = (actor: Actor): boolean => actor.kind === 'OPERATOR' || actor.kind === 'SYSTEM'

export const mayPay = (actor: Actor): boolean => isOneOf(actor, 'OWNER', 'ADMIN')

/** How much of its quotas a tenant has used. */
export const mayReadQuotas = (actor: Actor): boolean => mayReadBilling(actor) || isOneOf(actor, 'ANALYST')

/** Whose invoices somebody writes: an operator BotPro's or those of the reseller that is named, a reseller its own. Undefined: nobody's. */
export function issuerMeant(actor: Actor, named?: string | null): { resellerId: string | null } | undefined {
  if (actor.kind === 'OPERATOR') return { resellerId: named ?? null }
  if (actor.kind === 'RESELLER' && (!named || named === actor.resellerId)) return { resellerId: actor.resellerId }
}
