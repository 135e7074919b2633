import type { Flow, FlowTest, Recording } from '@botpro/graphql/flows'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { testSealer } from '../../../../test/test-sealer.ts'
import { newWorld } from '../../../../test/world.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { ConnectorRequest } from '../../connectors/index.ts'
import { as, create, database, done, flows as drafts, tests as botTests, useBots, world } from '../bots/bots.fixture.ts'
import { flowOf, variable } from '../engine/bot.fixture.ts'
import { AppointmentService } from '../../appointments/index.ts'
import { Recordings } from '../run/recordings.ts'
import { SimulatedHearing } from './simulated-hearing.ts'
import { SimulationService, type SimulationToPlay } from './simulation.service.ts'
import { Simulator, type PreparedSimulation } from './simulation.ts'

useBots()

const balance: Flow = flowOf('saldo', {
  triggers: [{ id: 'w', kind: 'KEYWORD', words: { ES: ['saldo'] } }, { id: 'i', kind: 'INTENT', intent: 'balance' }],
  variables: [variable('cedula', { personal: true }), variable('saldo', { type: 'MONEY' })],
  steps: {
    cedula: { kind: 'ASK', text: { ES: '¿Su cédula?' }, answer: { type: 'CEDULA' }, saveAs: 'cedula', next: { answered: 'banco', failed: 'persona' } },
    banco: { kind: 'CALL', connector: 'banco', operation: 'balance', input: { cedula: { path: 'cedula' } }, save: [{ from: 'balance', to: 'saldo' }], next: { done: 'decir', failed: 'persona' } },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Tiene {{ saldo | money }}.' } }] },
    persona: { kind: 'HAND_OFF', queue: 'Caja' },
  },
})
const recording: Recording = { connector: 'banco', operation: 'balance', answer: { data: { balance: { amount: '5.00', currency: 'DOP' } } } }
const recordings = new Recordings(testSealer)
const service = new SimulationService(recordings)
const calls: ConnectorRequest[] = []
const errors: unknown[] = []
let openUnits = 0
let botId: string

/** Known when the database is there. */
const units: Pick<typeof database.units, 'read'> = { read: scope => database.units.read(scope) }
const simulator = new Simulator({
  units, appointments: new AppointmentService(),
  connectors: {
    async call(_scope, request) {
      openUnits = Number((await database.owner.query(`select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)).rows[0].count)
      calls.push(request)
      return { ok: true, data: { balance: { amount: '7.00', currency: 'DOP' } }, ms: 3 }
    },
  },
  answers: { hasAny: async () => true, forBot: async (_unit, { text }) => ({ text: `Sobre ${text}`, confidence: 1, isExact: true, faqId: newId(), source: null }), warm: () => {} },
  hearing: new SimulatedHearing({
    units,
    understanding: () => ({
      hear: async (_unit, asked) => ({
        asked, hasAnswers: false, answer: null,
        reading: { intent: asked.text.includes('dinero') ? { name: 'balance', action: 'ANSWER', answers: [] } : null, confidence: 0.9, ranking: [], language: 'ES', entities: [] },
      }),
    }),
  }),
  onError: error => errors.push(error),
})

beforeAll(async () => {
  botId = await create({ name: 'Simulado' })
  done(await as(unit => drafts.create(unit, { botId, name: 'Saldo', key: 'saldo', document: balance })))
})

const typed = (more: Partial<SimulationToPlay> = {}): SimulationToPlay => ({ botId, channel: 'WEB', language: 'ES', hoursOpen: true, lines: [], systems: 'RECORDED', ...more })
const prepare = (more: Partial<SimulationToPlay> = {}) => as(unit => service.prepare(unit, typed(more)))
const play = async (more: Partial<SimulationToPlay> = {}) => simulator.play(done(await prepare(more)) as PreparedSimulation)
const says = (text: string): FlowTest['lines'][number] => ({ kind: 'CONTACT', text })

test('the draft is played line by line, with what is said between kept by whoever plays', async () => {
  const first = await play({ lines: [says('mi saldo')] })
  expect(first.played.says.map(({ text }) => text)).toEqual(['¿Su cédula?'])
  const kept = JSON.parse(JSON.stringify(first.state)) as unknown
  const second = await play({ state: kept, lines: [says('001-1391820-5')], recordings: [recording] })
  expect(second.played.says.map(({ text }) => text)).toEqual(['Tiene RD$ 5.00.'])
  expect(second.asked).toMatchObject([{ connector: 'banco', operation: 'balance', input: { cedula: '00113918205' }, from: 'RECORDED', answer: recording.answer }])
  expect(second.played.visits).toContainEqual(expect.objectContaining({ step: 'banco', exit: 'done' }))
})

test('what is not recorded fails as it does in tests, and people take over', async () => {
  const { asked, state } = await play({ flow: 'saldo', lines: [says('00113918205')] })
  expect([asked[0], state.isHandedOff]).toMatchObject([{ answer: { error: { code: 'NOT_RECORDED' } } }, true])
  expect((await play({ state, lines: [says('¿hola?')] })).played.says).toEqual([])
})

test('systems are really asked where it is wanted, with no unit open, and never what is recorded', async () => {
  calls.length = 0
  const { played, asked, variables } = await play({ flow: 'saldo', systems: 'LIVE', lines: [says('00113918205')] })
  expect([played.says.at(-1)!.text, asked[0]!.from, openUnits]).toEqual(['Tiene RD$ 7.00.', 'SYSTEM', 0])
  expect(calls).toMatchObject([{ connector: 'banco', operation: 'balance', budgetMs: expect.any(Number) }])
  await play({ flow: 'saldo', systems: 'LIVE', recordings: [recording], lines: [says('00113918205')] })
  expect(calls).toHaveLength(1)
  expect(variables.filter(({ name }) => name === 'cedula').every(({ isPersonal }) => isPersonal)).toBe(true)
})

afterEach(() => expect(errors.splice(0)).toEqual([]))

test('the tenant’s model reads what is written', async () => {
  const { played, heard } = await play({ lines: [says('cuánto dinero tengo')] })
  expect([heard[0]!.intent, played.says[0]!.text]).toEqual(['balance', '¿Su cédula?'])
})

test.each([
  [{ lines: 'x' }, 'lines'], [{ lines: [{ kind: 'EXPECT', that: [{ kind: 'HANDS_OFF' }] }] }, 'lines.0.kind'], [{ lines: Array.from({ length: 21 }, () => says('x')) }, 'lines'],
  [{ state: {} }, 'state.now'], [{ state: 'x'.repeat(500_001) }, 'state'], [{ recordings: [{}] }, 'recordings.0.connector'], [{ flow: 'nada' }, 'flow'],
  [{ contact: { attributes: [] } }, 'contact.attributes'],
])('what cannot be played is said with its place: %#', async (more, field) => {
  const refused = await prepare(more as Partial<SimulationToPlay>)
  expect(refused).toBeInstanceOf(InvalidInput)
  expect((refused as InvalidInput).field).toBe(field)
})

test('a state so deep that reading it would break is refused', async () => {
  let deep: unknown = 0
  for (let depth = 0; depth < 200_000; depth++) deep = [deep]
  expect(await prepare({ state: deep })).toMatchObject({ field: 'state' })
})

test('what was under way in a flow that is gone is told, and not played', async () => {
  const { state } = await play({ flow: 'saldo' })
  state.runs[0]!.state.frames[0]!.flow = 'otro'
  expect(await play({ state, lines: [says('hola')] })).toMatchObject({ problem: 'DRAFT_CHANGED', asked: [] })
})

test('tests of the draft run, all, by key, or one that is being written', async () => {
  const document: FlowTest = { key: 'uno', name: 'Uno', channel: 'WEB', language: 'ES', lines: [says('saldo'), { kind: 'EXPECT', that: [{ kind: 'SAYS', text: 'cédula', match: 'CONTAINS' }] }], recordings: [] }
  done(await as(unit => botTests.save(unit, { botId, document })))
  const run = async (more: object = {}) => {
    const { draft, tests } = done(await as(unit => service.prepareTests(unit, { botId, ...more })))
    return service.run(draft, tests)
  }
  expect(await run()).toMatchObject([{ key: 'uno', passed: true }])
  expect(await run({ keys: [] })).toEqual([])
  const [failed] = await run({ document: { ...document, lines: [says('saldo'), { kind: 'EXPECT', that: [{ kind: 'HANDS_OFF' }] }] } })
  expect(failed).toMatchObject({ passed: false, line: 1, transcript: [{ who: 'CONTACT', line: 0 }, { who: 'BOT', line: 0, from: { flow: 'saldo', step: 'cedula' } }] })
  expect(await as(unit => service.prepareTests(unit, { botId, document: {} }))).toBeInstanceOf(InvalidInput)
})

test('a conversation that was had becomes a test, without her', async () => {
  const conversationId = await had(['mi saldo', '001-1391820-5'])
  const proposal = await service.settle(done(await as(unit => service.fromConversation(unit, { botId, conversationId }))))
  expect(proposal).toMatchObject({
    emptyRecordings: [0], isCut: false,
    document: { channel: 'WEB', contact: { name: 'Persona Prueba' }, recordings: [{ connector: 'banco', operation: 'balance', answer: { data: null } }] },
  })
  const { document } = proposal
  expect(document.lines.map(({ kind }) => kind)).toEqual(['CONTACT', 'EXPECT', 'CONTACT', 'EXPECT'])
  expect(JSON.stringify(document)).not.toMatch(/Ana|1391820|5551234/)
  const filled = { ...document, recordings: [{ ...document.recordings[0]!, answer: { data: { balance: { amount: '5.00', currency: 'DOP' } } } }] }
  const { draft, tests } = done(await as(unit => service.prepareTests(unit, { botId, document: filled })))
  expect(await service.run(draft, tests)).toMatchObject([{ message: null, passed: true }])
})

test('is for those who configure, and for nobody of another company', async () => {
  for (const role of ['SUPERVISOR', 'AGENT', 'ANALYST'] as const) {
    const somebody = await world.member(role)
    await expect(as(unit => service.prepare(unit, typed()), somebody)).rejects.toThrow(Forbidden)
  }
  const other = await newWorld(database)
  const stranger = await other.member('OWNER')
  await expect(other.as(stranger, unit => service.prepare(unit, typed()))).rejects.toThrow(NotFound)
  await expect(as(unit => service.fromConversation(unit, { botId, conversationId: newId() }))).rejects.toThrow(NotFound)
})

/** As if she had had it with this draft. */
async function had(spoken: string[]): Promise<string> {
  const { owner } = database
  const { tenantId, channelAccountId } = world
  const [contactId, identityId, conversationId] = [newId(), newId(), newId()]
  await owner.query(`insert into contact (tenant_id, id, name, phone, language, created_at, last_seen_at) values ($1, $2, 'Ana Mota', '+18095551234', 'ES', now(), now())`, [tenantId, contactId])
  await owner.query(`insert into contact_identity (tenant_id, id, contact_id, channel_account_id, external_id, created_at) values ($1, $2, $3, $4, $5, now())`, [tenantId, identityId, contactId, channelAccountId, newId()])
  await owner.query(`insert into conversation (tenant_id, id, contact_id, identity_id, channel_account_id, status, owner, language, opened_at, last_activity_at)
    values ($1, $2, $3, $4, $5, 'OPEN', 'BOT', 'ES', now(), now())`, [tenantId, conversationId, contactId, identityId, channelAccountId])
  const bot = ['Hola, Ana. ¿Su cédula?', 'Tiene RD$ 5.00.'].map(text => text.replace('Hola, Ana. ', ''))
  let at = Date.parse('2026-03-02T14:00:00Z')
  for (const [index, text] of spoken.entries()) {
    for (const [author, words] of [['CONTACT', text], ['BOT', bot[index]!]] as const) {
      at += 1000
      await owner.query(`insert into message (tenant_id, id, conversation_id, identity_id, position, author, text, status, sent_at) values ($1, $2, $3, $4, $5, $6, $7, 'SENT', $8)`,
        [tenantId, newId(), conversationId, identityId, index * 2 + (author === 'BOT' ? 2 : 1), author, words, new Date(at)])
    }
  }
  for (const [step, exit, seconds] of [['cedula', null, 1], ['cedula', 'answered', 3], ['banco', 'done', 3]] as const) {
    await owner.query(`insert into flow_visit (tenant_id, id, bot_version_id, run_id, conversation_id, flow, step, arrived, exit, at) values ($1, $2, $3, $3, $4, 'saldo', $5, true, $6, $7)`,
      [tenantId, newId(), newId(), conversationId, step, exit, new Date(Date.parse('2026-03-02T14:00:00Z') + seconds * 1000)])
  }
  return conversationId
}

