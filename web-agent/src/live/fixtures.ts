import type { Contact, Conversation, Message } from './desk.ts'
import { PLAIN } from './plain.ts'

const AT = '2026-11-23T14:00:00.000Z'

export const contactOf = (over: Partial<Contact> = {}): Contact => ({
  __typename: 'Contact', id: 'c1', version: 1, name: 'Ana Peralta', email: null, phone: null, language: 'ES',
  verified: false, lastSeenAt: AT, ...over,
})

export const messageOf = (over: Partial<Message> = {}): Message => ({
  __typename: 'Message', id: 'm1', version: 1, conversationId: 'k1', position: 1, author: 'CONTACT', member: null,
  visibility: 'PUBLIC', text: 'Buenas', menu: null, chosenOptionId: null, notice: null, noticeMember: null,
  attachments: [], status: 'DELIVERED', sentAt: AT, clientId: null, sentiment: null, ...PLAIN, ...over,
})

export const conversationOf = (over: Partial<Conversation> = {}): Conversation => ({
  __typename: 'Conversation', id: 'k1', version: 1, status: 'OPEN', owner: 'QUEUE', language: 'ES', openedAt: AT,
  lastActivityAt: AT, queuedAt: AT, closedAt: null, unreadCount: 0, assignee: null, contact: contactOf(),
  channelAccount: { __typename: 'ChannelAccount', id: 'w1', kind: 'WEB', name: 'Sitio web' }, lastMessage: null,
  tags: [], priority: 'NORMAL', queue: null, urgentSince: null, mood: null, origin: null,
  ...over,
})

export const memberOf = (id: string, name = id) => ({ __typename: 'Member' as const, id, name })
