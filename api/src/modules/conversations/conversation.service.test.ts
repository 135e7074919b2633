import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import type { Actor } from '../../platform/actor.ts'
import { entities } from '../../modules.ts'
import { ContactService } from '../contacts/index.ts'
import { AgentMessageService } from './messages/agent-message.service.ts'
import { ConversationService } from './conversation.service.ts'
import { MenuBot } from './bot/menu-bot.ts'
import { ReadingService } from './messages/reading.service.ts'
import { VisitorMessageService } from './visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const bot = new MenuBot()
const conversations = new ConversationService(bot)
const messages = new AgentMessageService()
const reading = new ReadingService()
const visitorMessages = new VisitorMessageService({ contacts: new ContactService(), bot })

async function waiting(world: World, visitor = world.visitor()) {
  await visitorSays(world, visitor, 'quiero hablar con una persona')
  const { rows } = await database.owner.query(`select id from conversation where tenant_id = $1 and status = 'OPEN'
    and identity_id = (select id from contact_identity where tenant_id = $1 and external_id = $2)`, [world.tenantId, visitor.externalId])
  return { visitor, id: rows[0].id as string }
}

const visitorSays = (world: World, visitor: Extract<Actor, { kind: 'VISITOR' }>, text: string) =>
  world.as(visitor, unit => visitorMessages.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }))

const reply = (world: World, agent: Actor, id: string, more: object = {}) =>
  world.as(agent, unit => messages.reply(unit, { conversationId: id, clientId: randomUUID(), text: 'Buenas', ...more }))

const row = async (world: World, id: string) =>
  (await database.owner.query('select * from conversation where tenant_id = $1 and id = $2', [world.tenantId, id])).rows[0]

const notices = async (world: World) =>
  (await database.owner.query('select notice from message where tenant_id = $1 and notice is not null order by position', [world.tenantId])).rows.map(each => each.notice)

const trail = async ({ tenantId }: World) => (await database.owner.query(`select action, actor->>'memberId' as by, target_type as type, target_id as id, detail
  from audit_entry where tenant_id = $1 order by seq`, [tenantId])).rows

describe('the audit trail', () => {
  test('tells who claimed, assigned, handed back, closed and reopened a conversation', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const [ana, sonia] = [await world.member('AGENT', 'Ana Reyes'), await world.member('SUPERVISOR')]
    await world.as(sonia, unit => conversations.claim(unit, id))
    await world.as(sonia, unit => conversations.assign(unit, { conversationId: id, memberId: ana.memberId }))
    await world.as(ana, unit => conversations.handBackToBot(unit, id))
    await world.as(sonia, unit => conversations.close(unit, id))
    await world.as(ana, unit => conversations.reopen(unit, id))
    const entry = (action: string, by: typeof ana, detail = {}) => ({ action: `conversation.${action}`, by: by.memberId, type: 'conversation', id, detail })
    expect(await trail(world)).toEqual([
      entry('claimed', sonia), entry('assigned', sonia, { memberId: ana.memberId, name: 'Ana Reyes' }), entry('handed-back', ana), entry('closed', sonia),
      entry('reopened', ana),
    ])
  })

  test('holds nothing of what the bot and the contact do, nor of what changed nothing', async () => {
    const world = await newWorld(database)
    const { id, visitor } = await waiting(world)
    const [ana, luis] = [await world.member(), await world.member()]
    await world.as(ana, unit => conversations.claim(unit, id))
    await visitorSays(world, visitor, 'gracias')
    await world.as(ana, unit => conversations.claim(unit, id))
    await world.as(luis, unit => conversations.claim(unit, id))
    await world.as(luis, unit => conversations.close(unit, id))
    await world.as(ana, unit => conversations.reopen(unit, id))
    expect((await trail(world)).map(({ action }) => action)).toEqual(['conversation.claimed'])
  })
})

describe('claiming', () => {
  test('of twenty who claim at once, one gets it and the others learn who', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const agents = await Promise.all(Array.from({ length: 20 }, () => world.member()))
    const results = await Promise.all(agents.map(agent => world.as(agent, unit => conversations.claim(unit, id))))
    const winners = results.filter(result => result === id)
    expect(winners).toHaveLength(1)
    const { assignee_id: assigneeId } = await row(world, id)
    for (const result of results.filter(each => each !== id)) expect(result).toMatchObject({ code: 'ALREADY_CLAIMED', assigneeId })
  })

  test('an analyst claims nothing', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const analyst = await world.member('ANALYST')
    await expect(world.as(analyst, unit => conversations.claim(unit, id))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('a conversation of another tenant is not there', async () => {
    const [world, other] = await Promise.all([newWorld(database), newWorld(database)])
    const { id } = await waiting(world)
    const stranger = await other.member('OWNER')
    await expect(other.as(stranger, unit => conversations.claim(unit, id))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('answering', () => {
  test('is for the one who has the conversation', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const [ana, luis] = await Promise.all([world.member(), world.member()])
    await world.as(ana, unit => conversations.claim(unit, id))
    expect(await reply(world, luis, id)).toMatchObject({ code: 'NOT_YOUR_CONVERSATION', assigneeId: ana.memberId })
    expect(await reply(world, ana, id)).toMatchObject({ author: 'AGENT', text: 'Buenas', memberId: ana.memberId })
    expect((await row(world, id)).first_answered_at).not.toBeNull()
  })

  test('twice with one id is once', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const ana = await world.member()
    await world.as(ana, unit => conversations.claim(unit, id))
    const clientId = randomUUID()
    const first = await reply(world, ana, id, { clientId })
    expect(await reply(world, ana, id, { clientId })).toEqual(first)
    await expect(reply(world, ana, id, { clientId, text: 'Otra' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(reply(world, await world.member(), id, { clientId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('the bot says nothing while an agent has it, and goes on when it is handed back', async () => {
    const world = await newWorld(database)
    const { id, visitor } = await waiting(world)
    const ana = await world.member()
    await world.as(ana, unit => conversations.claim(unit, id))
    expect(await visitorSays(world, visitor, 'menú')).toHaveLength(1)
    await world.as(ana, unit => conversations.handBackToBot(unit, id))
    expect(await row(world, id)).toMatchObject({ owner: 'BOT', assignee_id: null })
    expect(await visitorSays(world, visitor, 'menú')).toHaveLength(2)
    expect(await notices(world)).toEqual(['HANDED_TO_QUEUE', 'CLAIMED', 'RETURNED_TO_BOT'])
  })
})

describe('assigning', () => {
  test('an agent gives away what is hers, not what is a colleague’s; a supervisor gives anything', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const [ana, luis, sonia] = await Promise.all([world.member(), world.member(), world.member('SUPERVISOR')])
    await world.as(ana, unit => conversations.claim(unit, id))
    const toLuis = { conversationId: id, memberId: luis.memberId }
    expect(await world.as(luis, unit => conversations.assign(unit, toLuis))).toMatchObject({ code: 'NOT_YOUR_CONVERSATION' })
    expect(await world.as(ana, unit => conversations.assign(unit, toLuis))).toBe(id)
    expect(await world.as(sonia, unit => conversations.assign(unit, { ...toLuis, memberId: ana.memberId }))).toBe(id)
    expect((await row(world, id)).assignee_id).toBe(ana.memberId)
  })

  test('nobody is given a conversation who cannot take one', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const [sonia, analyst] = await Promise.all([world.member('SUPERVISOR'), world.member('ANALYST')])
    const result = await world.as(sonia, unit => conversations.assign(unit, { conversationId: id, memberId: analyst.memberId }))
    expect(result).toMatchObject({ code: 'CANNOT_TAKE_CONVERSATIONS' })
  })
})

describe('closing', () => {
  test('what the visitor writes next opens a new conversation in the same thread', async () => {
    const world = await newWorld(database)
    const { id, visitor } = await waiting(world)
    const ana = await world.member()
    await world.as(ana, unit => conversations.claim(unit, id))
    expect(await world.as(ana, unit => conversations.close(unit, id))).toBe(id)
    await visitorSays(world, visitor, 'otra cosa')
    const { rows } = await database.owner.query('select status, owner from conversation where tenant_id = $1 order by opened_at', [world.tenantId])
    expect(rows).toEqual([{ status: 'CLOSED', owner: 'AGENT' }, { status: 'OPEN', owner: 'BOT' }])
    const { rows: positions } = await database.owner.query('select position from message where tenant_id = $1 order by position', [world.tenantId])
    expect(positions.map(each => each.position)).toEqual(positions.map((_, index) => index + 1))
  })

  test('a closed one is not reopened beside an open one', async () => {
    const world = await newWorld(database)
    const { id, visitor } = await waiting(world)
    const ana = await world.member()
    await world.as(ana, unit => conversations.close(unit, id))
    expect(await world.as(ana, unit => conversations.reopen(unit, id))).toBe(id)
    expect(await row(world, id)).toMatchObject({ status: 'OPEN', owner: 'AGENT', assignee_id: ana.memberId })
    await world.as(ana, unit => conversations.close(unit, id))
    await visitorSays(world, visitor, 'hola')
    expect(await world.as(ana, unit => conversations.reopen(unit, id))).toMatchObject({ code: 'ANOTHER_IS_OPEN' })
  })

  test('a note may still be added, an answer not', async () => {
    const world = await newWorld(database)
    const { id } = await waiting(world)
    const ana = await world.member()
    await world.as(ana, unit => conversations.close(unit, id))
    const note = await world.as(ana, unit => messages.note(unit, { conversationId: id, clientId: randomUUID(), text: 'Llamar mañana' }))
    expect(note).toMatchObject({ visibility: 'INTERNAL' })
    expect(await reply(world, ana, id)).toMatchObject({ code: 'CONVERSATION_IS_CLOSED' })
  })
})

describe('reading', () => {
  test('statuses only move forward, whatever order the acknowledgements come in', async () => {
    const world = await newWorld(database)
    const { id, visitor } = await waiting(world)
    const ana = await world.member()
    await world.as(ana, unit => conversations.claim(unit, id))
    const sent = await reply(world, ana, id) as { id: string; position: number }
    const status = async () => (await database.owner.query('select status from message where id = $1', [sent.id])).rows[0].status
    expect(await status()).toBe('SENT')
    await world.as(visitor, unit => reading.acknowledge(unit, { delivered: sent.position, read: sent.position }))
    expect(await status()).toBe('READ')
    await world.as(visitor, unit => reading.acknowledge(unit, { delivered: sent.position, read: 0 }))
    expect(await status()).toBe('READ')
  })

  test('the agent who reads takes the count of unread messages away', async () => {
    const world = await newWorld(database)
    const { id, visitor } = await waiting(world)
    await visitorSays(world, visitor, '¿hay alguien?')
    const ana = await world.member()
    expect((await row(world, id)).unread_count).toBe(2)
    await world.as(ana, unit => reading.markRead(unit, { conversationId: id, position: 1000 }))
    expect((await row(world, id)).unread_count).toBe(0)
  })
})

test('what was written after a place that was read stays unread, also after reopening', async () => {
  const world = await newWorld(database)
  const { id, visitor } = await waiting(world)
  await visitorSays(world, visitor, '¿hay alguien?')
  const ana = await world.member()
  await world.as(ana, unit => conversations.close(unit, id))
  await world.as(ana, unit => conversations.reopen(unit, id))
  const { rows: [{ last_position: position }] } = await database.owner.query('select last_position from thread where tenant_id = $1', [world.tenantId])
  await visitorSays(world, visitor, 'sigo aquí')
  await world.as(ana, unit => reading.markRead(unit, { conversationId: id, position }))
  expect((await row(world, id)).unread_count).toBe(1)
  const { version } = await row(world, id)
  await world.as(ana, unit => reading.markRead(unit, { conversationId: id, position: -1 }))
  expect(await row(world, id)).toMatchObject({ version, unread_count: 1 })
})

test('what is no id at all is not there, and is no error of ours', async () => {
  const world = await newWorld(database)
  const ana = await world.member()
  await expect(world.as(ana, unit => conversations.claim(unit, 'nonsense'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(world.as(ana, unit => conversations.assign(unit, { conversationId: '', memberId: '' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
