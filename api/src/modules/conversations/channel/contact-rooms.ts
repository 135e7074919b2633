import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Lines } from '../../channels/index.ts'
import type { ServiceReader, ServiceRules } from '../../tenancy/index.ts'
import { lockThread, openConversation } from '../visitor/visitor-thread.store.ts'
import { addressesOf, type Address } from './contact-address.ts'
import { SendingDecisions } from './sending.ts'

/** Why the bot cannot begin to speak with somebody. */
export type NoRoom =
  /** People have her conversation, or she waits for them. */
  | 'WITH_PEOPLE'
  /** There is no address of hers on a channel that is live and on which the bot may write first; mails are begun by her. */
  | 'NO_CHANNEL'
  /** She stopped the channel, or blocked it. */
  | 'OPTED_OUT'
  /** Too long ago that she wrote: the channel takes nothing free. */
  | 'WINDOW_CLOSED'
  /** The company's service stands still, or it may begin nothing. */
  | 'SERVICE_HELD'

/** Where the bot may speak: in what is open, or in a conversation that is to be opened. */
export interface Room {
  channelAccountId: string
  identityId: string
  conversationId: string | null
}

export interface RoomAsked {
  contactId: string
  /** Nowhere else. */
  channelAccountId?: string | null
  conversationId?: string | null
}

/** Finds where the bot may speak with a contact without having been spoken to. */
export class ContactRooms {
  readonly #decisions: SendingDecisions

  constructor({ lines, service }: { lines: Lines; service?: ServiceReader }) {
    this.#decisions = new SendingDecisions(lines, service)
  }

  /** What is open with the bot; else the address that she used last and that reaches her now, unless people have her. */
  async find(unit: ReadUnit, { contactId, channelAccountId, conversationId }: RoomAsked): Promise<Room | NoRoom> {
    const addresses = (await addressesOf(unit, contactId))
      .filter(address => (!channelAccountId || address.channelAccountId === channelAccountId) && (!conversationId || address.conversationId === conversationId))
    const service = await this.#decisions.rules(unit)
    if (!service.isServed) return 'SERVICE_HELD'
    const own = addresses.find(({ owner }) => owner === 'BOT')
    if (own) return roomOf(own)
    if (addresses.some(({ conversationId: open }) => open !== null)) return 'WITH_PEOPLE'
    if (!service.mayBegin) return 'SERVICE_HELD'
    const reasons = addresses.map(address => this.#refusal(address, { now: unit.now, service }))
    const free = reasons.indexOf(null)
    return free >= 0 ? roomOf(addresses[free]!) : reasons[0] ?? 'NO_CHANNEL'
  }

  /** In the unit in which the bot speaks. Whoever opened one meanwhile is not opened another. */
  async open(unit: Unit, { identityId, contactId }: { identityId: string; contactId: string }): Promise<string> {
    const { place, open } = (await lockThread(unit, { identityId }, { create: true }))!
    if (open) return place.conversationId
    const language = (await addressesOf(unit, contactId)).find(({ id }) => id === identityId)?.language ?? 'ES'
    return openConversation(unit, place, { id: newId(unit.now), language })
  }

  #refusal(address: Address, at: { now: Date; service: ServiceRules }): NoRoom | null {
    if (address.kind === 'EMAIL') return 'NO_CHANNEL'
    if (address.state !== 'LIVE') return 'NO_CHANNEL'
    const { mayWrite, isForPeopleOnly, block } = this.#decisions.decide(address, at)
    if (mayWrite && !isForPeopleOnly) return null
    return block === 'OPTED_OUT' ? 'OPTED_OUT' : block === 'CHANNEL_PAUSED' ? 'NO_CHANNEL' : 'WINDOW_CLOSED'
  }
}

const roomOf = ({ channelAccountId, id, conversationId }: Address): Room => ({ channelAccountId, identityId: id, conversationId })
