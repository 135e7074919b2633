import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'

/** Who was joined with the contact, and who may be the same as she; the latter's row is the older, so nobody takes it for hers. */
export async function fillJoined(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [absorbed, other, merge, suggestion] = [newId(), newId(), newId(), newId()]
  const { rows: [identity] } = await owner.query<{ id: string; contact: string }>('select id, contact_id as contact from contact_identity where tenant_id = $1', [tenantId])
  await owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at, merged_into)
    values ($1, $2, $4, 'ES', now(), now(), $5), ($1, $3, $4, 'ES', now(), now(), null)`, [tenantId, absorbed, other, canary, identity!.contact])
  await owner.query(`insert into contact_identity_alias (tenant_id, channel_account_id, alias, identity_id)
    select tenant_id, channel_account_id, $2, id from contact_identity where tenant_id = $1`, [tenantId, canary])
  await owner.query(`insert into contact_merge (tenant_id, id, kept_id, absorbed_id, identity_ids, taken, evidence, evidence_value, merged_at)
    values ($1, $2, $3, $4, '{}', '{}', 'PHONE', $5, now())`, [tenantId, merge, identity!.contact, absorbed, canary])
  await owner.query(`insert into contact_suggestion (tenant_id, id, contact_id, other_id, evidence, value, created_at)
    values ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), 'PHONE', $5, now())`, [tenantId, suggestion, identity!.contact, other, canary])
  return { merge, suggestion, contact: identity!.contact }
}
