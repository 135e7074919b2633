import { describe, expect, test } from 'vitest'
import type { Flow } from '@botpro/graphql/flows'
import { NotFound } from '../../../platform/errors.ts'
import { admin, as, auditOf, botOf, broadcast, create, database, documentOf, done, flows, flowsOf, news, tests, useBots, world } from './bots.fixture.ts'
import { tidyBots } from './bot.tidy.ts'
import { flowsUse } from './connector-use.queries.ts'
import { emptyFlow } from './new-bot.ts'
import { loadTests } from './bot-test.queries.ts'
import { listVersions, versionContent } from '../versions/bot-version.queries.ts'
import { FlowEditors } from './flow-editors.ts'
import { keyFor } from './flow-key.ts'

useBots()

const add = async (botId: string, name: string, more: object = {}) => done(await as(unit => flows.create(unit, { botId, name, ...more })))
const names = async (botId: string) => (await flowsOf(botId)).map(({ name }) => name)
const save = (flowId: string, revision: number, document: unknown) => as(unit => flows.save(unit, { flowId, revision, document }))
const renamed = (flow: Flow, name: string): Flow => ({ ...flow, name })

describe('a flow', () => {
  test('has a key that reads like its name, and another where that is taken', async () => {
    const botId = await create()
    await add(botId, 'Consultar mi balance')
    await add(botId, 'Consultar mi balance')
    expect((await flowsOf(botId)).map(({ key }) => key)).toEqual(['bienvenida', 'consultar-mi-balance', 'consultar-mi-balance-2'])
    expect(await as(unit => flows.create(unit, { botId, name: 'x', key: 'bienvenida' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'key' })
    expect(await as(unit => flows.create(unit, { botId, name: 'x', key: 'No!' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'key' })
    expect([keyFor('¿Año nuevo?'), keyFor('123'), keyFor('¡!', new Set(['flow']))]).toEqual(['ano-nuevo', 'flow', 'flow-2'])
  })

  test('begins with a document that was given, under a name and key of its own', async () => {
    const botId = await create()
    const [first] = await flowsOf(botId)
    const id = await add(botId, 'Copia', { document: await documentOf(first!.id) })
    expect(await documentOf(id)).toEqual({ ...await documentOf(first!.id), key: 'copia', name: 'Copia' })
    expect(await as(unit => flows.create(unit, { botId, name: 'x', document: { steps: [] } }))).toMatchObject({ code: 'INVALID_INPUT', field: expect.stringMatching(/^document\./) })
    expect(await as(unit => flows.create(unit, { botId, name: 'x', document: [] }))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('keeps the draft as it was before, where somebody overwrites what another drew on purpose', async () => {
    const botId = await create()
    const [flow] = await flowsOf(botId)
    const drawn = await documentOf(flow!.id) as Flow
    const snapshots = async () => (await as(unit => listVersions(unit, { botId, first: 10, snapshots: true }))).edges.map(({ node }) => node)
    done(await save(flow!.id, 1, renamed(drawn, 'Suyo')))
    expect(await snapshots()).toEqual([])
    done(await as(unit => flows.save(unit, { flowId: flow!.id, revision: 2, document: renamed(drawn, 'Mío'), keepsBefore: true })))
    const [kept, ...others] = await snapshots()
    expect(others).toEqual([])
    expect((await as(unit => versionContent(unit, kept!.id))).content.flows.map(({ name }) => name)).toEqual(['Suyo'])
  })

  test('is saved on the revision that it was changed on; of two at once one is kept, and the other is told whose', async () => {
    const botId = await create()
    const id = await add(botId, 'Saldo')
    const document = await documentOf(id)
    const both = await Promise.all([save(id, 1, renamed(document, 'Uno')), save(id, 1, renamed(document, 'Dos'))])
    expect(both.filter(one => one === id)).toHaveLength(1)
    expect(both.find(one => one !== id)).toMatchObject({ code: 'FLOW_CHANGED_MEANWHILE', flowId: id, byId: expect.any(String), at: expect.any(Date) })
    expect((await flowsOf(botId)).find(flow => flow.id === id)).toMatchObject({ revision: 2, name: (await documentOf(id)).name })
    expect((await botOf(botId)).draftRevision).toBe(3)
  })

  test('that says the same is not saved again', async () => {
    const botId = await create()
    const id = await add(botId, 'Saldo')
    const document = await documentOf(id)
    expect(await save(id, 1, Object.fromEntries(Object.entries(document).reverse()))).toBe(id)
    expect((await flowsOf(botId)).find(flow => flow.id === id)).toMatchObject({ revision: 1 })
  })

  test('is noted in the audit trail once for each sitting: not for every few words that the studio keeps, but again after a while and for somebody else', async () => {
    const botId = await create()
    const id = await add(botId, 'Saldo')
    const other = await world.member('ADMIN', 'Luis Mateo')
    const saves = async (name: string, { minutes, by = admin }: { minutes: number; by?: typeof admin }) => {
      const flow = (await flowsOf(botId)).find(one => one.id === id)!
      const document = renamed(await documentOf(id), name)
      done(await world.as(by, unit => flows.save(unit, { flowId: id, revision: flow.revision, document }), new Date(Date.now() + minutes * 60_000)))
    }
    const noted = async () => (await auditOf(id)).map(({ action, detail }) => `${action} ${detail['revision']}`)
    await saves('Uno', { minutes: 1 })
    await saves('Dos', { minutes: 20 })
    await saves('Tres', { minutes: 45 })
    expect(await noted()).toEqual(['bot-flow.created 1'])
    await saves('Cuatro', { minutes: 76 })
    await saves('Cinco', { minutes: 77 })
    expect(await noted()).toEqual(['bot-flow.created 1', 'bot-flow.saved 5'])
    await saves('Seis', { minutes: 78, by: other })
    await saves('Siete', { minutes: 79, by: other })
    await saves('Ocho', { minutes: 80 })
    expect(await noted()).toEqual(['bot-flow.created 1', 'bot-flow.saved 5', 'bot-flow.saved 7', 'bot-flow.saved 9'])
  })

  test('keeps its key, and is told in words what does not fit, with its place', async () => {
    const botId = await create()
    const id = await add(botId, 'Saldo')
    const document = await documentOf(id)
    const say = document.steps[0]!
    expect(await save(id, 1, { ...document, key: 'otra' })).toMatchObject({ field: 'document.key' })
    expect(await save(id, 1, { ...document, steps: [say, say] })).toMatchObject({ field: 'document.steps.1.id', message: 'Another step has this id.' })
    expect(await save(id, 1, { ...document, steps: [{ ...say, kind: 'SING' }] })).toMatchObject({ field: 'document.steps.0.kind' })
    expect(await save(id, 1, { ...document, steps: [{ ...say, messages: [{ kind: 'TEXT', text: { ES: 'x'.repeat(5000) } }] }] })).toMatchObject({ field: 'document.steps.0.messages.0.text.ES' })
    expect(await save(id, 1, 'x')).toMatchObject({ field: 'document' })
  })

  test('is duplicated beside the original, begun by nothing', async () => {
    const botId = await create()
    await add(botId, 'Fin')
    const [welcome] = await flowsOf(botId)
    const id = done(await as(unit => flows.duplicate(unit, { flowId: welcome!.id })))
    expect(await names(botId)).toEqual(['Bienvenida', 'Bienvenida (2)', 'Fin'])
    expect(await documentOf(id)).toMatchObject({ key: 'bienvenida-2', triggers: [] })
  })

  test('is deleted, comes back to its place, and goes for good after thirty days', async () => {
    const botId = await create()
    const [one] = [await add(botId, 'Uno'), await add(botId, 'Dos')]
    await as(unit => flows.delete(unit, one!))
    expect(await names(botId)).toEqual(['Bienvenida', 'Dos'])
    await expect(save(one!, 1, {})).rejects.toThrow(NotFound)
    expect(done(await as(unit => flows.restore(unit, one!)))).toBe(one)
    expect(await names(botId)).toEqual(['Bienvenida', 'Uno', 'Dos'])
    await as(unit => flows.delete(unit, one!))
    await database.owner.query(`update bot_flow set deleted_at = now() - interval '31 days' where id = $1`, [one])
    await database.units.platform({ actor: { kind: 'SYSTEM' } }, tidyBots)
    await expect(as(unit => flows.restore(unit, one!))).rejects.toThrow(NotFound)
    expect((await auditOf(one!)).map(({ action }) => action)).toEqual(['bot-flow.created', 'bot-flow.deleted', 'bot-flow.created', 'bot-flow.deleted'])
  })

  test('does not come back where another took its key', async () => {
    const botId = await create()
    const id = await add(botId, 'Uno')
    await as(unit => flows.delete(unit, id))
    await add(botId, 'Uno')
    expect(await as(unit => flows.restore(unit, id))).toMatchObject({ code: 'INVALID_INPUT', field: 'flowId' })
  })

  test('is put in order with all the others', async () => {
    const botId = await create()
    await add(botId, 'Dos')
    const ids = (await flowsOf(botId)).map(({ id }) => id)
    done(await as(unit => flows.reorder(unit, { botId, flowIds: ids.toReversed() })))
    expect(await names(botId)).toEqual(['Dos', 'Bienvenida'])
    for (const wrong of [[ids[0]!], [ids[0]!, ids[0]!], [...ids, ids[0]!]])
      expect(await as(unit => flows.reorder(unit, { botId, flowIds: wrong }))).toMatchObject({ field: 'flowIds' })
  })

  test('that was saved is told to whoever watches the bot, once it is committed', async () => {
    const botId = await create()
    const heard = news.of(world.tenantId, botId)
    const id = await add(botId, 'Saldo')
    await save(id, 1, renamed(await documentOf(id), 'Mi saldo'))
    expect((await heard.next()).value).toMatchObject({ kind: 'FLOW_CREATED', flowId: id, revision: 1 })
    expect((await heard.next()).value).toMatchObject({ kind: 'FLOW_SAVED', flowId: id, revision: 2, byId: expect.any(String) })
    await heard.return!()
  })
})

describe('who has a flow open', () => {
  const there = { tenantId: 't', flowId: 'f' }

  test('is known to every process, until she leaves or says nothing more', () => {
    let now = new Date('2026-01-01T10:00:00Z')
    const [here, elsewhere] = [1, 2].map(() => new FlowEditors({ broadcast, clock: () => now }))
    expect(here!.tell({ ...there, memberId: 'ana', isOver: false })).toBe(true)
    expect(here!.tell({ ...there, memberId: 'ana', isOver: false })).toBe(false)
    here!.tell({ ...there, memberId: 'luis', isOver: false })
    expect(elsewhere!.of(there)).toEqual(['ana', 'luis'])
    expect(elsewhere!.of({ ...there, tenantId: 'other' })).toEqual([])
    expect(elsewhere!.tell({ ...there, memberId: 'luis', isOver: true })).toBe(true)
    expect(here!.of(there)).toEqual(['ana'])
    now = new Date(now.getTime() + 41_000)
    expect(here!.of(there)).toEqual([])
  })
})

describe('a test of the bot', () => {
  const written = { key: 'saludo', name: 'Saluda', channel: 'WEB', language: 'ES', lines: [{ kind: 'CONTACT', text: 'hola' }], recordings: [] }
  const saveTest = (botId: string, more: object) => as(unit => tests.save(unit, { botId, document: written, ...more }))

  test('is saved, changed on its revision, and deleted; each is a change of the draft', async () => {
    const botId = await create()
    const testId = done(await saveTest(botId, {}))
    expect(await saveTest(botId, {})).toMatchObject({ code: 'INVALID_INPUT', field: 'document.key' })
    expect(await saveTest(botId, { testId, revision: 7, document: { ...written, name: 'Otra' } })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await saveTest(botId, { testId, revision: 1, document: { ...written, name: 'Otra', key: 'otra' } })).toBe(testId)
    expect((await as(unit => loadTests(unit, [testId])))[0]).toMatchObject({ key: 'otra', name: 'Otra', revision: 2 })
    expect(await saveTest(botId, { document: { ...written, lines: [] } })).toMatchObject({ field: 'document.lines' })
    await as(unit => tests.delete(unit, testId))
    expect((await botOf(botId)).draftRevision).toBe(4)
    await expect(saveTest(botId, { testId, revision: 2 })).rejects.toThrow(NotFound)
  })
})

test('a connector that a flow asks is known to be in use, until the flow is gone', async () => {
  const botId = await create()
  const document = { ...emptyFlow({ key: 'saldo', name: 'Saldo' }), steps: [{ id: 'say1', kind: 'CALL' as const, position: { x: 0, y: 0 }, next: {}, connector: 'core', operation: 'balance', input: {} }] }
  const flowId = await add(botId, 'Saldo', { key: 'saldo', document })
  const uses = (used: { connector: string; operation?: string }) => as(unit => flowsUse(unit, used))
  expect([await uses({ connector: 'core' }), await uses({ connector: 'core', operation: 'balance' }), await uses({ connector: 'core', operation: 'other' }), await uses({ connector: 'crm' })]).toEqual([true, true, false, false])
  await as(unit => flows.delete(unit, flowId))
  expect(await uses({ connector: 'core' })).toBe(false)
})
