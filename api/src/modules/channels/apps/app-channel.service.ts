import { memberIdOf } from '../../../platform/actor.ts'
import { randomToken, sha256 } from '../../../platform/crypto.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { accountName } from '../account/account-name.ts'
import { ChannelAccount, WebChannel, type WidgetTexts } from '../account/channel-account.entity.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import { findChat } from '../account/channel-account.service.ts'
import { widgetTexts } from '../web/web-channel-settings.ts'
import { DEFAULT_COLOR, defaultTexts } from '../web/widget-defaults.ts'
import { AppToken, newAppToken } from './app-token.entity.ts'

export interface NewAppChannel {
  name: string
  note: string
  /** What the chat calls the tenant until it finds its own words. */
  tenantName: string
}

export interface ChangedAppChannel {
  channelAccountId: string
  version: number
  name: string
  note: string
  texts: WidgetTexts[]
}

const MOST_NOTE = 500
const MOST_OVERLAP_HOURS = 90 * 24
const HOUR = 3_600_000

/** The tenant's applications. Verbs return the id of the channel account, or why not. */
export class AppChannelService {
  async create(unit: Unit, input: NewAppChannel): Promise<string | InvalidInput> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const named = described(input)
    if (named instanceof InvalidInput) return named
    const { em, tenantId, now } = unit
    const id = newId(now)
    em.create(ChannelAccount, { id, tenantId, kind: 'APP', name: named.name, state: 'LIVE', createdAt: now, version: 1 })
    await em.flush()
    em.create(WebChannel, {
      channelAccountId: id, tenantId, siteKey: `app_${randomToken(15)}`, allowedOrigins: [], color: DEFAULT_COLOR, side: 'RIGHT',
      botName: 'ELENA', texts: defaultTexts(input.tenantName), note: named.note, identitySecret: null, identitySecretLastFour: null,
    })
    await em.flush()
    unit.audit({ action: 'channel.created', targetType: 'channel_account', targetId: id, detail: { name: named.name } })
    await unit.tell('channel.created', { kind: 'APP' })
    return id
  }

  async change(unit: Unit, input: ChangedAppChannel): Promise<string | InvalidInput | ChangedMeanwhile> {
    const { account, web } = await findApp(unit, input.channelAccountId)
    if (account.version !== input.version) return new ChangedMeanwhile()
    const named = described(input)
    if (named instanceof InvalidInput) return named
    const texts = widgetTexts(input.texts)
    if (texts instanceof InvalidInput) return texts
    account.rename(named.name)
    web.describe({ note: named.note, texts })
    await unit.em.flush()
    unit.audit({ action: 'channel.changed', targetType: 'channel_account', targetId: account.id, detail: { ...named, texts } })
    return account.id
  }

  /** The plain token, which is shown once. */
  async renewToken(unit: Unit, { channelAccountId, overlapHours }: { channelAccountId: string; overlapHours: number }): Promise<string | InvalidInput> {
    const { em, tenantId, now, actor } = unit
    // Locks the account, so of two that renew at once the second ends what the first made.
    await findApp(unit, channelAccountId)
    if (overlapHours < 0 || overlapHours > MOST_OVERLAP_HOURS) return new InvalidInput('overlapHours', `Between 0 and ${MOST_OVERLAP_HOURS} hours.`)
    const before = await em.find(AppToken, { tenantId, channelAccountId, revokedAt: null })
    for (const token of before) token.endAt(new Date(now.getTime() + overlapHours * HOUR))
    const secret = newAppToken()
    const { id } = em.create(AppToken, {
      id: newId(now), tenantId, channelAccountId, hash: sha256(secret), lastFour: secret.slice(-4), createdAt: now, createdById: memberIdOf(actor),
    })
    await em.flush()
    unit.audit({ action: 'app-token.made', targetType: 'app-token', targetId: id, detail: { channelAccountId, overlapHours } })
    return secret
  }

  async revokeToken(unit: Unit, id: string): Promise<string> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const token = await unit.em.findOne(AppToken, { id, tenantId: unit.tenantId })
    if (!token) throw new NotFound('The token')
    const { channelAccountId, lastFour } = token
    if (token.revoke(unit.now)) unit.audit({ action: 'app-token.revoked', targetType: 'app-token', targetId: id, detail: { channelAccountId, lastFour } })
    await unit.em.flush()
    return channelAccountId
  }
}

function findApp(unit: Unit, id: string) {
  if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
  return findChat(unit, id, 'APP')
}

function described({ name: typed, note: words }: { name: string; note: string }): { name: string; note: string } | InvalidInput {
  const name = accountName(typed)
  if (name instanceof InvalidInput) return name
  const note = words.trim()
  return note.length <= MOST_NOTE ? { name, note } : new InvalidInput('note', `At most ${MOST_NOTE} characters.`)
}
