import type { Unit } from '../../platform/unit.ts'

const THREADS = `
  insert into thread (tenant_id, identity_id)
  select tenant_id, id from contact_identity where tenant_id = $1 and id = any($2::uuid[])
  on conflict do nothing`
const HOLD = 'select identity_id from thread where tenant_id = $1 and identity_id = any($2::uuid[]) order by identity_id for update'

/** Nobody writes by these addresses until the unit ends, or a conversation would open under the contact that they leave. */
export async function holdThreads(unit: Unit, identityIds: string[]): Promise<void> {
  await unit.sql('contact-moving-threads', THREADS, [unit.tenantId, identityIds])
  await unit.sql('contact-moving-hold', HOLD, [unit.tenantId, identityIds])
}

const MOVE = `
  with moved as (
    update conversation set contact_id = $2, version = version + 1
    where tenant_id = $1 and identity_id = any($3::uuid[]) returning id
  ), noted as (
    update misunderstood_message m set contact_id = $2 from moved where m.tenant_id = $1 and m.conversation_id = moved.id
  )
  select id from moved`

/** All that was said by these addresses is the other contact's now, on every desk. */
export async function moveConversations(unit: Unit, { into, identityIds }: { into: string; identityIds: string[] }): Promise<void> {
  const moved = await unit.sql<{ id: string }>('contact-moved', MOVE, [unit.tenantId, into, identityIds])
  for (const { id } of moved) unit.record({ kind: 'CONVERSATION_CHANGED', conversationId: id })
}
