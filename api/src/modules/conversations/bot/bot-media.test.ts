import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { diskStore } from '../../../platform/files/disk-store.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { newId } from '../../../platform/ids.ts'
import { Outside } from '../../../platform/outside/outside.ts'
import { Turns } from '../../../platform/turns.ts'
import { ContactService } from '../../contacts/index.ts'
import { addAttachment, attachmentsByMessage, removeFilesOf, sweepUnused, uploadUsage } from '../attachments/attachment.store.ts'
import { lockThread, openConversation } from '../visitor/visitor-thread.store.ts'
import { appendMessages, type NewMessage } from '../messages/message-store.ts'
import { AddressFiles } from './address-files.ts'

const database = useDatabase({ entities })
let [world, server, files, folder, picture, answers, asked] = [] as unknown as [World, Server, FileStore, string, Buffer, { status: number; body: Buffer }[], number]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'botpro-media-'))
  files = diskStore(folder)
  picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'red' } }).png().toBuffer()
  server = createServer((_request, response) => {
    asked++
    const { status, body } = answers.shift() ?? { status: 200, body: picture }
    response.writeHead(status, { 'content-type': 'image/png' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  world = await newWorld(database)
  answers = []
  asked = 0
})

const address = (name = 'mapa.png') => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`
const fetching = () => new AddressFiles({ units: database.units, files, outside: new Outside({ allow: ['127.0.0.1'] }), pictures: new Turns({ atOnce: 1, mayWait: 9 }) })
const rows = async <Row extends object>(text: string, ...more: unknown[]): Promise<Row[]> => (await database.owner.query(text, [world.tenantId, ...more])).rows as Row[]
const inUnit = <Result>(work: Parameters<World['as']>[1], now?: Date) => world.as(systemActor(world.tenantId), work, now) as Promise<Result>

/** The account on which she writes: the chat of the page, or one of a provider’s. */
async function account(kind: 'WEB' | 'TELEGRAM'): Promise<string> {
  if (kind === 'WEB') return world.channelAccountId
  const id = newId()
  await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, $3, 'x', now())`, [world.tenantId, id, kind])
  return id
}

/** The bot says something to somebody new. */
async function says(said: Omit<NewMessage, 'author' | 'status'>, { kind = 'WEB' as 'WEB' | 'TELEGRAM' } = {}): Promise<string> {
  const channelAccountId = await account(kind)
  return inUnit<string>(async unit => {
    const { identityId } = await new ContactService().admit(unit, { channelAccountId, externalId: newId(), language: 'ES', verified: false })
    const { place } = (await lockThread(unit, { identityId }, { create: true }))!
    place.conversationId = await openConversation(unit, place, { id: newId(unit.now), language: 'ES' })
    return (await appendMessages(unit, place, [{ author: 'BOT', status: 'SENT', ...said }]))[0]!.id
  })
}

const shownWith = (messageId: string) => inUnit<Awaited<ReturnType<typeof attachmentsByMessage>>[0]>(async unit => (await attachmentsByMessage(unit, [messageId]))[0]!)
const awaitedId = async () => (await rows<{ id: string }>(`select id from attachment where tenant_id = $1 and is_bots and state = 'FETCHING'`))[0]!.id
const messageOf = async (id: string) => (await rows<{ text: string; attachment_count: number; version: number; content: { imageId?: string } | null }>('select text, attachment_count, version, content from message where tenant_id = $1 and id = $2', id))[0]!

/** Uploaded for the bots. */
async function uploaded(name = 'horario.png'): Promise<string> {
  const id = newId()
  const storageKey = `${world.tenantId}/${id}`
  await files.put(storageKey, Readable.from([picture]))
  await inUnit(unit => addAttachment(unit, { id, uploadedBy: 'member:x', name, mediaType: 'image/png', size: picture.length, width: 20, height: 10, storageKey, hasThumbnail: false, isBots: true }))
  return id
}

describe('a file of the bot’s', () => {
  test('is carried by each message that shows it, lies there once and is counted once', async () => {
    const fileId = await uploaded()
    const shown = [await says({ text: 'El horario', media: { type: 'IMAGE', fileId, name: 'horario.png' } }), await says({ text: '', media: { type: 'IMAGE', fileId, name: 'horario.png' } })]
    for (const id of shown) expect(await shownWith(id)).toMatchObject([{ name: 'horario.png', mediaType: 'image/png', state: 'READY', width: 20, storageKey: `${world.tenantId}/${fileId}` }])
    expect(await inUnit(unit => uploadUsage(unit, 'member:x'))).toMatchObject({ stored: picture.length, unsent: 0 })
  })

  test('stays when nobody sent it for a day, and when a message that showed it is taken back', async () => {
    const fileId = await uploaded()
    const id = await says({ text: '', media: { type: 'IMAGE', fileId } })
    expect(await inUnit(unit => removeFilesOf(unit, id))).toEqual([])
    await database.units.platform({ actor: systemActor(), now: new Date(Date.now() + 3 * 86_400_000) }, sweepUnused)
    expect(await rows('select id from attachment where tenant_id = $1', )).toEqual([{ id: fileId }])
  })

  test('that is not there leaves its name, and the words that went with it', async () => {
    const [bare, captioned] = [await says({ text: '', media: { type: 'FILE', fileId: newId(), name: 'tarifas.pdf' } }), await says({ text: 'Las tarifas', media: { type: 'FILE', fileId: newId(), name: 'tarifas.pdf' } })]
    expect([await messageOf(bare), await messageOf(captioned)]).toMatchObject([{ text: 'tarifas.pdf', attachment_count: 0 }, { text: 'Las tarifas', attachment_count: 0 }])
  })

  test('of another company is not there', async () => {
    const fileId = await uploaded()
    world = await newWorld(database)
    expect(await shownWith(await says({ text: '', media: { type: 'IMAGE', fileId, name: 'x' } }))).toEqual([])
  })

  test('is the picture of a card, under the id by which the message carries it', async () => {
    const id = await says({ text: 'Oferta', content: { kind: 'CARD', title: 'Oferta' }, media: { type: 'IMAGE', fileId: await uploaded() } })
    const imageId = (await shownWith(id))[0]!.id
    expect((await messageOf(id)).content).toEqual({ kind: 'CARD', title: 'Oferta', imageId })
  })
})

describe('what is named by its address', () => {
  test('is fetched once within the hour, and every message shows it from here', async () => {
    const id = await says({ text: '', media: { type: 'IMAGE', url: address(), name: 'mapa.png' } })
    expect(await shownWith(id)).toMatchObject([{ state: 'FETCHING' }])
    const attachmentId = await awaitedId()
    const second = await says({ text: '', media: { type: 'IMAGE', url: address(), name: 'mapa.png' } })
    await fetching().fetch({ tenantId: world.tenantId, attachmentId }, false)
    await fetching().fetch({ tenantId: world.tenantId, attachmentId }, false)
    const third = await says({ text: '', media: { type: 'IMAGE', url: address(), name: 'mapa.png' } })
    for (const one of [id, second, third]) expect(await shownWith(one)).toMatchObject([{ state: 'READY', mediaType: 'image/png', width: 20, height: 10, address: address() }])
    expect([asked, (await messageOf(id)).version, (await messageOf(third)).version]).toEqual([1, 2, 1])
  })

  test.each([
    ['is not there', { status: 404, body: Buffer.from('no') }], ['is nothing that is shown', { status: 200, body: Buffer.from('<html></html>') }],
    ['is larger than files may be', { status: 200, body: Buffer.alloc(11 * 1024 * 1024) }],
  ])('and %s is said to have failed, with its address', async (_what, answer) => {
    answers = [answer]
    const id = await says({ text: '', media: { type: 'IMAGE', url: address(), name: 'mapa.png' } })
    await fetching().fetch({ tenantId: world.tenantId, attachmentId: await awaitedId() }, false)
    expect(await shownWith(id)).toMatchObject([{ state: 'FAILED', address: address() }])
  })

  test('and answers badly is tried once more, and given up then', async () => {
    answers = [{ status: 503, body: Buffer.alloc(0) }, { status: 503, body: Buffer.alloc(0) }]
    const id = await says({ text: '', media: { type: 'IMAGE', url: address() } })
    const attachmentId = await awaitedId()
    await expect(fetching().fetch({ tenantId: world.tenantId, attachmentId }, false)).rejects.toThrow('503')
    await fetching().fetch({ tenantId: world.tenantId, attachmentId }, true)
    expect(await shownWith(id)).toMatchObject([{ state: 'FAILED' }])
  })

  test('in our own network is asked of nobody', async () => {
    await says({ text: '', media: { type: 'IMAGE', url: address() } })
    const shut = new AddressFiles({ units: database.units, files, outside: new Outside(), pictures: new Turns({ atOnce: 1, mayWait: 9 }) })
    await shut.fetch({ tenantId: world.tenantId, attachmentId: await awaitedId() }, false)
    expect([asked, await rows('select state from attachment where tenant_id = $1 and is_bots')]).toEqual([0, [{ state: 'FAILED' }]])
  })

  test('holds its message back on a channel of a provider’s until it is here', async () => {
    const id = await says({ text: 'Mire', media: { type: 'IMAGE', url: address(), name: 'mapa.png' } }, { kind: 'TELEGRAM' })
    const due = async () => (await rows<{ waits: boolean; message: object }>('select due_at > queued_at as waits, message from outbound_message where tenant_id = $1 and message_id = $2', id))[0]!
    const attachmentId = (await shownWith(id))[0]!.id
    expect(await due()).toMatchObject({ waits: true, message: { text: 'Mire', fileIds: [attachmentId], insteadOfFiles: `mapa.png\n${address()}` } })
    await fetching().fetch({ tenantId: world.tenantId, attachmentId: await awaitedId() }, false)
    expect(await rows('select due_at <= now() as due from outbound_message where tenant_id = $1 and message_id = $2', id)).toEqual([{ due: true }])
  })
})
