import type { ReadUnit } from '../../../platform/unit.ts'
import { channelAccountsById } from '../channel-account.queries.ts'
import { adapters } from '../adapters/adapters.ts'
import type { Settings } from '../adapters/adapter.ts'
import { isProviderKind, type ChannelKind } from '../channel-kind.ts'
import { webTarget } from './web-target.ts'

/** What a link asks of its account. */
export interface LinkStart {
  token: string
  text: string | null
  page: string | null
}

/** Where a link leads; null where the account cannot be reached by one (any longer). */
export type LinkFor = (unit: ReadUnit, channelAccountId: string, start: LinkStart) => Promise<string | null>

export interface LinkTargetOptions {
  /** Settings of an account behind which a provider stands; null while it is not connected. */
  settingsOf: (unit: ReadUnit, channelAccountId: string) => Promise<Settings | null>
}

// Nothing that a browser would run or read from the customer's own machine.
const SCHEMES = ['https:', 'sms:', 'smsto:', 'mailto:']

/** By the adapter of the account's kind; chats on web sites have none. */
export const linkTargets = ({ settingsOf }: LinkTargetOptions): LinkFor => async (unit, channelAccountId, start) => {
  const [account] = await channelAccountsById(unit, [channelAccountId])
  if (!account) return null
  if (account.web) return webTarget(start.page, account.web.allowedOrigins, start.token)
  const kind = account.kind as ChannelKind
  const adapter = isProviderKind(kind) ? adapters[kind] : undefined
  const settings = adapter && await settingsOf(unit, channelAccountId)
  return settings ? outside(adapter.link(settings, { token: start.token, text: start.text ?? undefined })) : null
}

/** In its one form, which has no line breaks and no letters that a header could not carry. */
export function outside(address: string): string | null {
  const url = URL.parse(address)
  return url && SCHEMES.includes(url.protocol) ? url.href : null
}
