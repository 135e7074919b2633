import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { randomToken, type Sealer } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ChannelKind } from '../../contacts/index.ts'
import { accountName } from './account-name.ts'
import { ChannelAccount, WebChannel, type WebChannelSettings } from './channel-account.entity.ts'
import { mayConfigureChannels } from './channel-account.policy.ts'
import { allowedOrigins, webChannelSettings } from '../web/web-channel-settings.ts'
import { DEFAULT_COLOR, defaultTexts } from '../web/widget-defaults.ts'

export interface NewWebChannel {
  name: string
  allowedOrigins: string[]
  /** What the chat calls the tenant until it finds its own words. */
  tenantName: string
}

export type ChangedWebChannel = WebChannelSettings & { channelAccountId: string; version: number; name: string }

declare module '../../../platform/news.ts' {
  interface NewsItems {
    /** The tenant has one more of this kind: whoever knows its plan may refuse by throwing. */
    'channel.created': { kind: ChannelKind }
  }
}

/** Whose secret a sealed one is: sealed for one channel, it opens for no other. */
export const secretContext = (channelAccountId: string) => `web-channel:${channelAccountId}`

/** The tenant's chats. Each verb returns the id of the channel account, or why not. */
export class ChannelAccountService {
  readonly #sealer: Sealer

  constructor({ sealer }: { sealer: Sealer }) {
    this.#sealer = sealer
  }

  async createWeb(unit: Unit, input: NewWebChannel): Promise<string | InvalidInput> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const name = accountName(input.name)
    if (name instanceof InvalidInput) return name
    const origins = allowedOrigins(input.allowedOrigins)
    if (origins instanceof InvalidInput) return origins
    const { em, tenantId, now } = unit
    const id = newId(now)
    em.create(ChannelAccount, { id, tenantId, kind: 'WEB', name, state: 'LIVE', createdAt: now, version: 1 })
    await em.flush()
    em.create(WebChannel, {
      channelAccountId: id, tenantId, siteKey: `web_${randomToken(15)}`, allowedOrigins: origins, color: DEFAULT_COLOR,
      side: 'RIGHT', botName: 'ELENA', texts: defaultTexts(input.tenantName), note: '', identitySecret: null,
      identitySecretLastFour: null,
    })
    await em.flush()
    unit.audit({ action: 'channel.created', targetType: 'channel_account', targetId: id, detail: { name } })
    await unit.tell('channel.created', { kind: 'WEB' })
    return id
  }

  async changeWeb(unit: Unit, input: ChangedWebChannel): Promise<string | InvalidInput | ChangedMeanwhile> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const { account, web } = await findChat(unit, input.channelAccountId, 'WEB')
    if (account.version !== input.version) return new ChangedMeanwhile()
    const name = accountName(input.name)
    if (name instanceof InvalidInput) return name
    const settings = webChannelSettings(input)
    if (settings instanceof InvalidInput) return settings
    account.rename(name)
    web.arrange(settings)
    await unit.em.flush()
    unit.audit({ action: 'channel.changed', targetType: 'channel_account', targetId: account.id, detail: { ...settings, name } })
    return account.id
  }

  /** The plain secret, which is shown once. */
  async renewIdentitySecret(unit: Unit, channelAccountId: string): Promise<string> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const { account, web } = await findChat(unit, channelAccountId)
    const secret = `wis_${randomToken(32)}`
    web.renewSecret(this.#sealer.seal(secret, secretContext(account.id)), secret.slice(-4))
    await unit.em.flush()
    unit.audit({ action: 'channel.identity-secret-renewed', targetType: 'channel_account', targetId: account.id })
    return secret
  }
}

/** Locked. Of one kind, or of either. */
export async function findChat(unit: Unit, id: string, kind?: 'WEB' | 'APP'): Promise<{ account: ChannelAccount; web: WebChannel }> {
  const account = await unit.em.findOne(ChannelAccount, { id, ...kind && { kind } }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const web = account && await unit.em.findOne(WebChannel, { channelAccountId: id })
  if (!account || !web) throw new NotFound('The channel')
  return { account, web }
}
