import type { Sealer } from '../../../platform/crypto.ts'
import type { SettingField, Settings } from '../adapters/adapter.ts'

/** What only the provider and we may know of an account. */
export interface ChannelSecrets {
  settings: Record<string, string>
  /** Ours: what the provider repeats when it checks the webhook, or sends along. */
  verifyToken: string
}

const contextOf = (channelAccountId: string) => `provider-channel:${channelAccountId}`

export const sealSecrets = (sealer: Sealer, channelAccountId: string, secrets: ChannelSecrets): string =>
  sealer.seal(JSON.stringify(secrets), contextOf(channelAccountId))

export const openSecrets = (sealer: Sealer, channelAccountId: string, sealed: string): ChannelSecrets =>
  JSON.parse(sealer.open(sealed, contextOf(channelAccountId))) as ChannelSecrets

/** What may be stored as it is, and what is to be sealed. */
export function apart(fields: readonly SettingField[], settings: Settings) {
  const secret = new Set(fields.filter(field => field.isSecret).map(field => field.name))
  const entries = Object.entries(settings)
  return {
    plain: Object.fromEntries(entries.filter(([name]) => !secret.has(name))),
    secret: Object.fromEntries(entries.filter(([name]) => secret.has(name))),
  }
}

/** Of a short one, four characters would be most of it. */
export const lastFourOf = (secrets: Settings): Record<string, string> =>
  Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, value.length >= 12 ? value.slice(-4) : '····']))
