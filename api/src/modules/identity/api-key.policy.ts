import { hasScope, type Actor } from '../../platform/actor.ts'
import { mayConfigure } from '../tenancy/index.ts'

export const mayManageKeys = (actor: Actor, tenantId: string) => mayConfigure(actor, tenantId)

export const maySeeKeys = (actor: Actor, tenantId: string) =>
  mayConfigure(actor, tenantId) || actor.kind === 'SUPPORT'

export const mayReadAudit = (actor: Actor, tenantId: string) =>
  maySeeKeys(actor, tenantId) || hasScope(actor, 'AUDIT_READ')
