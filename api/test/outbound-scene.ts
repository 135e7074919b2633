import { setTimeout as sleep } from 'node:timers/promises'
import { entities } from '../src/modules.ts'
import type { ChannelAdapter } from '../src/modules/channels/adapters/adapter.ts'
import type { OutgoingPart, SendOutcome } from '../src/modules/channels/adapters/outgoing.ts'
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
import { SERVICE_RULES, type ServiceState } from '../src/modules/tenancy/index.ts'
import type { Message } from '../src/modules/conversations/messages/message.ts'
import { useDatabase, type TestDatabase } from './harness.ts'
import { testSealer } from './test-sealer.ts'
import { newWorld } from './world.ts'

const database = {} as TestDatabase
/** Messages on their way out of one account, with a provider whose answers the test gives. */
export const useOutbound = () => void useDatabase({ entities }, database)
const inbox = new ConversationInbox({ contacts: new ContactService(), exchange: new MessageExchange({ bot: new MenuBot() }), media: new ChannelMediaJobs({} as never), signals: { tell: () => {} } as unknown as ChannelSignals })

export const HOUR = 3_600_000
export const START = Date.parse('2026-12-01T12:00:00Z')

type Answer = SendOutcome | Promise<SendOutcome> | (() => SendOutcome | Promise<SendOutcome>)

export async function newScene(base: ChannelAdapter = whatsappAdapter) {
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
  const service: { state: ServiceState } = { state: 'ACTIVE' }
  const newRun = () => new OutboundRun({ units, service: { rules: async () => SERVICE_RULES[service.state] }, lines, sealer: testSealer, inbox, statuses, health, allowances: new Allowances(), clock: () => clock.now, random: () => 0.5, onError: error => errors.push(error) }, account)
  const run = newRun()
  const inUnit = <Result>(work: (unit: Unit) => Promise<Result>) => real.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  const rows = async (text: string): Promise<any[]> => (await database.owner.query(text, [tenantId])).rows

  /** Told to a line that is not open to the bot, which would answer. */
  const told = (update: ChannelUpdate) => inUnit(unit => updates.apply(unit, { ...account, state: 'PAUSED' }, update))
  const scene = {
    account, service, answers, sent, errors, trouble, run, newRun, rows, told, lines, inUnit,
    pass: (ms: number) => { clock.now = new Date(clock.now.getTime() + ms) },
    /** She writes, and the agent answers. */
    writes: (phone = PHONE) => told({ kind: 'MESSAGE', at: clock.now, externalId: newId(), text: 'hola', from: { externalId: phone, phone } }),
    async answer(text: string, phone = PHONE): Promise<string> {
      const [{ id }] = (await database.owner.query(`select c.id from conversation c join contact_identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
        where c.tenant_id = $1 and i.external_id = $2`, [tenantId, phone])).rows
      const [message] = await inUnit(async unit => appendMessages(unit, (await lockThread(unit, id))!, [{ author: 'AGENT', text, status: 'QUEUED' }]))
      return message!.id
    },
    /** What stands in the thread without anybody having written it. */
    async tells(message: Partial<Message>): Promise<string> {
      const [{ id }] = await rows('select id from conversation where tenant_id = $1')
      const [stored] = await inUnit(async unit => appendMessages(unit, (await lockThread(unit, id))!, [{ author: 'BOT', text: 'x', status: 'SENT', ...message }]))
      return stored!.id
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

export const PHONE = '+18095550100'
export const LONG = `${'a'.repeat(4000)}\n${'b'.repeat(1000)}`
export const failure = { code: '1', message: 'x' }
export const accepted = (externalId: string): SendOutcome => ({ kind: 'ACCEPTED', externalId })
export const unknown: SendOutcome = { kind: 'UNKNOWN', failure }
export const retry = (more: { scope?: 'PERSON' | 'ACCOUNT' | 'MESSAGE'; afterMs?: number } = {}): SendOutcome => ({ kind: 'RETRY', scope: 'PERSON', failure, ...more })
export const referenceIn = ({ request }: OutgoingPart) => (request as any).body.biz_opaque_callback_data as string

/** An answer that comes when the test says so. */
export function pending() {
  const { promise, resolve } = Promise.withResolvers<SendOutcome>()
  return { answer: () => promise, resolve }
}
