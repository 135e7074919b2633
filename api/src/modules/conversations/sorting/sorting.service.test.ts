import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor, type Actor } from '../../../platform/actor.ts'
import { ContactService } from '../../contacts/index.ts'
import type { HandOff } from '../bot/bot.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import { inbox } from '../inbox.queries.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'
import { visitorMessages, visitorThread } from '../visitor/visitor.queries.ts'
import { conversationQueues, conversationTags } from './sorting.queries.ts'
import { SortingService } from './sorting.service.ts'
import { tagConversation } from './tag-conversation.ts'

const database = useDatabase({ entities })
const sorting = new SortingService()
let world: World
let agent: Actor

beforeEach(async () => {
  world = await newWorld(database)
  agent = await world.member()
})

/** Hands over whatever is written, with what it found out. */
class TellingBot extends MenuBot {
  readonly #handOff: HandOff

  constructor(handOff: HandOff) {
    super()
    this.#handOff = handOff
  }

  override answer() {
    return { says: [{ text: 'Enseguida le atienden.', menu: null }], handOff: this.#handOff }
  }
}

async function written(text = 'hola', { handOff, visitor = world.visitor() }: { handOff?: HandOff; visitor?: Extract<Actor, { kind: 'VISITOR' }> } = {}) {
  const service = new VisitorMessageService({ contacts: new ContactService(), bot: handOff ? new TellingBot(handOff) : new MenuBot() })
  const stored = await world.as(visitor, unit => service.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }))
  if (!Array.isArray(stored)) throw new Error(stored.message)
  return { id: stored[0]!.conversationId, stored, visitor }
}

const row = async (id: string) => (await database.owner.query(
  'select tags, priority, queue, owner, version from conversation where tenant_id = $1 and id = $2', [world.tenantId, id])).rows[0]
const events = async () => (await database.owner.query(
  `select conversation_id as id from event_log where tenant_id = $1 and kind = 'CONVERSATION_CHANGED' order by seq`, [world.tenantId])).rows.map(each => each.id)
const listed = async (more: { tag?: string; queue?: string }) =>
  (await world.as(agent, unit => inbox(unit, { view: 'ALL', first: 10, ...more }))).edges.map(({ node }) => node.id)

describe('agents', () => {
  test('tag, prioritize and move to a queue whatever they do not have, and everybody who watches is told once', async () => {
    const { id } = await written()
    const before = await row(id)
    await world.as(agent, unit => sorting.tag(unit, { conversationId: id, add: ['VIP'] }))
    await world.as(agent, unit => sorting.tag(unit, { conversationId: id, add: ['vip'] }))
    await world.as(agent, unit => sorting.prioritize(unit, { conversationId: id, priority: 'HIGH' }))
    await world.as(agent, unit => sorting.moveToQueue(unit, { conversationId: id, queue: ' Ventas ' }))
    expect(await row(id)).toEqual({ tags: ['VIP'], priority: 'HIGH', queue: 'Ventas', owner: 'BOT', version: before.version + 3 })
    expect(await events()).toEqual([id, id, id])
  })

  test('find conversations by tag and by queue, and see what others use', async () => {
    const [one, two] = [await written(), await written()]
    await world.as(agent, unit => sorting.tag(unit, { conversationId: one.id, add: ['VIP', 'Crédito'] }))
    await world.as(agent, unit => sorting.tag(unit, { conversationId: two.id, add: ['VIP'] }))
    await world.as(agent, unit => sorting.moveToQueue(unit, { conversationId: two.id, queue: 'Ventas' }))
    expect(await listed({ tag: 'Crédito' })).toEqual([one.id])
    expect(await listed({ tag: 'VIP' })).toEqual([two.id, one.id])
    expect(await listed({ queue: 'Ventas' })).toEqual([two.id])
    expect(await listed({ tag: 'Crédito', queue: 'Ventas' })).toEqual([])
    expect(await world.as(agent, conversationTags)).toEqual([{ name: 'VIP', count: 2 }, { name: 'Crédito', count: 1 }])
    expect(await world.as(agent, conversationQueues)).toEqual([{ name: 'Ventas', count: 1 }])
  })

  test('are told when there is no room for another tag', async () => {
    const { id } = await written()
    await world.as(agent, unit => sorting.tag(unit, { conversationId: id, add: Array.from({ length: 30 }, (_, n) => `t${n}`) }))
    expect(await world.as(agent, unit => sorting.tag(unit, { conversationId: id, add: ['otra'] }))).toMatchObject({ code: 'INVALID_INPUT', field: 'add' })
    expect((await row(id)).tags).toHaveLength(30)
  })

  test('an analyst sorts nothing', async () => {
    const { id } = await written()
    await expect(world.as(await world.member('ANALYST'), unit => sorting.tag(unit, { conversationId: id, add: ['x'] }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a bot', () => {
  test('tags in the unit of its turn, and what changes nothing tells nobody', async () => {
    const { id } = await written()
    const tag = (change: object) => world.as(systemActor(world.tenantId), unit => tagConversation(unit, id, change))
    expect(await tag({ add: ['Reclamo', 'VIP'] })).toEqual(['Reclamo', 'VIP'])
    expect(await tag({ add: ['reclamo'], remove: ['vip'] })).toEqual(['Reclamo'])
    await tag({ remove: ['otra'] })
    expect(await events()).toEqual([id, id])
  })

  test('hands over with a queue, a priority and a summary, which agents see and the contact does not', async () => {
    const { id, stored, visitor } = await written('me cobraron doble', { handOff: { queue: 'Cobros', priority: 'URGENT', summary: 'Cobro doble de RD$ 500' } })
    expect(await row(id)).toMatchObject({ owner: 'QUEUE', queue: 'Cobros', priority: 'URGENT' })
    const { rows } = await database.owner.query('select author, visibility, notice, text from message where tenant_id = $1 order by position desc limit 2', [world.tenantId])
    expect(rows).toEqual([
      { author: 'BOT', visibility: 'INTERNAL', notice: null, text: 'Cobro doble de RD$ 500' },
      { author: 'SYSTEM', visibility: 'PUBLIC', notice: 'HANDED_TO_QUEUE', text: '' },
    ])
    expect(stored.map(({ text }) => text)).not.toContain('Cobro doble de RD$ 500')
    const seen = await world.as(visitor, async unit => visitorMessages(unit, (await visitorThread(unit)).identityId, { first: 50 }))
    expect(seen.edges.length).toBeGreaterThan(1)
    expect(JSON.stringify(seen)).not.toContain('Cobro doble de RD$ 500')
  })

  test('that knows nothing more leaves queue and priority as they are', async () => {
    const { id, visitor } = await written('hola')
    await world.as(agent, unit => sorting.moveToQueue(unit, { conversationId: id, queue: 'Ventas' }))
    await world.as(agent, unit => sorting.prioritize(unit, { conversationId: id, priority: 'HIGH' }))
    await written('quiero hablar con una persona', { visitor })
    expect(await row(id)).toMatchObject({ owner: 'QUEUE', queue: 'Ventas', priority: 'HIGH' })
  })
})
