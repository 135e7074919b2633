import type { Actor, Caller } from './actor.ts'
import { newId } from './ids.ts'
import type { NewAuditEntry, Unit } from './unit.ts'

/** Who did it, as far as the trail tells; somebody who just signs in has no session to name yet. */
interface AuditActor extends Caller {
  kind: Actor['kind']
  userId?: string
  memberId?: string
}

interface TenantAuditEntry extends NewAuditEntry {
  tenantId: string
  actor: AuditActor
}

const INSERT = `
  insert into audit_entry (tenant_id, id, at, actor, action, target_type, target_id, detail)
  values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8::jsonb)`

/** From a platform unit into the trail of a tenant that the unit is not bound to. */
export async function auditTenant(unit: Unit, entry: TenantAuditEntry): Promise<void> {
  const { tenantId, actor, action, targetType, targetId = null, detail = {} } = entry
  await unit.sql('audit-one-tenant', INSERT, [
    tenantId, newId(unit.now), unit.now, JSON.stringify(actor), action, targetType, targetId, JSON.stringify(detail),
  ])
}

/** What is done to a tenant stands in its own trail, also when somebody does it who is not in it. */
export async function auditAt(unit: Unit, tenantId: string, entry: NewAuditEntry): Promise<void> {
  if ('tenantId' in unit.actor && unit.actor.tenantId) return unit.audit(entry)
  const { kind, name, address } = unit.actor
  await auditTenant(unit, { tenantId, actor: { kind, name, address, ...('userId' in unit.actor && { userId: unit.actor.userId }) }, ...entry })
  unit.audit(entry)
}
