import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { readEvents, parseEventCursor } from '../../../platform/event-log.ts'
import { newId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { entities } from '../../../modules.ts'
import { ContactService } from '../../contacts/index.ts'
import { addAttachment } from '../attachments/attachment.store.ts'
import { uploaderOf } from '../conversation.policy.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import type { Message } from '../messages/message.ts'
import { VisitorMessageService } from './visitor-message.service.ts'

const database = useDatabase({ entities })
const service = new VisitorMessageService({ contacts: new ContactService(), bot: new MenuBot() })

const says = (text: string, more: object = {}) =>
  ({ clientId: randomUUID(), text, attachmentIds: [] as string[], language: 'ES' as const, ...more })

async function receive(world: World, visitor = world.visitor(), said = says('hola')): Promise<Message[]> {
  const result = await world.as(visitor, unit => service.receive(unit, said))
  if (result instanceof InvalidInput) throw new Error(result.message)
  return result
}

const rows = async (world: World, table: string) =>
  (await database.owner.query(`select * from ${table} where tenant_id = $1`, [world.tenantId])).rows

const OPEN_AT = new Date('2026-11-18T15:00:00Z')
const CLOSED_AT = new Date('2026-11-18T03:00:00Z')

describe('a first message', () => {
  test('makes a contact and a conversation that begins with the greeting she saw', async () => {
    const world = await newWorld(database)
    const messages = await receive(world)
    const inOrder = messages.toSorted((a, b) => a.position - b.position)
    expect(inOrder.map(message => [message.position, message.author])).toEqual([[1, 'BOT'], [2, 'CONTACT'], [3, 'BOT']])
    expect(inOrder[0]!.text).toBe('Hola (ES)')
    expect(await rows(world, 'contact')).toHaveLength(1)
    expect(await rows(world, 'conversation')).toMatchObject([{ owner: 'BOT', status: 'OPEN', unread_count: 0 }])
  })

  test('stays one contact and one conversation when many arrive in the same moment', async () => {
    const world = await newWorld(database)
    const visitor = world.visitor()
    await Promise.all(Array.from({ length: 8 }, (_, index) => receive(world, visitor, says(`mensaje ${index}`))))
    expect(await rows(world, 'contact')).toHaveLength(1)
    expect(await rows(world, 'conversation')).toHaveLength(1)
    const positions = (await rows(world, 'message')).map(row => row.position).sort((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
  })
})

describe('a repeated message', () => {
  test('is stored once and gets the same answers', async () => {
    const world = await newWorld(database)
    const visitor = world.visitor()
    const said = says('hola')
    const first = await receive(world, visitor, said)
    const second = await receive(world, visitor, said)
    expect(second[0]).toEqual(first[0])
    expect(second.map(message => message.id).sort()).toEqual(first.map(message => message.id).sort())
    expect(await rows(world, 'message')).toHaveLength(3)
  })

  test('with other words is a conflict and changes nothing', async () => {
    const world = await newWorld(database)
    const visitor = world.visitor()
    const said = says('hola')
    await receive(world, visitor, said)
    await expect(receive(world, visitor, { ...said, text: 'adiós' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await rows(world, 'message')).toHaveLength(3)
  })
})

describe('what cannot be a message', () => {
  test('is named for what is wrong with it', async () => {
    const world = await newWorld(database)
    await expect(receive(world, world.visitor(), says('hola', { clientId: '7' }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'clientId' })
    await expect(receive(world, world.visitor(), says('hola', { optionId: 'x'.repeat(61) }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'optionId' })
  })

  test('the same id with another file is a conflict; a file named twice is one', async () => {
    const world = await newWorld(database)
    const visitor = world.visitor()
    const [photo, other] = [newId(), newId()]
    for (const id of [photo, other]) {
      await world.as(visitor, unit => addAttachment(unit, {
        id, uploadedBy: uploaderOf(visitor), name: 'a.png', mediaType: 'image/png', size: 1, width: 1, height: 1, storageKey: id, hasThumbnail: false,
      }))
    }
    const said = says('mire', { attachmentIds: [photo, photo] })
    const [stored] = await receive(world, visitor, said)
    expect(stored!.attachmentCount).toBe(1)
    expect((await receive(world, visitor, said))[0]).toEqual(stored)
    await expect(receive(world, visitor, { ...said, attachmentIds: [other] })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('who answers', () => {
  test('asking for a person hands the conversation to the queue, and the bot falls silent', async () => {
    const world = await newWorld(database)
    const visitor = world.visitor()
    await receive(world, visitor, says('quiero hablar con una persona'))
    expect(await rows(world, 'conversation')).toMatchObject([{ owner: 'QUEUE', unread_count: 1 }])
    const answers = await receive(world, visitor, says('¿hola?'))
    expect(answers.map(message => message.author)).toEqual(['CONTACT'])
    expect(await rows(world, 'conversation')).toMatchObject([{ owner: 'QUEUE', unread_count: 2 }])
  })

  test('out of hours she is told so, and waits in the queue all the same', async () => {
    const world = await newWorld(database)
    const said = says('', { text: 'un agente', optionId: null })
    const result = await world.as(world.visitor(), unit => service.receive(unit, said), CLOSED_AT) as Message[]
    expect(result.map(message => message.text)).toContain('Cerrado (ES)')
    expect(await rows(world, 'conversation')).toMatchObject([{ owner: 'QUEUE' }])
  })

  test('the opening hours come from the calendar of the tenant', async () => {
    const world = await newWorld(database)
    const result = await world.as(world.visitor(), unit => service.receive(unit, says('¿a qué hora abren?')), OPEN_AT) as Message[]
    expect(result.at(-1)!.text.replace(/[\u00a0\u202f]/g, ' ')).toBe('Nuestro horario de atención:\n• lunes a viernes, de 9:00 a. m. a 6:00 p. m.\n\nAhora estamos atendiendo, hasta las 6:00 p. m.')
  })
})

test('a message without text and files is refused in words', async () => {
  const world = await newWorld(database)
  await expect(world.as(world.visitor(), unit => service.receive(unit, says('  ')))).resolves.toBeInstanceOf(InvalidInput)
  expect(await rows(world, 'contact')).toHaveLength(0)
})

test('every message is a line of the event log, numbered without gaps', async () => {
  const world = await newWorld(database)
  const visitor = world.visitor()
  await receive(world, visitor)
  await receive(world, visitor, says('menú'))
  const page = await world.as(visitor, async unit => readEvents(unit, { epoch: (await readEvents(unit, null)).epoch, seq: 0 }))
  expect(page.events.map(event => event.seq)).toEqual([1, 2, 3, 4, 5])
  expect(new Set(page.events.map(event => event.kind))).toEqual(new Set(['MESSAGE_ADDED']))
  expect(parseEventCursor(page.events[0]!.cursor).seq).toBe(1)
})
