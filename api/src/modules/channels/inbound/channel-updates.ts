import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ChannelUpdate, MessageDeleted, MessageEdited, Reacted, SentElsewhere } from '../adapters/update.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import { doubtfulOutbound, lockOutbound, messageNamed } from '../outbound/outbound.store.ts'
import { nameOf, type StatusService } from '../outbound/status.service.ts'
import type { ChannelHealth } from '../provider/channel-health.ts'
import type { LineAccount } from '../provider/lines.ts'
import type { LeftAsideCount } from './left-aside-count.ts'
import { parkUpdate, takeParked } from './parked-update.store.ts'

interface Parts {
  inbox: ChannelInbox
  statuses: StatusService
  health: ChannelHealth
  /** Tells the provider that a message was taken. */
  acknowledge: (account: LineAccount, externalId: string) => void
  aside: LeftAsideCount
}

/** What each kind of update does. Told twice, or out of order, it comes to the same. */
export class ChannelUpdates {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async apply(unit: Unit, account: LineAccount, update: ChannelUpdate): Promise<void> {
    const { inbox, statuses, health } = this.#parts
    switch (update.kind) {
      case 'MESSAGE': {
        await inbox.received(unit, account, update)
        unit.afterCommit(() => this.#parts.acknowledge(account, update.externalId))
        return this.#tellParked(unit, account, update.externalId)
      }
      case 'EDIT':
      case 'DELETE':
      case 'REACTION': return this.#about(unit, account, update)
      case 'STATUS': return statuses.changed(unit, account, update)
      case 'SEEN': {
        const identityId = await identityOf(unit, account.channelAccountId, update.from.externalId)
        return identityId ? statuses.seen(unit, identityId, update) : undefined
      }
      case 'ECHO': return this.#echo(unit, account, update)
      case 'PERSON_CHANGED': return inbox.personChanged(unit, account, update)
      case 'AVAILABLE': return inbox.personAvailable(unit, account, update)
      case 'ACCOUNT': return health.told(unit, account, update)
      case 'ASIDE': return unit.afterCommit(() => this.#parts.aside.add(account.channelAccountId, update.why))
    }
  }

  async #about(unit: Unit, account: LineAccount, update: MessageEdited | MessageDeleted | Reacted): Promise<void> {
    if (await this.#told(unit, account, update)) return
    // The message may be about to be stored: whoever holds its name is waited for, and then it is here, or finds what is parked.
    await lock(unit, nameOf(account.channelAccountId, update.externalId))
    if (!await this.#told(unit, account, update)) await parkUpdate(unit, account.channelAccountId, update.externalId, update)
  }

  #told(unit: Unit, account: LineAccount, update: MessageEdited | MessageDeleted | Reacted): Promise<boolean> {
    const { inbox } = this.#parts
    if (update.kind === 'EDIT') return inbox.edited(unit, account, update)
    return update.kind === 'DELETE' ? inbox.deleted(unit, account, update) : inbox.reacted(unit, account, update)
  }

  async #tellParked(unit: Unit, account: LineAccount, externalId: string): Promise<void> {
    await lock(unit, nameOf(account.channelAccountId, externalId))
    for (const update of await takeParked(unit, account.channelAccountId, [externalId])) {
      if (update.kind === 'EDIT' || update.kind === 'DELETE' || update.kind === 'REACTION') await this.#told(unit, account, update)
    }
  }

  /**
   * One of ours proves that it was accepted; the rest was written with another tool. What is fetched afterwards tells no reference:
   * there, whoever was in doubt whether it had said the same is in doubt no longer.
   */
  async #echo(unit: Unit, account: LineAccount, update: SentElsewhere): Promise<void> {
    const { channelAccountId } = account
    const { reference, externalId, text, at } = update
    if (await messageNamed(unit, channelAccountId, externalId)) return
    const outbound = reference ? await lockOutbound(unit, reference)
      : text ? await doubtfulOutbound(unit, { channelAccountId, externalId: update.to.externalId, text, at }) : undefined
    if (outbound?.channelAccountId !== channelAccountId) return this.#parts.inbox.sentElsewhere(unit, account, update)
    await this.#parts.statuses.hear(unit, outbound, { state: 'SENT', externalId: update.externalId })
  }
}

const IDENTITY = 'select id from contact_identity where tenant_id = $1 and channel_account_id = $2 and external_id = $3'

async function identityOf(unit: Unit, channelAccountId: string, externalId: string): Promise<string | undefined> {
  return (await unit.sql<{ id: string }>('channel-identity', IDENTITY, [unit.tenantId, channelAccountId, externalId]))[0]?.id
}
