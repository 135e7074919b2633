import { defineEntity, p } from '@mikro-orm/core'
import type { Priority } from '@botpro/graphql/flows'
import type { Language } from '../../platform/language.ts'

export type ConversationStatus = 'OPEN' | 'CLOSED'
export type ConversationOwner = 'BOT' | 'QUEUE' | 'AGENT'

const ConversationSchema = defineEntity({
  name: 'Conversation',
  tableName: 'conversation',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    contactId: p.uuid(),
    identityId: p.uuid(),
    channelAccountId: p.uuid(),
    status: p.string().$type<ConversationStatus>(),
    owner: p.string().$type<ConversationOwner>(),
    assigneeId: p.uuid().nullable(),
    language: p.string().$type<Language>(),
    openedAt: p.datetime(),
    lastActivityAt: p.datetime(),
    queuedAt: p.datetime().nullable(),
    firstQueuedAt: p.datetime().nullable(),
    firstAnsweredAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    unreadCount: p.integer(),
    lastMessageId: p.uuid().nullable(),
    urgentSince: p.datetime().nullable(),
    linkId: p.uuid().nullable(),
    referral: p.json().$type<Record<string, unknown>>().nullable(),
    threadKey: p.text(),
    subject: p.text().nullable(),
    tags: p.array<string>(),
    priority: p.string().$type<Priority>(),
    queue: p.text().nullable(),
    version: p.integer(),
  },
})

/** One owner at a time: every change of hands goes through a verb, which keeps owner, assignee and queue in step. */
export class Conversation extends ConversationSchema.class {
  get isClosed(): boolean {
    return this.status === 'CLOSED'
  }

  isHeldBy(memberId: string): boolean {
    return this.owner === 'AGENT' && this.assigneeId === memberId
  }

  assignTo(memberId: string) {
    this.pass('AGENT', memberId)
  }

  returnToBot() {
    this.pass('BOT', null)
  }

  returnToQueue(now: Date) {
    this.pass('QUEUE', null)
    this.queuedAt = now
    this.firstQueuedAt ??= now
  }

  close(now: Date) {
    this.status = 'CLOSED'
    this.closedAt = now
    this.queuedAt = null
    this.unreadCount = 0
    this.urgentSince = null
    this.version += 1
  }

  reopenFor(memberId: string) {
    this.status = 'OPEN'
    this.closedAt = null
    this.pass('AGENT', memberId)
  }

  unreadLeft(count: number) {
    this.unreadCount = count
    this.version += 1
  }

  retag(tags: string[]) {
    this.tags = tags
    this.version += 1
  }

  prioritize(priority: Priority) {
    this.priority = priority
    this.version += 1
  }

  /** Whose work it is, not who has it. */
  moveToQueue(queue: string | null) {
    this.queue = queue
    this.version += 1
  }

  answered(now: Date) {
    this.firstAnsweredAt ??= now
    this.urgentSince = null
  }

  // Not a #private method: the ORM makes its instances without the constructor.
  private pass(owner: ConversationOwner, assigneeId: string | null) {
    this.owner = owner
    this.assigneeId = assigneeId
    this.queuedAt = null
    this.version += 1
  }
}
ConversationSchema.setClass(Conversation)

export const conversationEntities = [Conversation]
