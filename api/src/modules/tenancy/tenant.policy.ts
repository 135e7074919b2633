import type { Actor } from '../../platform/actor.ts'

const ADMINISTRATORS = ['ADMIN', 'OWNER']

export const mayCreateTenant = (actor: Actor) => ['OPERATOR', 'RESELLER', 'SYSTEM'].includes(actor.kind)

export const mayCreateReseller = (actor: Actor) => actor.kind === 'OPERATOR' || actor.kind === 'SYSTEM'

export const mayListTenants = (actor: Actor) => actor.kind === 'OPERATOR' || actor.kind === 'RESELLER'

export const mayListResellers = (actor: Actor) => actor.kind === 'OPERATOR'

/** Its name, its zone, its hours. */
export const mayConfigure = (actor: Actor, tenantId: string) =>
  (actor.kind === 'MEMBER' && actor.tenantId === tenantId && ADMINISTRATORS.includes(actor.role)) ||
  actor.kind === 'SYSTEM'

/** Why the service stands still. Whoever sees other tenants sees them as their seller, or runs BotPro. */
export const mayReadHolds = (actor: Actor, tenantId: string) =>
  (actor.kind === 'MEMBER' ? mayConfigure(actor, tenantId) : ['SUPPORT', 'OPERATOR', 'RESELLER', 'SYSTEM'].includes(actor.kind))

/** In whose name a tenant is sold: a reseller sells in its own only. */
export const sellerFor = (actor: Actor, resellerId?: string | null): string | null =>
  (actor.kind === 'RESELLER' ? actor.resellerId : resellerId ?? null)
