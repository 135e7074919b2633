import type { Json } from '../meta/json.ts'
import type { ChannelOrigin } from '../update.ts'

const TOKEN = /^[a-z0-9]{16}$/

/** Of a link of ours the token, of advertisements and the like what Meta tells. Meta does not promise to tell either. */
export function originOf(referral: Json): ChannelOrigin | undefined {
  if (!referral.isObject) return undefined
  const ref = referral.at('ref').text?.trim() ?? ''
  const token = TOKEN.test(ref) ? ref : undefined
  const isLinkOnly = token !== undefined && !referral.at('ad_id').isThere
  return { ...(token && { token }), ...(!isLinkOnly && { referral: referral.plain(4) as Record<string, unknown> }) }
}
