import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { entities } from '../src/modules.ts'
import type { ChannelAdapter } from '../src/modules/channels/adapters/adapter.ts'
import { messengerAdapter } from '../src/modules/channels/adapters/messenger/messenger.adapter.ts'
import type { OutgoingPart, SendOutcome } from '../src/modules/channels/adapters/outgoing.ts'
import { smsAdapter } from '../src/modules/channels/adapters/sms/sms.adapter.ts'
import type { ChannelUpdate, StatusChanged } from '../src/modules/channels/adapters/update.ts'
import { whatsappAdapter } from '../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { ChannelUpdates } from '../src/modules/channels/inbound/channel-updates.ts'
import { LeftAsideCount } from '../src/modules/channels/inbound/left-aside-count.ts'
import { Allowances } from '../src/modules/channels/outbound/allowance.ts'
import type { ChannelSignals } from '../src/modules/channels/outbound/channel-signals.ts'
import { OutboundRun } from '../src/modules/channels/outbound/outbound.run.ts'
import { requeue } from '../src/modules/channels/outbound/outbox.ts'
import { StatusService } from '../src/modules/channels/outbound/status.service.ts'
import { ChannelHealth } from '../src/modules/channels/provider/channel-health.ts'
import { Lines, type LineAccount } from '../src/modules/channels/provider/lines.ts'
import { ContactService } from '../src/modules/contacts/index.ts'
import { ConversationInbox } from '../src/modules/conversations/channel/channel-inbox.ts'
import { ChannelMediaJobs } from '../src/modules/conversations/channel/channel-media.ts'
import { MenuBot } from '../src/modules/conversations/bot/menu-bot.ts'
import { MessageExchange } from '../src/modules/conversations/messages/message-exchange.ts'
import { appendMessages, lockThread } from '../src/modules/conversations/messages/message-store.ts'
import { systemActor } from '../src/platform/actor.ts'
import { newId } from '../src/platform/ids.ts'
import type { Unit } from '../src/platform/unit.ts'
import { useDatabase } from './harness.ts'
import { newWorld } from './world.ts'

/** What becomes of messages on their way out, with a provider whose answers the test gives. */
const database = useDatabase({ entities })
const inbox = new ConversationInbox({ contacts: new ContactService(), exchange: new MessageExchange({ bot: new MenuBot() }), media: new ChannelMediaJobs({} as never), signals: { tell: () => {} } as unknown as ChannelSignals })

const HOUR = 3_600_000
const START = Date.parse('2026-12-01T12:00:00Z')

type Answer = SendOutcome | Promise<SendOutcome> | (() => SendOutcome | Promise<SendOutcome>)

async function newScene(base: ChannelAdapter = whatsappAdapter) {
  const world = await newWorld(database)
  const { tenantId } = world
  const clock = { now: new Date(START) }
  const [answers, sent, errors]: [Answer[], OutgoingPart[], unknown[]] = [[], [], []]
  const adapter: ChannelAdapter = {
    ...base,
    async send(part) {
      sent.push(part)
      const answer = answers.shift() ?? accepted(newId())
      return typeof answer === 'function' ? answer() : answer
    },
  }
  const account = { tenantId, channelAccountId: newId(), kind: adapter.kind, state: 'LIVE', adapter, settings: {}, hookKey: 'hook' } as unknown as LineAccount
  await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, $3, 'x', now())`, [tenantId, account.channelAccountId, adapter.kind])
  await database.owner.query(`insert into provider_channel (tenant_id, channel_account_id, kind, hook_key, settings, sealed, last_four, texts)
    select tenant_id, $2::uuid, $3, $2::text, '{}', '', '{}', texts from web_channel where tenant_id = $1`, [tenantId, account.channelAccountId, adapter.kind])
  const real = database.openUnits({ clock: () => clock.now })
  /** What happens to the next units, before and after them. */
  const trouble: { before?: () => void; after?: () => Promise<void> } = {}
  const units = {
    async tenant<Result>(scope: Parameters<typeof real.tenant>[0], work: (unit: Unit) => Promise<Result>): Promise<Result> {
      trouble.before?.()
      const result = await real.tenant(scope, work)
      await trouble.after?.()
      return result
    },
  } as typeof real
  const lines = new Lines({ units: database.units, sealer: {} as never, adapters: { [adapter.kind]: adapter }, http: {} as never, publicUrl: () => 'http://botpro.test' })
  const statuses = new StatusService({ inbox, lines })
  const health = new ChannelHealth({ units: real, lines, clock: () => clock.now, tell: async () => {} })
  const updates = new ChannelUpdates({ inbox, statuses, health, acknowledge: () => {}, aside: new LeftAsideCount(() => {}) })
  const newRun = () => new OutboundRun({ units, lines, inbox, statuses, health, allowances: new Allowances(), clock: () => clock.now, random: () => 0.5, onError: error => errors.push(error) }, account)
  const run = newRun()
  const inUnit = <Result>(work: (unit: Unit) => Promise<Result>) => real.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  const rows = async (text: string): Promise<any[]> => (await database.owner.query(text, [tenantId])).rows

  /** Told to a line that is not open to the bot, which would answer. */
  const told = (update: ChannelUpdate) => inUnit(unit => updates.apply(unit, { ...account, state: 'PAUSED' }, update))
  const scene = {
    account, answers, sent, errors, trouble, run, newRun, rows, told, lines, inUnit,
    pass: (ms: number) => { clock.now = new Date(clock.now.getTime() + ms) },
    /** She writes, and the agent answers. */
    writes: (phone = PHONE) => told({ kind: 'MESSAGE', at: clock.now, externalId: newId(), text: 'hola', from: { externalId: phone, phone } }),
    async answer(text: string, phone = PHONE): Promise<string> {
      const [{ id }] = (await database.owner.query(`select c.id from conversation c join contact_identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
        where c.tenant_id = $1 and i.external_id = $2`, [tenantId, phone])).rows
      const [message] = await inUnit(async unit => appendMessages(unit, (await lockThread(unit, id))!, [{ author: 'AGENT', text, status: 'QUEUED' }]))
      return message!.id
    },
    /** Begins what may begin; and that with everything it brings. */
    look: () => run.look(account),
    async turn() {
      await run.look(account)
      while (run.isSending) await sleep(5)
    },
    partsOf: async (id: string): Promise<any[]> => (await rows('select message_id, parts from outbound_message where tenant_id = $1')).find(row => row.message_id === id).parts,
    stateOf: async (id: string): Promise<string> => (await rows('select message_id, state from outbound_message where tenant_id = $1')).find(row => row.message_id === id).state,
    shownOf: async (id: string): Promise<string> => (await rows('select id, status from message where tenant_id = $1')).find(row => row.id === id).status,
    again: (id: string) => inUnit(unit => requeue(unit, id)),
    status: (heard: Partial<StatusChanged>) => told({ kind: 'STATUS', at: clock.now, status: 'DELIVERED', ...heard }),
  }
  await scene.writes()
  return scene
}

const PHONE = '+18095550100'
const LONG = `${'a'.repeat(4000)}\n${'b'.repeat(1000)}`
const failure = { code: '1', message: 'x' }
const accepted = (externalId: string): SendOutcome => ({ kind: 'ACCEPTED', externalId })
const unknown: SendOutcome = { kind: 'UNKNOWN', failure }
const retry = (more: { scope?: 'PERSON' | 'ACCOUNT' | 'MESSAGE'; afterMs?: number } = {}): SendOutcome => ({ kind: 'RETRY', scope: 'PERSON', failure, ...more })
const referenceIn = ({ request }: OutgoingPart) => (request as any).body.biz_opaque_callback_data as string

/** An answer that comes when the test says so. */
function pending() {
  const { promise, resolve } = Promise.withResolvers<SendOutcome>()
  return { answer: () => promise, resolve }
}

describe('a call under way', () => {
  test('is not taken for one of a process that ended in the moment in which it is claimed', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    const call = pending()
    scene.answers.push(call.answer)
    scene.trouble.after = () => {
      delete scene.trouble.after
      return scene.run.recover(scene.account)
    }
    await scene.look()
    expect(await scene.shownOf(id)).toBe('QUEUED')
    expect(await scene.stateOf(id)).toBe('SENDING')
    call.resolve(accepted('w1'))
    await scene.turn()
  })

  test.each([
    ['that it is to be sent later', retry(), 'QUEUED', 'QUEUED'], ['that it is refused', { kind: 'REFUSED', failure, because: 'CONTENT' }, 'FAILED', 'FAILED'],
  ] as [string, SendOutcome, string, string][])('is believed when it says %s, though another process took it for abandoned', async (_what, answer, state, shown) => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    const call = pending()
    scene.answers.push(call.answer)
    await scene.look()
    await scene.newRun().recover(scene.account)
    expect(await scene.shownOf(id)).toBe('UNKNOWN')
    call.resolve(answer)
    while (scene.run.isSending) await sleep(5)
    expect([await scene.stateOf(id), await scene.shownOf(id)]).toEqual([state, shown])
  })

  test('is answered to a database that is away, and the answer is stored once it is back', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    let away = 2
    scene.answers.push(() => {
      scene.trouble.before = () => { if (away-- > 0) throw Object.assign(new Error('terminating connection'), { code: '57P01' }) }
      return accepted('w1')
    })
    await scene.turn()
    expect([await scene.shownOf(id), scene.errors.length]).toEqual(['SENT', 2])
  })
})

describe('before each call is asked whether it may go', () => {
  test('so the second part stays where the window closed after the first', async () => {
    const scene = await newScene()
    const id = await scene.answer(LONG)
    await scene.turn()
    scene.pass(25 * HOUR)
    await scene.turn()
    expect(scene.sent).toHaveLength(1)
    expect((await scene.partsOf(id)).map(part => [part.state, part.failure?.code])).toEqual([['SENT', undefined], ['FAILED', 'WINDOW_CLOSED']])
  })

  test('so what was refused for a while stays where she stopped the channel meanwhile', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(retry())
    await scene.turn()
    scene.pass(HOUR)
    await scene.told({ kind: 'AVAILABLE', at: new Date(START + HOUR), person: { externalId: PHONE }, isAvailable: false })
    await scene.turn()
    expect([scene.sent.length, await scene.shownOf(id)]).toEqual([1, 'FAILED'])
  })

  test('and it is cut anew where it may go by another way only', async () => {
    const scene = await newScene(messengerAdapter)
    await scene.answer('hola')
    scene.answers.push(retry())
    await scene.turn()
    scene.pass(25 * HOUR)
    await scene.turn()
    expect(scene.sent.map(part => JSON.stringify(part.request).includes('HUMAN_AGENT'))).toEqual([false, true])
  })
})

describe('what a provider tells', () => {
  test('late of the first time that a message was sent settles nothing of the second', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(accepted('w1'))
    await scene.turn()
    const late = { externalId: 'w1', status: 'FAILED', failure } as const
    await scene.status(late)
    await scene.again(id)
    const call = pending()
    scene.answers.push(call.answer)
    await scene.look()
    await scene.status({ ...late, reference: referenceIn(scene.sent[0]!) })
    await scene.status(late)
    expect((await scene.partsOf(id)).map(part => part.state)).toEqual(['SENDING'])
    call.resolve(accepted('w2'))
    while (scene.run.isSending) await sleep(5)
    await scene.status({ externalId: 'w2' })
    expect([await scene.shownOf(id), (await scene.partsOf(id))[0].externalId]).toEqual(['DELIVERED', 'w2'])
  })

  test('of the second part is not taken for the first, of which nobody knows', async () => {
    const scene = await newScene()
    const id = await scene.answer(LONG)
    const call = pending()
    scene.answers.push(unknown, call.answer)
    await scene.turn()
    scene.pass(HOUR)
    await scene.run.recover(scene.account)
    await scene.look()
    await scene.status({ externalId: 'w2', reference: referenceIn(scene.sent[1]!) })
    expect((await scene.partsOf(id)).map(part => [part.state, part.externalId])).toEqual([['UNKNOWN', undefined], ['DELIVERED', 'w2']])
    call.resolve(accepted('w2'))
    while (scene.run.isSending) await sleep(5)
  })

  test('under the message’s id alone, as before parts had references, is about the one under way', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(unknown)
    await scene.turn()
    await scene.rows(`update outbound_message set parts = jsonb_build_array(parts->0 #- '{reference}' #- '{passage}') where tenant_id = $1`)
    await scene.status({ externalId: 'w1', reference: id })
    expect(await scene.shownOf(id)).toBe('DELIVERED')
  })

  test.each([
    ['its name', (scene: Scene) => scene.status({ externalId: 'w1', status: 'SENT', reference: referenceIn(scene.sent[0]!) }), unknown],
    ['the answer to its call', async () => {}, accepted('w1')],
    ['another name of it', async () => {}, { kind: 'ACCEPTED', externalId: 'w0', otherNames: ['w1'] }],
  ] as [string, (scene: Scene) => Promise<void>, SendOutcome][])('before %s was known counts once it is, statuses and reactions alike', async (_what, named, answer) => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    await scene.status({ externalId: 'w1', status: 'READ' })
    await scene.told({ kind: 'REACTION', at: new Date(START), from: { externalId: PHONE }, externalId: 'w1', emoji: '👍' })
    scene.answers.push(answer)
    await scene.turn()
    await named(scene)
    expect([await scene.shownOf(id), scene.errors]).toEqual(['READ', []])
    expect(await scene.rows('select reactions->0->>\'emoji\' as emoji from message where tenant_id = $1 and reactions is not null')).toEqual([{ emoji: '👍' }])
  })

  test('of a text message whose call was not answered charges its segments', async () => {
    const scene = await newScene(smsAdapter)
    const id = await scene.answer('á'.repeat(100))
    scene.answers.push(unknown)
    await scene.turn()
    const reference = (scene.sent[0]!.request as any).reference
    for (const status of ['SENT', 'DELIVERED'] as const) await scene.status({ externalId: 'SM1', reference, status })
    expect(await scene.shownOf(id)).toBe('DELIVERED')
    expect(await scene.rows('select external_id, quantity from provider_charge where tenant_id = $1')).toEqual([{ external_id: 'SM1', quantity: 2 }])
  })
})

describe('what a provider refuses teaches who may be written to', () => {
  const closed: SendOutcome = { kind: 'REFUSED', failure, because: 'WINDOW_CLOSED' }

  test('a closed window: the next is not tried, until she writes again', async () => {
    const scene = await newScene()
    scene.pass(HOUR)
    scene.answers.push(closed)
    await scene.answer('uno')
    await scene.turn()
    const second = await scene.answer('dos')
    await scene.turn()
    expect([scene.sent.length, await scene.shownOf(second)]).toEqual([1, 'FAILED'])
    scene.pass(1000)
    await scene.writes()
    await scene.answer('tres')
    await scene.turn()
    expect(scene.sent).toHaveLength(2)
  })

  test('what she wrote while the call was under way is newer than that', async () => {
    const scene = await newScene()
    await scene.answer('uno')
    await scene.turn()
    scene.pass(HOUR)
    await scene.writes()
    await scene.status({ reference: referenceIn(scene.sent[0]!), externalId: 'w1', status: 'FAILED', failure, because: 'WINDOW_CLOSED', at: new Date(START + 1000) })
    await scene.answer('dos')
    await scene.turn()
    expect(scene.sent).toHaveLength(2)
  })

  test.each(['an answer', 'a status'])('that she stopped the channel, told by %s', async how => {
    const scene = await newScene()
    scene.pass(HOUR)
    if (how === 'an answer') scene.answers.push({ kind: 'REFUSED', failure, because: 'OPTED_OUT' })
    await scene.answer('uno')
    await scene.turn()
    if (how === 'a status') await scene.status({ reference: referenceIn(scene.sent[0]!), status: 'FAILED', failure, because: 'OPTED_OUT' })
    expect(await scene.rows('select is_available from contact_identity where tenant_id = $1')).toEqual([{ is_available: false }])
    await scene.answer('dos')
    await scene.turn()
    expect(scene.sent).toHaveLength(1)
  })
})

describe('a provider', () => {
  test('that answers nothing to several calls in a row is left in peace, and its administrators are told', async () => {
    const scene = await newScene()
    const phones = Array.from({ length: 12 }, (_, index) => `+1809555${2000 + index}`)
    for (const phone of phones) {
      await scene.writes(phone)
      await scene.answer('hola', phone)
    }
    scene.answers.push(...phones.map(() => unknown))
    const stopped = async () => (await scene.rows('select stopped_at, probe_at from provider_channel where tenant_id = $1 and stopped_at is not null')).length > 0
    for (let turn = 0; turn < 12 && !await stopped(); turn++) await scene.turn()
    expect(await stopped()).toBe(true)
    expect(scene.sent.length).toBeLessThanOrEqual(6)
    expect(await scene.rows('select kind from channel_alarm where tenant_id = $1')).toEqual([{ kind: 'ACCOUNT_STOPPED' }])
    expect(await scene.rows(`select count(*)::int as queued from outbound_message where tenant_id = $1 and state = 'QUEUED'`)).toEqual([{ queued: 12 - scene.sent.length }])
  })

  test('whose statuses tell of messages, and only whose answers are lost, goes on', async () => {
    const scene = await newScene()
    for (let turn = 0; turn < 8; turn++) {
      await scene.answer(`uno ${turn}`)
      scene.answers.push(unknown)
      await scene.turn()
      await scene.status({ externalId: `w${turn}`, reference: referenceIn(scene.sent.at(-1)!) })
    }
    expect(scene.sent).toHaveLength(8)
    expect(await scene.rows('select stopped_at from provider_channel where tenant_id = $1')).toEqual([{ stopped_at: null }])
  })

  test('that asked for rest has it from whoever goes on for the account, too', async () => {
    const scene = await newScene()
    await scene.writes('+18095550200')
    await scene.answer('uno')
    scene.answers.push(retry({ scope: 'ACCOUNT', afterMs: 60_000 }))
    await scene.turn()
    await scene.answer('dos', '+18095550200')
    const [{ paused_until: pausedUntil }] = await scene.rows('select paused_until from provider_channel where tenant_id = $1')
    expect(await scene.newRun().look({ ...scene.account, pausedUntil })).toBe(60_000)
    expect(scene.sent).toHaveLength(1)
  })

  test.each(['PERSON', 'ACCOUNT'] as const)('that refuses the %s for longer than a message is worth is not asked for ever', async scope => {
    const scene = await newScene(smsAdapter)
    const id = await scene.answer('hola')
    scene.answers.push(retry({ scope }), retry({ scope }))
    await scene.turn()
    scene.pass(23 * HOUR)
    await scene.turn()
    expect(await scene.stateOf(id)).toBe('QUEUED')
    scene.pass(2 * HOUR)
    scene.answers.push(retry({ scope }))
    await scene.turn()
    expect(await scene.shownOf(id)).toBe('FAILED')
  })
})

describe('a message that is sent again', () => {
  test('sends what has not left alone', async () => {
    const scene = await newScene()
    const id = await scene.answer(LONG)
    scene.answers.push(accepted('w1'), { kind: 'REFUSED', failure, because: 'OTHER' })
    await scene.turn()
    await scene.turn()
    expect(await scene.shownOf(id)).toBe('FAILED')
    await scene.again(id)
    await scene.turn()
    await scene.turn()
    expect(scene.sent.map(part => JSON.stringify(part.request).includes('bbb'))).toEqual([false, true, true])
    await scene.status({ reference: referenceIn(scene.sent[0]!), externalId: 'w1', status: 'READ' })
    expect((await scene.partsOf(id)).map(part => part.state)).toEqual(['READ', 'SENT'])
  })

  test('waits while it is being found out whether it arrived', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(unknown)
    await scene.turn()
    expect(await scene.again(id)).toMatchObject({ kind: 'UNCERTAIN', until: expect.any(Date) })
    await scene.turn()
    expect(scene.sent).toHaveLength(1)
    scene.pass(HOUR)
    expect(await scene.again(id)).toEqual({ kind: 'QUEUED' })
    await scene.turn()
    expect([scene.sent.length, await scene.shownOf(id)]).toEqual([2, 'SENT'])
  })
})

type Scene = Awaited<ReturnType<typeof newScene>>
