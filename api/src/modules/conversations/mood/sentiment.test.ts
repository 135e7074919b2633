import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { Actor } from '../../../platform/actor.ts'
import { ContactService } from '../../contacts/index.ts'
import { AgentMessageService } from '../messages/agent-message.service.ts'
import { inboxCounts } from '../conversation.queries.ts'
import { ConversationService } from '../conversation.service.ts'
import { inbox } from '../inbox.queries.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import type { Message } from '../messages/message.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const bot = new MenuBot()
const visitorMessages = new VisitorMessageService({ contacts: new ContactService(), bot })
const agentMessages = new AgentMessageService()
const conversations = new ConversationService(bot)

const ANGRY = 'pésimo servicio, nadie me responde'
const PRESSING = 'me robaron la tarjeta, bloquéenla ya'

let world: World
let visitor: Actor
let agent: Actor
beforeEach(async () => {
  world = await newWorld(database)
  ;[visitor, agent] = [world.visitor(), await world.member()]
})

const says = async (text: string, more: object = {}, who = visitor): Promise<Message> => {
  const stored = await world.as(who, unit => visitorMessages.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES', ...more }))
  return (stored as Message[])[0]!
}
const open = (view: 'ALL' | 'URGENT' | 'CLOSED' = 'ALL') => world.as(agent, async unit => (await inbox(unit, { view, first: 20 })).edges.map(({ node }) => node))
const only = async () => (await open())[0]!
const claim = async () => world.as(agent, async unit => conversations.claim(unit, (await inbox(unit, { view: 'ALL', first: 1 })).edges[0]!.node.id))
const reply = async (text: string) => {
  const { id } = await only()
  return world.as(agent, unit => agentMessages.reply(unit, { conversationId: id, clientId: randomUUID(), text }))
}

describe('a contact’s message is read when it is stored', () => {
  test('while the bot has it, while it waits and while an agent has it', async () => {
    expect(await says(ANGRY)).toMatchObject({ sentimentLabel: 'NEGATIVE', urgent: false })
    await says('quiero hablar con una persona')
    expect(await says(PRESSING)).toMatchObject({ sentimentLabel: 'NEGATIVE', urgent: true })
    await claim()
    expect(await says('muchas gracias, excelente atención')).toMatchObject({ sentimentLabel: 'POSITIVE', urgent: false })
    const { sentiments } = await only()
    expect(sentiments).toHaveLength(4)
    expect(sentiments.at(-1)).toBeGreaterThan(0.5)
  })

  test('in the language in which it is written, whatever the site speaks', async () => {
    expect(await says('this is the worst service ever, nobody answers', { language: 'ES' })).toMatchObject({ sentimentLabel: 'NEGATIVE' })
  })

  test('and what is stored is what was told', async () => {
    const told = await says(ANGRY)
    expect((await only()).sentiments).toEqual([told.sentiment])
    const { rows } = await database.owner.query('select sentiment, sentiment_label, urgent from message where id = $1', [told.id])
    expect(rows).toEqual([{ sentiment: told.sentiment, sentiment_label: 'NEGATIVE', urgent: false }])
  })
})

describe('nothing is read', () => {
  test('in an option, a number or a lone sign', async () => {
    expect(await says('Hablar con una persona', { optionId: 'person' })).toMatchObject({ sentiment: null, sentimentLabel: null, urgent: null })
    expect(await says('001-1234567-8')).toMatchObject({ sentiment: null })
    expect(await says('?')).toMatchObject({ sentiment: null })
    expect((await only()).sentiments).toEqual([])
  })

  test('in what agents and the bot write', async () => {
    await says(ANGRY)
    await claim()
    await reply('Lamento el pésimo servicio y la estafa')
    const { rows } = await database.owner.query(`select distinct author from message where tenant_id = $1 and sentiment is not null`, [world.tenantId])
    expect(rows).toEqual([{ author: 'CONTACT' }])
    expect((await only()).sentiments).toHaveLength(1)
  })
})

test('a conversation keeps its last twelve readings', async () => {
  for (let count = 1; count <= 14; count++) await says(count === 14 ? 'muchas gracias, excelente' : ANGRY)
  const { sentiments } = await only()
  expect(sentiments).toHaveLength(12)
  expect(sentiments.at(-1)).toBeGreaterThan(0)
})

describe('what is urgent', () => {
  test('is so since its first message, until an agent answers', async () => {
    const first = await says(PRESSING)
    await says('¡urgente, por favor!')
    expect((await only()).urgentSince).toEqual(first.sentAt)
    await claim()
    expect((await only()).urgentSince).not.toBeNull()
    await reply('Ya la bloqueé.')
    expect((await only()).urgentSince).toBeNull()
    await says(PRESSING)
    expect((await only()).urgentSince).not.toBeNull()
  })

  test('is so no longer once it is closed', async () => {
    await says(PRESSING)
    await claim()
    const { id } = await only()
    await world.as(agent, unit => conversations.close(unit, id))
    const [closed] = await open('CLOSED')
    expect(closed).toMatchObject({ urgentSince: null, sentiments: [expect.any(Number)] })
  })

  test('stands in a view of its own, which is counted and paged like the others', async () => {
    await says('¿a qué hora abren?', {}, world.visitor())
    for (let count = 0; count < 3; count++) await says(PRESSING, {}, world.visitor())
    const all = await open('URGENT')
    expect(all).toHaveLength(3)
    expect(await world.as(agent, inboxCounts)).toMatchObject({ all: 4, urgent: 3 })
    const first = await world.as(agent, unit => inbox(unit, { view: 'URGENT', first: 2 }))
    const rest = await world.as(agent, unit => inbox(unit, { view: 'URGENT', first: 2, after: first.pageInfo.endCursor }))
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(all.map(({ id }) => id))
    expect(rest.pageInfo.hasNextPage).toBe(false)
  })
})

test('of a contact who is erased nothing that was read remains', async () => {
  await says(PRESSING)
  const { contactId } = await only()
  await database.owner.query('delete from contact where id = $1', [contactId])
  const { rows } = await database.owner.query(`select from message where tenant_id = $1 union all select from conversation where tenant_id = $1`, [world.tenantId])
  expect(rows).toEqual([])
})
