import { describe, expect, test } from 'vitest'
import { Desk } from './desk.ts'
import { contactOf, conversationOf, memberOf, messageOf } from './fixtures.ts'
import { Thread } from './thread.ts'

const deskWith = (...conversations: ReturnType<typeof conversationOf>[]) => {
  const desk = new Desk('me')
  for (const view of ['MINE', 'UNASSIGNED', 'ALL', 'BOT', 'CLOSED'] as const) {
    desk.addPage(view, { conversations, hasMore: false, after: null })
  }
  return desk
}
const ids = (rows: { id: string }[]) => rows.map(row => row.id)
const event = (parts: object) => ({ __typename: 'ConversationEvent' as const, cursor: 'c', kind: 'CONVERSATION_CHANGED' as const, conversation: null, message: null, ...parts })

describe('lists', () => {
  test('a claimed conversation leaves the waiting ones and joins mine', () => {
    const desk = deskWith(conversationOf())
    desk.tellConversation(conversationOf({ version: 2, owner: 'AGENT', assignee: memberOf('me') }))
    expect(ids(desk.list('UNASSIGNED'))).toEqual([])
    expect(ids(desk.list('MINE'))).toEqual(['k1'])
    expect(ids(desk.list('ALL'))).toEqual(['k1'])
  })

  test('what a colleague has is not mine', () => {
    const desk = deskWith(conversationOf({ owner: 'AGENT', assignee: memberOf('ada') }))
    expect(desk.list('MINE')).toEqual([])
  })

  test('an older state told late changes nothing', () => {
    const desk = deskWith(conversationOf({ version: 3, status: 'CLOSED' }))
    desk.tellConversation(conversationOf({ version: 2 }))
    expect(ids(desk.list('CLOSED'))).toEqual(['k1'])
  })

  test('a conversation below the last page stays hidden, because others may stand between', () => {
    const desk = new Desk('me')
    desk.addPage('ALL', { conversations: [conversationOf()], hasMore: true, after: 'x' })
    desk.tellConversation(conversationOf({ id: 'k2', lastActivityAt: '2026-11-20T00:00:00.000Z' }))
    expect(ids(desk.list('ALL'))).toEqual(['k1'])
  })

  test('a list of a tag or a queue holds what bears it, and what loses it leaves', () => {
    const desk = new Desk('me')
    const sorting = { tag: 'card', queue: null }
    desk.addPage('ALL', { conversations: [conversationOf({ tags: ['card'], queue: 'claims' }), conversationOf({ id: 'k2' })], hasMore: false, after: null, sorting })
    expect(ids(desk.list('ALL', { sorting }))).toEqual(['k1'])
    expect(desk.list('ALL')).toEqual([])
    desk.tellConversation(conversationOf({ id: 'k2', version: 2, tags: ['other', 'card'] }))
    expect(ids(desk.list('ALL', { sorting }))).toEqual(['k2', 'k1'])
    desk.tellConversation(conversationOf({ version: 2, queue: 'claims' }))
    expect(ids(desk.list('ALL', { sorting }))).toEqual(['k2'])
    desk.addPage('ALL', { conversations: [], hasMore: false, after: null, sorting: { tag: null, queue: 'claims' } })
    expect(ids(desk.list('ALL', { sorting: { tag: null, queue: 'claims' } }))).toEqual(['k1'])
  })

  test('an answered emergency leaves the urgent ones', () => {
    const urgentSince = '2026-11-23T13:00:00.000Z'
    const desk = deskWith(conversationOf({ urgentSince }), conversationOf({ id: 'k2' }))
    desk.addPage('URGENT', { conversations: [conversationOf({ urgentSince })], hasMore: false, after: null })
    expect(ids(desk.list('URGENT'))).toEqual(['k1'])
    desk.tellConversation(conversationOf({ version: 2 }))
    expect(ids(desk.list('URGENT'))).toEqual([])
  })

  test('with urgent ones first, one stands above newer ones, also from below the last page', () => {
    const desk = new Desk('me')
    const urgent = conversationOf({ id: 'k0', urgentSince: '2026-11-20T00:00:00.000Z', lastActivityAt: '2026-11-20T00:00:00.000Z' })
    const elsewhere = conversationOf({ id: 'k9', urgentSince: '2026-11-20T00:00:00.000Z', owner: 'BOT' })
    desk.addPage('UNASSIGNED', { conversations: [conversationOf()], hasMore: true, after: 'x' })
    expect(ids(desk.list('UNASSIGNED', { urgentFirst: true }))).toEqual(['k1'])
    desk.addPage('URGENT', { conversations: [elsewhere, urgent], hasMore: false, after: null })
    expect(ids(desk.list('UNASSIGNED', { urgentFirst: true }))).toEqual(['k0', 'k1'])
    expect(ids(desk.list('UNASSIGNED'))).toEqual(['k1'])
  })

  test('a page asked for before everything was dropped is dropped, too', () => {
    const desk = new Desk('me')
    const asked = desk.epoch.value
    desk.startOver()
    desk.addPage('ALL', { conversations: [conversationOf()], hasMore: false, after: null }, asked)
    expect(desk.window('ALL')).toBeUndefined()
  })
})

describe('parts of a conversation', () => {
  test('a new name of the contact shows in all her conversations', () => {
    const desk = deskWith(conversationOf(), conversationOf({ id: 'k2', status: 'CLOSED' }))
    desk.tellContact(contactOf({ version: 2, name: 'Ana María' }))
    expect(['k1', 'k2'].map(id => desk.conversation(id)?.contact.name)).toEqual(['Ana María', 'Ana María'])
  })

  test('a newer conversation that carries an older contact does not bring the old name back', () => {
    const desk = deskWith(conversationOf({ contact: contactOf({ version: 2, name: 'Ana María' }) }))
    desk.tellConversation(conversationOf({ version: 2 }))
    expect(desk.conversation('k1')?.contact.name).toBe('Ana María')
  })

  test('the tick of the last message moves although the conversation is the same', () => {
    const desk = deskWith(conversationOf({ lastMessage: messageOf() }))
    const message = messageOf({ version: 2, status: 'READ' })
    desk.apply(event({ kind: 'MESSAGE_CHANGED', conversation: conversationOf({ lastMessage: message }), message }))
    expect(desk.conversation('k1')?.lastMessage?.status).toBe('READ')
  })

  test('an event that tells what is known is no change', () => {
    const desk = deskWith(conversationOf())
    expect(desk.apply(event({ conversation: conversationOf() }))).toBeUndefined()
  })
})

describe('threads', () => {
  test('a message told before the first page waits for it', () => {
    const thread = new Thread()
    thread.tell(messageOf({ id: 'm9', position: 9 }))
    expect(thread.messages).toEqual([])
    thread.addPage({ messages: [messageOf({ id: 'm8', position: 8 })], hasMore: true, after: 'x' })
    expect(ids(thread.messages)).toEqual(['m8', 'm9'])
  })

  test('a change of a message above the loaded part stays hidden until its page is there', () => {
    const thread = new Thread()
    thread.addPage({ messages: [messageOf({ id: 'm8', position: 8 })], hasMore: true, after: 'x' })
    thread.tell(messageOf({ id: 'm2', position: 2, version: 2 }))
    expect(ids(thread.messages)).toEqual(['m8'])
  })

  test('the thread that is looked at survives, the one not seen for longest goes', () => {
    const desk = new Desk('me')
    const first = desk.openThread('t0')
    for (let n = 1; n < 30; n++) desk.openThread(`t${n}`)
    desk.openThread('t0')
    desk.openThread('t30')
    expect(desk.thread('t0')).toBe(first)
    expect(desk.thread('t1')).toBeUndefined()
  })
})
