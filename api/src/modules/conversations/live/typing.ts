import type { Broadcast } from '../../../platform/broadcast.ts'

interface Visitor {
  channelAccountId: string
  externalId: string
}

/** Who is writing right now. Kept nowhere: a signal that is lost does no harm. */
export class TypingSignals {
  readonly #broadcast: Broadcast

  constructor(broadcast: Broadcast) {
    this.#broadcast = broadcast
  }

  /** `memberId` is null when it is the contact who writes. */
  tellStaff(tenantId: string, conversationId: string, memberId: string | null) {
    this.#broadcast.send(staffTopic(tenantId, conversationId), { conversationId, memberId })
  }

  tellVisitor(tenantId: string, visitor: Visitor, memberId: string) {
    this.#broadcast.send(visitorTopic(tenantId, visitor), { memberId })
  }

  toStaff(tenantId: string, conversationId: string) {
    return this.#broadcast.messages<{ conversationId: string; memberId: string | null }>(staffTopic(tenantId, conversationId))
  }

  toVisitor(tenantId: string, visitor: Visitor) {
    return this.#broadcast.messages<{ memberId: string }>(visitorTopic(tenantId, visitor))
  }
}

const staffTopic = (tenantId: string, conversationId: string) => `typing:${tenantId}:${conversationId}`
const visitorTopic = (tenantId: string, { channelAccountId, externalId }: Visitor) =>
  `typing:${tenantId}:${channelAccountId}:${externalId}`
