import { readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { entities } from '../src/modules.ts'
import type { ChannelAdapter } from '../src/modules/channels/adapters/adapter.ts'
import { emailAdapter } from '../src/modules/channels/adapters/email/email.adapter.ts'
import { smsAdapter } from '../src/modules/channels/adapters/sms/sms.adapter.ts'
import type { ChannelUpdate } from '../src/modules/channels/adapters/update.ts'
import { whatsappAdapter } from '../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { ChannelUpdates } from '../src/modules/channels/inbound/channel-updates.ts'
import { isPassing } from '../src/modules/channels/inbound/passing-trouble.ts'
import { LeftAsideCount } from '../src/modules/channels/inbound/left-aside-count.ts'
import type { ChannelSignals } from '../src/modules/channels/outbound/channel-signals.ts'
import { StatusService } from '../src/modules/channels/outbound/status.service.ts'
import type { ChannelHealth } from '../src/modules/channels/provider/channel-health.ts'
import type { LineAccount, Lines } from '../src/modules/channels/provider/lines.ts'
import { ContactService } from '../src/modules/contacts/index.ts'
import { ConversationInbox } from '../src/modules/conversations/channel/channel-inbox.ts'
import { ChannelMediaJobs } from '../src/modules/conversations/channel/channel-media.ts'
import { MenuBot } from '../src/modules/conversations/bot/menu-bot.ts'
import { MessageExchange } from '../src/modules/conversations/messages/message-exchange.ts'
import { systemActor } from '../src/platform/actor.ts'
import { diskStore } from '../src/platform/files/disk-store.ts'
import { newId } from '../src/platform/ids.ts'
import { useDatabase } from './harness.ts'
import { newWorld, type World } from './world.ts'

/** What updates of providers make of conversations and contacts, without a provider. */
const database = useDatabase({ entities })
const contacts = new ContactService()
const place = path.join(tmpdir(), `botpro-updates-${newId()}`)
const media = new ChannelMediaJobs({ files: diskStore(place) } as ConstructorParameters<typeof ChannelMediaJobs>[0])
const inbox = new ConversationInbox({ contacts, exchange: new MessageExchange({ bot: new MenuBot() }), media, signals: { tell: () => {} } as unknown as ChannelSignals })
const updates = new ChannelUpdates({ inbox, statuses: new StatusService({ inbox, lines: {} as Lines }), health: {} as ChannelHealth, acknowledge: () => {}, aside: new LeftAsideCount(() => {}) })

afterAll(() => rm(place, { recursive: true, force: true }))

interface Scene {
  world: World
  account: LineAccount
  told(...all: ChannelUpdate[]): Promise<void>
}

async function newScene(adapter: ChannelAdapter, world?: World): Promise<Scene> {
  const { tenantId } = world ??= await newWorld(database)
  const account = { tenantId, channelAccountId: newId(), kind: adapter.kind, state: 'LIVE', adapter } as LineAccount
  await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, $3, 'x', now())`, [tenantId, account.channelAccountId, adapter.kind])
  await database.owner.query(`insert into provider_channel (tenant_id, channel_account_id, kind, hook_key, settings, sealed, last_four, texts)
    select tenant_id, $2::uuid, $3, $2::text, '{}', '', '{}', texts from web_channel where tenant_id = $1`, [tenantId, account.channelAccountId, adapter.kind])
  const told = async (...all: ChannelUpdate[]) => {
    for (const update of all) await world.as(systemActor(tenantId), unit => updates.apply(unit, account, update))
  }
  return { world, account, told }
}

const rows = async ({ world: { tenantId } }: Scene, text: string): Promise<any[]> => (await database.owner.query(text, [tenantId])).rows

const phone = '+18095550178'
const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 12, minute))
const wrote = (minute: number, text = `a las ${minute}`) => ({ kind: 'MESSAGE', at: at(minute), externalId: newId(), text, from: { externalId: phone, phone } }) as const
const stopped = (minute: number, isAvailable = false) => ({ kind: 'AVAILABLE', at: at(minute), person: { externalId: phone, phone }, isAvailable }) as const
const started = (minute: number) => stopped(minute, true)
const sentByHand = (minute: number) => ({ kind: 'ECHO', at: at(minute), externalId: newId(), text: 'por otra vía', to: { externalId: phone, phone } }) as const

const isAvailable = async (scene: Scene): Promise<boolean> => (await rows(scene, 'select is_available from contact_identity where tenant_id = $1'))[0].is_available
const noticesOf = async (scene: Scene): Promise<string[]> =>
  (await rows(scene, `select notice from message where tenant_id = $1 and notice like 'OPTED%' order by position`)).map(row => row.notice)

describe('who stopped the channel', () => {
  test('by SMS is not written to because she wrote on, and is again once she says START', async () => {
    const scene = await newScene(smsAdapter)
    await scene.told(wrote(1), stopped(2), wrote(3, 'gracias'))
    expect(await isAvailable(scene)).toBe(false)
    await scene.told(started(4))
    expect(await isAvailable(scene)).toBe(true)
    expect(await noticesOf(scene)).toEqual(['OPTED_OUT', 'OPTED_IN'])
  })

  test('elsewhere is written to again once she writes, but not for what she wrote before, nor for what we wrote by hand', async () => {
    const scene = await newScene(whatsappAdapter)
    await scene.told(wrote(1), stopped(5), wrote(3), sentByHand(6))
    expect(await isAvailable(scene)).toBe(false)
    await scene.told(wrote(7))
    expect(await isAvailable(scene)).toBe(true)
  })

  test('long ago has not stopped it again because that is heard of late, or twice', async () => {
    const scene = await newScene(smsAdapter)
    await scene.told(wrote(1), started(5), stopped(4), stopped(4))
    expect(await isAvailable(scene)).toBe(true)
    const other = await newScene(whatsappAdapter)
    await other.told(wrote(5), stopped(4))
    expect(await isAvailable(other)).toBe(true)
    expect([...await noticesOf(scene), ...await noticesOf(other)]).toEqual([])
  })

  test('and never wrote is remembered for it, without a conversation', async () => {
    const scene = await newScene(smsAdapter)
    await scene.told(stopped(1))
    expect(await isAvailable(scene)).toBe(false)
    expect(await rows(scene, 'select from conversation where tenant_id = $1')).toEqual([])
  })

  test('is told of where she was talked to last, though that conversation is closed', async () => {
    const scene = await newScene(smsAdapter)
    await scene.told(wrote(1))
    await rows(scene, `update conversation set status = 'CLOSED', closed_at = now() where tenant_id = $1`)
    await scene.told(stopped(2))
    expect(await noticesOf(scene)).toEqual(['OPTED_OUT'])
  })
})

describe('a number', () => {
  test('that a text message says it is from joins nobody, and suggests who it may be', async () => {
    const whatsapp = await newScene(whatsappAdapter)
    const sms = await newScene(smsAdapter, whatsapp.world)
    await whatsapp.told(wrote(1))
    await sms.told(wrote(2))
    expect(await rows(sms, 'select from contact where tenant_id = $1 and merged_into is null')).toHaveLength(2)
    expect(await rows(sms, 'select evidence, value, state from contact_suggestion where tenant_id = $1')).toEqual([{ evidence: 'PHONE', value: phone, state: 'OPEN' }])
  })
})

test('a message whose files cannot be kept now waits, and leaves nothing behind for each time that it was tried', async () => {
  const scene = await newScene(whatsappAdapter)
  const carries = { ...wrote(1), media: [{ content: Buffer.from('a'), name: 'a.txt' }, { content: Buffer.from('b'), name: 'b.txt' }] }
  await writeFile(place, 'no folder')
  expect(await scene.told(carries).catch(isPassing)).toBe(true)
  await rm(place)
  await database.owner.query(`create function refuse_b() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse_b before insert on attachment for each row when (new.name = 'b.txt') execute function refuse_b()`)
  await expect(scene.told(carries)).rejects.toThrow('no')
  await database.owner.query('drop trigger refuse_b on attachment')
  await scene.told(carries)
  const files = await rows(scene, 'select name, id from attachment where tenant_id = $1 order by id')
  expect(files.map(file => file.name)).toEqual(['a.txt', 'b.txt'])
  expect((await readdir(path.join(place, scene.world.tenantId))).toSorted()).toEqual(files.map(file => file.id))
})

test('two mails with one Message-ID are two, each kept once however often it comes, and an answer to it goes to the first', async () => {
  const scene = await newScene(emailAdapter)
  const mailed = (subject: string, digest: string, threadTokens: string[] = [], messageId = 'uno@correo.test') => ({
    kind: 'MESSAGE', at: at(1), externalId: messageId, text: digest, from: { externalId: 'ana@correo.test', email: 'ana@correo.test' },
    mail: { subject, messageId, digest, threadTokens, references: [], fullText: digest, isAutomatic: true, automaticAnswers: { most: 5, hours: 168 } },
  }) as const
  const [first, second] = [mailed('Factura 1', 'la primera'), mailed('Factura 2', 'la segunda')]
  await scene.told(first, second, first, second, mailed('Re: Factura 1', 'respuesta', ['uno@correo.test'], 'dos@correo.test'))
  const kept = await rows(scene, `select m.text, c.subject from message m join conversation c on c.id = m.conversation_id where m.tenant_id = $1 and m.author = 'CONTACT' order by m.position`)
  expect(kept).toEqual([{ text: 'la primera', subject: 'Factura 1' }, { text: 'la segunda', subject: 'Factura 2' }, { text: 'respuesta', subject: 'Factura 1' }])
})

describe('a change of a message', () => {
  const hers = wrote(1, 'ola')

  test.each([
    ['an edit', { kind: 'EDIT', at: at(2), externalId: hers.externalId, text: 'hola' }, 'hola'],
    ['a deletion', { kind: 'DELETE', at: at(2), externalId: hers.externalId }, ''],
  ] as [string, ChannelUpdate, string][])('%s that is processed while its message is being stored is not lost', async (_what, change, text) => {
    const scene = await newScene(whatsappAdapter)
    let changed!: Promise<void>
    await scene.world.as(systemActor(scene.world.tenantId), async unit => {
      await updates.apply(unit, scene.account, hers)
      changed = scene.told(change)
      await Promise.race([changed, somebodyWaits()])
    })
    await changed
    expect((await rows(scene, `select text from message where tenant_id = $1 and author = 'CONTACT'`))[0].text).toBe(text)
  })
})

async function somebodyWaits() {
  const asked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await database.owner.query(asked)).rows.length === 0) await sleep(20)
}
