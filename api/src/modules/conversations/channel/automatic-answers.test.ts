import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { LineAccount } from '../../channels/index.ts'
import { ContactService } from '../../contacts/index.ts'
import { ConversationInbox } from './channel-inbox.ts'
import type { ChannelMediaJobs } from './channel-media.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import { MessageExchange } from '../messages/message-exchange.ts'

const database = useDatabase({ entities })
const inbox = new ConversationInbox({ contacts: new ContactService(), exchange: new MessageExchange({ bot: new MenuBot() }), media: {} as ChannelMediaJobs })
const DAY = 86_400_000
const start = new Date('2026-11-02T14:00:00Z')

/** A mail that looks like a person's: nothing in it says that a machine wrote it. Returns what we answer. */
async function mailed(world: World, { id, text, answers = [], day = 0 }: { id: string; text: string; answers?: string[]; day?: number }): Promise<string[]> {
  const account = { tenantId: world.tenantId, channelAccountId: world.channelAccountId, kind: 'WEB', state: 'LIVE', adapter: {} } as unknown as LineAccount
  const at = new Date(start.getTime() + day * DAY)
  await world.as(systemActor(world.tenantId), unit => inbox.received(unit, account, {
    kind: 'MESSAGE', at, from: { externalId: 'otra@empresa.test', email: 'otra@empresa.test' }, externalId: id, text,
    mail: { subject: id, messageId: id, references: [], threadTokens: answers, fullText: text, digest: id, isAutomatic: false, automaticAnswers: { most: 3, hours: 168 } },
  }), at)
  const { rows } = await database.owner.query(`select text from message where tenant_id = $1 and author = 'BOT' and sent_at = $2 order by position`, [world.tenantId, at])
  return rows.map(row => row.text)
}

const owners = async ({ tenantId }: World) => (await database.owner.query('select owner from conversation where tenant_id = $1 order by id', [tenantId])).rows.map(({ owner }) => owner)

test('two machines that answer each other end after one round, in one thread or in a new one each time, and wait for a person', async () => {
  const world = await newWorld(database)
  const ROBOT = '¿Cuál es su horario? Hemos recibido su mensaje.'
  expect(await mailed(world, { id: 'r1', text: ROBOT })).toHaveLength(1)
  expect(await mailed(world, { id: 'r2', text: ROBOT, answers: ['r1'], day: 1 })).toEqual([])
  expect(await mailed(world, { id: 'r3', text: ROBOT, day: 2 })).toEqual([])
  expect(await owners(world)).toContain('QUEUE')
})

test('who asks the bot something else in a thread is answered, up to as much as a person would read in a week', async () => {
  const world = await newWorld(database)
  const asked = ['¿Cuál es su horario?', 'menú']
  for (const [at, text] of asked.entries()) expect(await mailed(world, { id: `p${at}`, text, answers: ['p0'], day: at }), text).toHaveLength(1)
  expect(await mailed(world, { id: 'p9', text: 'quiero hablar con una persona', answers: ['p0'], day: 3 })).toHaveLength(1)
  expect(await mailed(world, { id: 'otro', text: '¿Cuál es su horario?', day: 4 })).toEqual([])
})

test('after a period of silence the same answer is given again', async () => {
  const world = await newWorld(database)
  expect(await mailed(world, { id: 'a', text: '¿Cuál es su horario?' })).toHaveLength(1)
  expect(await mailed(world, { id: 'b', text: '¿Cuál es su horario?', day: 6 })).toEqual([])
  expect(await mailed(world, { id: 'c', text: '¿Cuál es su horario?', day: 14 })).toHaveLength(1)
})
