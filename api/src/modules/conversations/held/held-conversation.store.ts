import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { isNotServed } from '../../tenancy/index.ts'

/** Why somebody of the company has to look at it once the service is back: she wrote, or what the bot had begun was over meanwhile. */
export type HeldBecause = 'WROTE' | 'BOT_STOPPED'

export interface HeldConversation {
  tenantId: string
  conversationId: string
}

const HOLD = `
  insert into held_conversation (tenant_id, conversation_id, because, since) select $1, id, $3, $4 from unnest($2::uuid[]) as held (id)
  on conflict (tenant_id, conversation_id) do update set because = 'WROTE' where excluded.because = 'WROTE' and held_conversation.because <> 'WROTE'`

/** In a unit of the tenant's or of the platform's. What is kept already stays as it is. */
export async function holdForDesk(unit: Unit, tenantId: string, { conversationIds, because }: { conversationIds: readonly string[]; because: HeldBecause }): Promise<void> {
  if (conversationIds.length > 0) await unit.sql('conversation-hold', HOLD, [tenantId, conversationIds, because, unit.now])
}

const DUE = `
  select tenant_id as "tenantId", conversation_id as "conversationId" from held_conversation h
  where since <= $1 and not ${isNotServed('h.tenant_id')} and ($2::uuid is null or (tenant_id, conversation_id) > ($2, $3))
  order by tenant_id, conversation_id limit $4`

/** Of all tenants whose service is back, a page of them. */
export const heldAndDue = (unit: ReadUnit, after: HeldConversation | undefined, most: number): Promise<HeldConversation[]> =>
  unit.sql('conversations-held-due', DUE, [unit.now, after?.tenantId ?? null, after?.conversationId ?? null, most])

const LET_GO = `
  delete from held_conversation h where tenant_id = $1 and conversation_id = $2 and since <= $3 and not ${isNotServed('h.tenant_id')} returning because`

/** For whoever hands it over in this unit; nothing where somebody did, or where the service stands still again. */
export async function letGo(unit: Unit, conversationId: string): Promise<HeldBecause | undefined> {
  return (await unit.sql<{ because: HeldBecause }>('conversation-let-go', LET_GO, [unit.tenantId, conversationId, unit.now]))[0]?.because
}

/** For statements that look at conversations: somebody has to look at it first. */
export const isHeld = (conversation: string): string =>
  `exists (select from held_conversation hc where hc.tenant_id = ${conversation}.tenant_id and hc.conversation_id = ${conversation}.id)`
