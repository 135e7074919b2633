import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import { channelAccountsById } from '../account/channel-account.queries.ts'
import { linkDetails, type LinkedAccount, type TypedLink } from './link-input.ts'
import { ChannelLink } from './link.entity.ts'
import { newLinkToken } from './link-token.ts'

/** Of one account, those deleted not counted: a list that fits a screen, and a limit to what a mistake can make. */
const MOST_LINKS = 200

export type NewLink = TypedLink & { channelAccountId: string }
export type ChangedLink = TypedLink & { channelLinkId: string; version: number }

/** The tenant's links. Each verb returns the id of the link, or why not. */
export class LinkService {
  async create(unit: Unit, { channelAccountId, ...typed }: NewLink): Promise<string | InvalidInput> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const details = linkDetails(typed, await accountOf(unit, channelAccountId))
    if (details instanceof InvalidInput) return details
    const { em, tenantId, now } = unit
    if (await em.count(ChannelLink, { tenantId, channelAccountId, state: { $ne: 'DELETED' } }) >= MOST_LINKS)
      return new InvalidInput('name', `At most ${MOST_LINKS} links lead to one channel.`)
    const link = em.create(ChannelLink, {
      id: newId(now), tenantId, channelAccountId, ...details, token: newLinkToken(), state: 'ACTIVE', createdAt: now, version: 1,
    })
    return tell(unit, link, 'channel-link.created')
  }

  async change(unit: Unit, { channelLinkId, version, ...typed }: ChangedLink): Promise<string | InvalidInput | ChangedMeanwhile> {
    const link = await find(unit, channelLinkId)
    if (link.version !== version) return new ChangedMeanwhile()
    const details = linkDetails(typed, await accountOf(unit, link.channelAccountId))
    if (details instanceof InvalidInput) return details
    link.describe(details)
    return tell(unit, link, 'channel-link.changed')
  }

  async pause(unit: Unit, id: string): Promise<string> {
    const link = await find(unit, id)
    link.pause()
    return tell(unit, link, 'channel-link.paused')
  }

  async resume(unit: Unit, id: string): Promise<string> {
    const link = await find(unit, id)
    link.resume()
    return tell(unit, link, 'channel-link.resumed')
  }

  async delete(unit: Unit, id: string): Promise<string> {
    const link = await find(unit, id)
    link.delete()
    return tell(unit, link, 'channel-link.deleted')
  }
}

/** One that is deleted is there for history alone. */
async function find(unit: Unit, id: string): Promise<ChannelLink> {
  if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
  const link = await unit.em.findOne(ChannelLink, { id, tenantId: unit.tenantId, state: { $ne: 'DELETED' } }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!link) throw new NotFound('The link')
  return link
}

async function accountOf(unit: Unit, channelAccountId: string): Promise<LinkedAccount> {
  const [account] = await channelAccountsById(unit, [channelAccountId])
  if (!account) throw new NotFound('The channel')
  return { kind: account.kind, allowedOrigins: account.web?.allowedOrigins ?? [] }
}

async function tell(unit: Unit, { id, name, text, page, token }: ChannelLink, action: string): Promise<string> {
  await unit.em.flush()
  unit.audit({ action, targetType: 'channel_link', targetId: id, detail: { name, text, page, token } })
  return id
}
