import type { ReadUnit } from '../../../platform/unit.ts'
import type { ChannelOrigin } from '../adapters/update.ts'
import { isLinkToken } from './link-token.ts'

/** How a contact came to a conversation, as it is kept with it. */
export interface ConversationOrigin {
  linkId: string | null
  referral: Record<string, unknown> | null
}

/** The same, with the name by which flows know the link. */
export interface TracedOrigin extends ConversationOrigin {
  linkName: string | null
}

const LINK = 'select id, name from channel_link where tenant_id = $1 and token = $2'

/**
 * What a channel told of how somebody came, as the conversation that begins with it keeps it; null where that is
 * nothing. Tokens of other tenants' and of nobody's are left out; those of paused and deleted links still tell.
 */
export async function originOf(unit: ReadUnit, { token, referral = null }: { [Part in keyof ChannelOrigin]: ChannelOrigin[Part] | null }): Promise<TracedOrigin | null> {
  const [link] = isLinkToken(token) ? await unit.sql<{ id: string; name: string }>('channel-link-origin', LINK, [unit.tenantId, token]) : []
  return link || referral ? { linkId: link?.id ?? null, linkName: link?.name ?? null, referral } : null
}
