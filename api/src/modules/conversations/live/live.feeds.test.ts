import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { Actor } from '../../../platform/actor.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { openDoorbell } from '../../../platform/doorbell.ts'
import { eventCursor, readEvents } from '../../../platform/event-log.ts'
import { EventStream } from '../../../platform/event-stream.ts'
import { ContactService } from '../../contacts/index.ts'
import { ConversationLive, type Change } from './conversation-live.ts'
import { ConversationService } from '../conversation.service.ts'
import { staffFeed } from './live.feeds.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const contacts = new ContactService()
const conversations = new ConversationService(new MenuBot())
const messages = new VisitorMessageService({ contacts, bot: new MenuBot() })

const live = () => new ConversationLive({
  units: database.units, stream: new EventStream({ units: database.units, doorbell: openDoorbell(openBroadcast()) }),
})
const feedFor = (actor: Actor, tenantId: string) =>
  staffFeed({ actor, unit: { actor, tenantId }, feeds: { conversations: live() } } as unknown as Context, null)

describe('the feed of a tenant’s people', () => {
  test('takes no two changes for one, also when a contact with several conversations is renamed', async () => {
    const world = await newWorld(database)
    const [visitor, ana] = [world.visitor(), await world.member()]
    const rows = async (table: string) => (await database.owner.query(`select * from ${table} where tenant_id = $1 order by 1, 2`, [world.tenantId])).rows
    for (const text of ['hola', 'hola otra vez']) {
      await world.as(visitor, unit => messages.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }))
      for (const { id } of await rows('conversation')) await world.as(ana, unit => conversations.close(unit, id))
    }
    const [contact] = await rows('contact')
    await world.as(ana, unit => contacts.change(unit, { contactId: contact.id, version: contact.version, name: 'Marta', email: null, phone: null, language: 'ES' }))
    const { epoch } = await world.as(ana, unit => readEvents(unit, null))
    const changes: Change[] = []
    for await (const change of live().missed(world.tenantId, eventCursor({ epoch, seq: 0 }))) changes.push(change)
    const { key } = feedFor(ana, world.tenantId)
    expect(new Set(changes.map(change => key!(change))).size).toBe(changes.length)
  })

  test('is for those who may read conversations', async () => {
    const world = await newWorld(database)
    const analyst = await world.member('ANALYST')
    expect(() => feedFor(analyst, world.tenantId)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  })
})
