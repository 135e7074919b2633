import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { SeenUpTo, StatusChanged } from '../adapters/update.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import { parkUpdate, takeParked } from '../inbound/parked-update.store.ts'
import type { LineAccount } from '../provider/lines.ts'
import { failureOf, progressed, progressOf, type SentPart } from './message-progress.ts'
import { lockOutbound, messageNamed, nameMessage, saveOutbound, sentBefore, type Outbound, type OutboundState } from './outbound.store.ts'

type Heard = Pick<SentPart, 'state' | 'externalId' | 'failure'>

/** What is heard of messages of ours: statuses in any order, before their message too, and what a call brought. */
export class StatusService {
  readonly #inbox: ChannelInbox

  constructor(inbox: ChannelInbox) {
    this.#inbox = inbox
  }

  async changed(unit: Unit, account: LineAccount, update: StatusChanged): Promise<void> {
    const { channelAccountId } = account
    const outbound = await this.#find(unit, channelAccountId, update)
    if (update.charge && update.externalId) {
      await this.#inbox.charged(unit, { account, externalId: update.externalId, messageId: outbound?.messageId, at: update.at, charge: update.charge })
    }
    // What a reference of ours names was here before it was sent: with another, the message is another tool's and never will be.
    if (!outbound) return update.externalId && !update.reference ? parkUpdate(unit, channelAccountId, update.externalId, update) : undefined
    const { status: state, externalId, failure } = update
    await this.hear(unit, outbound, { state, externalId, failure })
  }

  /** Everything up to a moment. */
  async seen(unit: Unit, identityId: string, { status, upTo }: SeenUpTo): Promise<void> {
    for (const messageId of await sentBefore(unit, identityId, upTo)) {
      const outbound = await lockOutbound(unit, messageId)
      for (const { externalId } of outbound?.parts ?? []) await this.hear(unit, outbound!, { state: status, externalId })
    }
  }

  /** Takes down what is heard of one part, and tells how far the message has come. */
  async hear(unit: Unit, outbound: Outbound, heard: Heard): Promise<void> {
    const parts = outbound.parts ?? []
    const index = partMeant(parts, heard)
    if (index < 0) return
    const before = parts[index]!
    const after = progressed(before, heard)
    if (after === before) return
    if (after.externalId && after.externalId !== before.externalId) await this.name(unit, outbound, after.externalId)
    outbound.parts = parts.with(index, after)
    await this.settle(unit, outbound)
  }

  /** A name that a call or status brought. What was told under it before is told now. */
  async name(unit: Unit, outbound: Outbound, externalId: string): Promise<void> {
    const { channelAccountId, messageId } = outbound
    await lock(unit, nameOf(channelAccountId, externalId))
    await nameMessage(unit, channelAccountId, externalId, messageId)
    for (const parked of await takeParked(unit, channelAccountId, [externalId])) {
      if (parked.kind !== 'STATUS') continue
      const parts = outbound.parts!
      const index = Math.max(parts.findIndex(part => part.externalId === externalId), parts.findIndex(part => part.state === 'SENDING' || part.state === 'UNKNOWN'))
      outbound.parts = parts.with(index, progressed(parts[index]!, { state: parked.status, externalId, failure: parked.failure }))
    }
  }

  /** Keeps what became of it. A message with parts still to go goes on. */
  async settle(unit: Unit, outbound: Outbound, { dueAt = unit.now, state = stateOf(outbound.parts!) }: { dueAt?: Date; state?: OutboundState } = {}): Promise<void> {
    const { messageId, channelAccountId, parts, tries } = outbound
    await saveOutbound(unit, { messageId, state, parts, tries, dueAt })
    await this.#inbox.progressed(unit, { messageId, progress: progressOf(parts!), failure: failureOf(parts!) })
    // Whoever waited behind it may go.
    unit.wake('channel', `${unit.tenantId} ${channelAccountId}`)
  }

  async #find(unit: Unit, channelAccountId: string, { externalId, reference }: StatusChanged): Promise<Outbound | undefined> {
    const messageId = reference ?? (externalId && await this.#named(unit, channelAccountId, externalId))
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
}

/** What is locked by whoever gives a name to a message, and by whoever finds it without one. */
export const nameOf = (channelAccountId: string, externalId: string) => `channel-message:${channelAccountId}:${externalId}`

/** By its name; where that is not known yet, the one that is under way, of which there is one at a time. */
function partMeant(parts: readonly SentPart[], { externalId }: Heard): number {
  const named = externalId === undefined ? -1 : parts.findIndex(part => part.externalId === externalId)
  return named >= 0 ? named : parts.findIndex(part => part.externalId === undefined && (part.state === 'SENDING' || part.state === 'UNKNOWN'))
}

function stateOf(parts: readonly SentPart[]): OutboundState {
  if (parts.some(part => part.state === 'FAILED')) return 'FAILED'
  if (parts.some(part => part.state === 'SENDING')) return 'SENDING'
  if (parts.some(part => part.state === 'UNKNOWN')) return 'UNKNOWN'
  return parts.some(part => part.state === 'WAITING') ? 'QUEUED' : 'SENT'
}
