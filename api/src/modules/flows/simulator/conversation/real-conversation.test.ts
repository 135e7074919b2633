import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../../../test/harness.ts'
import { testSealer } from '../../../../../test/test-sealer.ts'
import { newWorld } from '../../../../../test/world.ts'
import { entities } from '../../../../modules.ts'
import { systemActor } from '../../../../platform/actor.ts'
import { Units } from '../../../../platform/units.ts'
import { adapters, nameMessage, type LineAccount } from '../../../channels/index.ts'
import { Lines } from '../../../channels/provider/lines.ts'
import { ContactService } from '../../../contacts/index.ts'
import { ChannelMediaJobs, ContactRooms, ConversationInbox, MenuBot, VisitorMessageService } from '../../../conversations/index.ts'
import { newContent } from '../../bots/new-bot.ts'
import { botOf, flowOf, variable } from '../../engine/bot.fixture.ts'
import type { RequestResult } from '../../engine/request.ts'
import { FlowBot } from '../../run/flow-bot.ts'
import { forgetHeard, Recordings } from '../../run/recordings.ts'
import { RequestWork } from '../../run/request-work.ts'
import { RunMover } from '../../run/run-mover.ts'
import { tidyRuns } from '../../run/run.tidy.ts'
import { KeptTurn } from '../../run/turn-effects.ts'
import { hadConversation } from './conversation-test.queries.ts'
import { Mask } from './mask.ts'
import { settled } from './settled-test.ts'
import { testOfConversation } from './test-of-conversation.ts'

const database = useDatabase({ entities })
const recordings = new Recordings(testSealer)

/** Nothing in it is marked as personal. */
const balance = flowOf('saldo', {
  triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['saldo'] } }],
  variables: [variable('cedula'), variable('cliente', { type: 'OBJECT' }), variable('oficial'), variable('estado')],
  steps: {
    cedula: { kind: 'ASK', text: { ES: '¿Su cédula?' }, answer: { type: 'CEDULA' }, saveAs: 'cedula', next: { answered: 'banco', failed: 'persona' } },
    banco: {
      kind: 'CALL', connector: 'banco', operation: 'client', input: { cedula: { path: 'cedula' } }, saveAs: 'cliente',
      save: [{ from: 'status', to: 'estado' }, { from: 'oficial', to: 'oficial' }], next: { done: 'activa', failed: 'persona' },
    },
    activa: {
      kind: 'BRANCH', rules: [{ id: 'si', when: { left: 'estado', operator: 'EQUALS', right: { literal: 'Cuenta Activa' } } }], next: { si: 'decir', otherwise: 'persona' },
    },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Hola, {{ cliente.fullName }}. Tiene {{ cliente.balance | money }}; su tarjeta Rosa la atiende {{ oficial }}, y le escribe a {{ cliente.email }}.' } }], next: { done: 'otra' } },
    otra: { kind: 'CALL', connector: 'banco', operation: 'client', input: {}, saveAs: 'cliente', next: { done: 'adios', failed: 'persona' } },
    adios: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Gracias, {{ cliente.first }}. Nació el {{ cliente.birthDate }}.' } }] },
    persona: { kind: 'HAND_OFF', queue: 'Caja' },
  },
})
const answers: RequestResult[] = [
  { ok: true, data: { status: 'Cuenta Activa', fullName: 'ROSA DEL CARMEN PERALTA MOTA', balance: { amount: '1234567.50', currency: 'DOP' }, oficial: 'Juan Ureña', email: 'rosa.peralta@gmail.com' } },
  { ok: true, data: { first: 'Rosa', birthDate: '1984-05-03' } },
]
const content = { ...newContent('ES'), flows: [balance], tests: [] }
const IDENTIFYING = /peralta|mota|ureña|carmen|1391820|1234567890/i

async function had(spoken: string[]) {
  const world = await newWorld(database)
  const { tenantId } = world
  const left = structuredClone(answers)
  const units = new Units({ pools: database.pools, entities, clock: () => new Date() })
  const compiled = botOf([balance])
  const effects = new KeptTurn({ requests: () => work, recordings })
  const bot = new FlowBot({
    bots: { serving: async () => ({ botId: 'b', versionId: randomUUID() }), compiled: async () => compiled, standing: async () => 'SERVES' }, menu: new MenuBot(), effects,
    inside: { answer: async () => ({ ok: false, code: 'NONE', message: '' }) },
  })
  const lines = new Lines({ units: database.units, sealer: {} as never, adapters, http: {} as never, publicUrl: () => '' })
  const mover = new RunMover({ units, bot, rooms: () => new ContactRooms({ lines }), outcomes: { known: async () => null, heard: async () => {}, elapsed: async () => {} } })
  const work: RequestWork = new RequestWork({ units, mover, outside: { answer: async () => left.shift()!, mayRepeat: async () => true }, onError: error => { throw error } })
  const messages = new VisitorMessageService({ contacts: new ContactService(), bot })
  for (const text of spoken) {
    await units.tenant({ tenantId, actor: world.visitor('una') }, unit => messages.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }))
    await work.settled()
  }
  const conversationId = (await database.owner.query('select id from conversation where tenant_id = $1', [tenantId])).rows[0].id as string
  return { tenantId, conversationId, channelAccountId: world.channelAccountId }
}

async function testOf({ tenantId, conversationId }: Awaited<ReturnType<typeof had>>) {
  return database.units.tenant({ tenantId, actor: systemActor(tenantId) }, async unit => {
    const row = (await hadConversation(unit, conversationId))!
    const { mask, ...proposal } = testOfConversation('real', { ...row, remembered: await recordings.of(unit, conversationId) }, content)
    return { ...proposal, ...await settled(content, proposal.document, mask), said: row.messages.map(({ text }) => text).join('\n') }
  })
}

test('a conversation in which a system told who she is becomes a test that passes, and names nobody', async () => {
  const conversation = await had(['mi saldo', '001-1391820-5'])
  const { document, passes, emptyRecordings, said } = await testOf(conversation)
  expect(said).toMatch(/Hola, ROSA DEL CARMEN PERALTA MOTA\. Tiene RD\$ 1,234,567\.50.*Juan Ureña/)
  expect(JSON.stringify(document)).not.toMatch(IDENTIFYING)
  expect({ passes, emptyRecordings }).toEqual({ passes: true, emptyRecordings: [] })
  expect(document.recordings).toMatchObject([
    { connector: 'banco', operation: 'client', once: true, answer: { data: { status: 'Cuenta Activa', balance: { amount: '1234567.50' } } } }, { connector: 'banco', operation: 'client' },
  ])
  const [first] = document.recordings.map(({ answer }) => ('data' in answer ? answer.data as { fullName: string; oficial: string } : null))
  expect(JSON.stringify(document.lines)).toContain(first!.fullName)
  expect(JSON.stringify(document.lines)).toContain(`su tarjeta Rosa la atiende ${first!.oficial}`)
})

test('what was answered is not readable at rest, and gone after a month; of whom the bot spoke is masked then too', async () => {
  const conversation = await had(['mi saldo', '001-1391820-5'])
  const rows = async () => (await database.owner.query('select * from flow_recording where tenant_id = $1', [conversation.tenantId])).rows
  expect(JSON.stringify(await rows())).not.toMatch(IDENTIFYING)
  expect((await rows()).length).toBeGreaterThanOrEqual(2)
  await database.units.platform({ actor: systemActor(), now: new Date(Date.now() + 31 * 86_400_000) }, tidyRuns)
  expect(await rows()).toEqual([])
  const { document, passes, emptyRecordings } = await testOf(conversation)
  expect({ passes, emptyRecordings }).toEqual({ passes: false, emptyRecordings: [0, 1] })
  expect(JSON.stringify(document)).not.toMatch(/peralta|mota|ureña|1391820/i)
})

test('what was made of a message goes when she takes it back, and everything with the conversation', async () => {
  const { tenantId, conversationId, channelAccountId } = await had(['mi saldo', '001-1391820-5'])
  const messagesOf = async () => (await database.owner.query('select message_id from flow_recording where tenant_id = $1 order by at', [tenantId])).rows.map(row => row.message_id as string | null)
  const first = (await database.owner.query(`select id from message where tenant_id = $1 and author = 'CONTACT' order by position limit 1`, [tenantId])).rows[0].id as string
  const before = await messagesOf()
  expect(before.filter(id => id !== null)).toEqual([first])
  const inbox = new ConversationInbox({ contacts: new ContactService(), exchange: {} as never, media: new ChannelMediaJobs({} as never), forget: forgetHeard })
  await database.units.tenant({ tenantId, actor: systemActor(tenantId) }, async unit => {
    await nameMessage(unit, channelAccountId, 'hers', first)
    await inbox.deleted(unit, { tenantId, channelAccountId } as LineAccount, { kind: 'MESSAGE_DELETED', externalId: 'hers', at: unit.now } as never)
  })
  expect(await messagesOf()).toEqual(before.filter(id => id === null))
  await database.owner.query('update conversation set last_message_id = null where tenant_id = $1', [tenantId])
  await database.owner.query('delete from message where tenant_id = $1', [tenantId])
  await database.owner.query('delete from conversation where tenant_id = $1 and id = $2', [tenantId, conversationId])
  expect(await messagesOf()).toEqual([])
})

test('all that is worded otherwise is settled in one go, and others have their turn meanwhile', async () => {
  const many = flowOf('muchas', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['dime'] } }], steps: Object.fromEntries(Array.from({ length: 15 }, (_, at) =>
    [`p${at}`, { kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES: `La oficina número ${at} atiende hoy a la CLIENTA.` } }], ...at < 14 && { next: { done: `p${at + 1}` } } }])) })
  const expected = (call: number) => Array.from({ length: 15 }, (_, at) => ({ kind: 'SAYS' as const, match: 'CONTAINS' as const, text: `La oficina número ${at} atiende hoy a la señora (${call}).` }))
  const lines = [1, 2].flatMap(call => [{ kind: 'CONTACT' as const, text: 'dime' }, { kind: 'EXPECT' as const, that: expected(call) }])
  let turns = 0
  setImmediate(() => { turns++ })
  const { document, passes } = await settled({ ...content, flows: [many] }, { key: 'k', name: 'n', channel: 'WEB', language: 'ES', lines, recordings: [] }, new Mask([], { name: null, values: [] }))
  expect([passes, turns]).toEqual([true, 1])
  expect(JSON.stringify(document.lines)).not.toContain('señora')
})
