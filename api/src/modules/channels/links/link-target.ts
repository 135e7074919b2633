import type { ChannelKind } from '../channel-kind.ts'
import type { Lines } from '../provider/lines.ts'
import type { ChannelRef, Sites } from '../web/sites.ts'
import { webTarget } from './web-target.ts'

/** What a link asks of its account. */
export interface LinkStart extends ChannelRef {
  kind: ChannelKind
  token: string
  text: string | null
  page: string | null
}

/** Where a link leads; null where its account cannot be reached by one (any longer). */
export type LinkFor = (link: LinkStart) => Promise<string | null>

// Nothing that a browser would run or read from the customer's own machine.
const SCHEMES = ['https:', 'sms:', 'smsto:', 'mailto:']

/** Chats on web sites by their allowed origins, all others by the adapter of their kind. */
export function linkTargets({ sites, lines }: { sites: Pick<Sites, 'rulesOf'>; lines: Pick<Lines, 'byId'> }): LinkFor {
  return async link => {
    if (link.kind !== 'WEB') return providerTarget(lines, link)
    const rules = await sites.rulesOf(link)
    return rules ? webTarget(link.page, rules.allowedOrigins, link.token) : null
  }
}

/** A line that is paused still stores what comes; one that was never live, or is gone, has nobody behind it. */
async function providerTarget(lines: Pick<Lines, 'byId'>, { tenantId, channelAccountId, token, text }: LinkStart): Promise<string | null> {
  const line = await lines.byId(tenantId, channelAccountId)
  if (!line || line.state === 'DRAFT' || line.state === 'REMOVED') return null
  return outside(line.adapter.link(line.settings, { token, text: text ?? undefined }))
}

/** In its one form, which has no line breaks and no letters that a header could not carry. */
export function outside(address: string): string | null {
  const url = URL.parse(address)
  return url && SCHEMES.includes(url.protocol) ? url.href : null
}
