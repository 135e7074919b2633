import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import { messageOfReference, namesPart } from '../adapters/reference.ts'
import type { ChannelUpdate, SeenUpTo, SentElsewhere, StatusChanged } from '../adapters/update.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import { parkUpdate, takeParked } from '../inbound/parked-update.store.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { failureOf, hasLeft, progressed, progressOf, type SentPart } from './message-progress.ts'
import { doubtfulOutbound, lockOutbound, messageNamed, nameMessage, saveOutbound, sentBefore, type Outbound, type OutboundState, type PartAt } from './outbound.store.ts'
import { learnFrom, type Refused } from './refusal-lesson.ts'

type Heard = Pick<SentPart, 'state' | 'externalId' | 'failure'>

/** What is heard of messages of ours: statuses in any order, before their message too, and what a call brought. */
export class StatusService {
  readonly #inbox: ChannelInbox
  readonly #lines: Lines

  constructor({ inbox, lines }: { inbox: ChannelInbox; lines: Lines }) {
    this.#inbox = inbox
    this.#lines = lines
  }

  async changed(unit: Unit, account: LineAccount, update: StatusChanged): Promise<void> {
    const outbound = await this.#find(unit, account, update)
    if (update.charge && update.externalId) {
      await this.#inbox.charged(unit, { account, externalId: update.externalId, messageId: outbound?.messageId, at: update.at, charge: update.charge })
    }
    // What a reference of ours names was here before it was sent: with another, the message is another tool's and never will be.
    if (!outbound) return update.externalId && !update.reference ? parkUpdate(unit, account.channelAccountId, update.externalId, update) : undefined
    const index = await this.#partMeant(unit, outbound, update)
    if (index >= 0 && await this.#told(unit, { account, outbound, index }, update)) await this.settle(unit, outbound)
  }

  /** Everything up to a moment. */
  async seen(unit: Unit, account: LineAccount, identityId: string, { status, upTo }: SeenUpTo): Promise<void> {
    for (const messageId of await sentBefore(unit, identityId, upTo)) {
      const outbound = await lockOutbound(unit, messageId)
      for (const index of outbound?.parts?.keys() ?? []) {
        if (await this.advance(unit, { account, outbound: outbound!, index }, { state: status })) await this.settle(unit, outbound!)
      }
    }
  }

  /** Seen in the provider's own window. One of ours proves that it was accepted; false where it is none of ours. */
  async echoed(unit: Unit, account: LineAccount, update: SentElsewhere): Promise<boolean> {
    const { externalId, reference } = update
    const outbound = reference ? await this.#find(unit, account, { externalId, reference }) : await this.#doubted(unit, account, update)
    if (!outbound) return false
    const index = await this.#partMeant(unit, outbound, { externalId, reference })
    if (index >= 0 && await this.advance(unit, { account, outbound, index }, { state: 'SENT', externalId })) await this.settle(unit, outbound)
    return true
  }

  /** Takes down what is heard of one part, its name, and what it cost where that is counted here. Whoever calls it settles. */
  async advance(unit: Unit, at: PartAt, heard: Heard): Promise<boolean> {
    const { account, outbound, index } = at
    const before = outbound.parts![index]!
    const after = progressed(before, heard)
    if (after === before) return false
    outbound.parts = outbound.parts!.with(index, after)
    const { externalId, segments } = after
    if (externalId && externalId !== before.externalId) await this.name(unit, at, externalId)
    if (segments && externalId && !hasLeft(before) && hasLeft(outbound.parts[index]!)) {
      await this.#inbox.charged(unit, { account, externalId, messageId: outbound.messageId, at: unit.now, segments })
    }
    return true
  }

  /** A name that a call or status brought. What was told under it before is told now. */
  async name(unit: Unit, at: PartAt, externalId: string): Promise<void> {
    const { channelAccountId, messageId } = at.outbound
    await lock(unit, nameOf(channelAccountId, externalId))
    await nameMessage(unit, channelAccountId, externalId, messageId)
    for (const parked of await takeParked(unit, channelAccountId, [externalId])) {
      if (parked.kind === 'STATUS') await this.#told(unit, at, { ...parked, externalId })
      else await this.#tellAbove(unit, at.account, parked)
    }
  }

  /** What the provider says no to once it is not to be asked again. */
  refused(unit: Unit, at: PartAt, refused: Refused): Promise<void> {
    return learnFrom(unit, { inbox: this.#inbox, lines: this.#lines, at }, refused)
  }

  /** Keeps what became of it. A message with parts still to go goes on. */
  async settle(unit: Unit, outbound: Outbound, { dueAt = unit.now, state = stateOf(outbound.parts!) }: { dueAt?: Date; state?: OutboundState } = {}): Promise<void> {
    const { messageId, channelAccountId, parts, tries } = outbound
    await saveOutbound(unit, { messageId, state, parts, tries, dueAt })
    await this.#inbox.progressed(unit, { messageId, progress: progressOf(parts!), failure: failureOf(parts!) })
    // Whoever waited behind it may go.
    unit.wake('channel', `${unit.tenantId} ${channelAccountId}`)
  }

  async #told(unit: Unit, at: PartAt, { status: state, externalId, failure, because, at: toldAt }: StatusChanged): Promise<boolean> {
    const isNew = await this.advance(unit, at, { state, externalId, failure })
    if (isNew && state === 'FAILED' && because) await this.refused(unit, at, { because, at: toldAt })
    return isNew
  }

  async #tellAbove(unit: Unit, account: LineAccount, update: ChannelUpdate): Promise<void> {
    if (update.kind === 'EDIT') await this.#inbox.edited(unit, account, update)
    if (update.kind === 'DELETE') await this.#inbox.deleted(unit, account, update)
    if (update.kind === 'REACTION') await this.#inbox.reacted(unit, account, update)
  }

  /** What is fetched afterwards tells no reference: there, whoever was in doubt whether it had said the same is in doubt no longer. */
  async #doubted(unit: Unit, { channelAccountId }: LineAccount, { externalId, to, text, at }: SentElsewhere): Promise<Outbound | undefined> {
    if (!text || await messageNamed(unit, channelAccountId, externalId)) return undefined
    return doubtfulOutbound(unit, { channelAccountId, externalId: to.externalId, text, at })
  }

  async #find(unit: Unit, { channelAccountId }: LineAccount, { externalId, reference }: Named): Promise<Outbound | undefined> {
    const messageId = reference ? messageOfReference(reference) : externalId && await this.#named(unit, channelAccountId, externalId)
    const outbound = messageId ? await lockOutbound(unit, messageId) : undefined
    // A reference is only as good as the one who signs; that of another account of the tenant's is none.
    return outbound?.channelAccountId === channelAccountId ? outbound : undefined
  }

  /** Looked at once more under the lock of the name: whoever sends may be about to tell it. */
  async #named(unit: Unit, channelAccountId: string, externalId: string): Promise<string | undefined> {
    const known = await messageNamed(unit, channelAccountId, externalId)
    if (known) return known
    await lock(unit, nameOf(channelAccountId, externalId))
    return messageNamed(unit, channelAccountId, externalId)
  }

  /**
   * By its reference, or its name. A reference that no part bears any more, and a name that is the message's but no part's, are
   * of a time before it was sent again: that is over. What bears the message's id alone and a new name is the one under way.
   */
  async #partMeant(unit: Unit, { channelAccountId, parts }: Outbound, { externalId, reference }: Named): Promise<number> {
    if (!parts) return -1
    if (reference && namesPart(reference)) return parts.findIndex(part => part.reference === reference)
    const named = externalId === undefined ? -1 : parts.findIndex(part => part.externalId === externalId)
    if (named >= 0 || (externalId && await messageNamed(unit, channelAccountId, externalId))) return named
    return parts.findIndex(part => part.externalId === undefined && (part.state === 'SENDING' || part.state === 'UNKNOWN'))
  }
}

type Named = Pick<StatusChanged, 'externalId' | 'reference'>

/** What is locked by whoever gives a name to a message, and by whoever finds it without one. */
export const nameOf = (channelAccountId: string, externalId: string) => `channel-message:${channelAccountId}:${externalId}`

function stateOf(parts: readonly SentPart[]): OutboundState {
  if (parts.some(part => part.state === 'FAILED')) return 'FAILED'
  if (parts.some(part => part.state === 'SENDING')) return 'SENDING'
  if (parts.some(part => part.state === 'UNKNOWN')) return 'UNKNOWN'
  return parts.some(part => part.state === 'WAITING') ? 'QUEUED' : 'SENT'
}
