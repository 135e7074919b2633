import { newId } from '../../platform/ids.ts'
import type { NewAuditEntry, Unit } from '../../platform/unit.ts'
import type { Actor } from '../../platform/actor.ts'

/** From a platform unit into the trail of a tenant that the unit is not bound to. */
export async function auditTenant(unit: Unit, tenantId: string, actor: Actor, entry: NewAuditEntry): Promise<void> {
  await unit.sql('audit-one-tenant', `
    insert into audit_entry (tenant_id, id, at, actor, action, target_type, target_id, detail)
    values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8::jsonb)`, [tenantId, newId(unit.now), unit.now, JSON.stringify(actor),
    entry.action, entry.targetType, entry.targetId ?? null, JSON.stringify(entry.detail ?? {})])
}
