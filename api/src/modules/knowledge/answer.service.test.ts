import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { newId } from '../../platform/ids.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { AnswerService } from './answer.service.ts'
import { Answers } from './answers.ts'
import { FaqService } from './faqs/faq.service.ts'
import { bumpKnowledge } from './knowledge-state.ts'
import { KnowledgeThread } from './knowledge-thread.ts'
import { LearningRuns } from './learning.run.ts'
import { learnInThread } from './learning-worker.ts'
import { LiveKnowledge } from './live-knowledge.ts'

const database = useDatabase({ entities })
const errors: unknown[] = []
const onError = (error: unknown) => errors.push(error)
const thread = new KnowledgeThread({ memory: 100_000_000, onError })
const live = new LiveKnowledge(openBroadcast())
const units: Pick<typeof database.units, 'read'> = { read: scope => database.units.read(scope) }
const service = new AnswerService({ units, live, answers: new Answers({ units, thread, onError }), onError })
const faqs = new FaqService()
afterAll(() => thread.close())

// A thread takes a while to open, for which the bot does not wait.
const PATIENT = { timeout: 20_000 }

let world: World
let admin: Actor
beforeEach(async () => {
  world = await newWorld(database)
  admin = await world.member('ADMIN')
})

const write = (question: string, ...wordings: string[]) => world.as(admin, unit => faqs.create(unit, {
  faq: { question, wordings, answer: `Respuesta a: ${question}`, variants: [], validFrom: null, validUntil: null },
})) as Promise<string>
const answer = (text: string, by = admin) => world.as(by, unit => service.answer(unit, { text, channel: 'WEB', first: 5 }))
const bot = (text: string) => world.as({ kind: 'SYSTEM' }, unit => service.forBot(unit, { text, language: 'ES', channel: 'WEB' }))
const runs = (learn = learnInThread) => new LearningRuns({ units: database.units, live, atOnce: 1, learn })
const attempt = { signal: new AbortController().signal }

/** A source with one document of these passages. */
async function read(...texts: string[]) {
  const { owner } = database
  const [source, document] = [newId(), newId()]
  await owner.query(`insert into knowledge_source (tenant_id, id, kind, name, file_name, language, rhythm, state, created_at)
    values ($1, $2, 'MARKDOWN', 'Manual', 'm.md', 'ES', 'NEVER', 'READY', now())`, [world.tenantId, source])
  await owner.query(`insert into knowledge_document (tenant_id, id, source_id, position, key, title, url, passage_count) values ($1, $2, $3, 0, 'm', 'Manual', 'https://example.com/m', $4)`,
    [world.tenantId, document, source, texts.length])
  for (const [at, text] of texts.entries()) await owner.query(`insert into knowledge_passage (tenant_id, id, document_id, position, text, language) values ($1, $2, $3, $4, $5, 'ES')`,
    [world.tenantId, newId(), document, at, text])
  await world.as(admin, bumpKnowledge)
  return source
}

describe('the test box', () => {
  test('answers what was written a moment ago, and says that it is still learning', async () => {
    expect(await answer('hola')).toMatchObject({ found: [], isLearning: false })
    const id = await write('¿A qué hora abren?', 'horario')
    expect(await answer('horario')).toMatchObject({ language: 'ES', found: [{ id, isExact: true }], isLearning: true })
    await world.as(admin, unit => faqs.addWordings(unit, id, ['cuándo puedo ir']))
    expect((await answer('cuando puedo ir')).found[0]).toMatchObject({ id, isExact: true })
    await world.as(admin, unit => faqs.delete(unit, [id]))
    expect((await answer('horario')).found).toEqual([])
  })

  test('is for members and keys that read, and not for visitors', async () => {
    await write('¿A qué hora abren?')
    expect((await answer('a qué hora abren', await world.member('AGENT'))).found).toHaveLength(1)
    await expect(answer('hola', { kind: 'API_KEY', keyId: newId(), tenantId: world.tenantId, scopes: ['ELENA_READ'] })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(answer('hola', world.visitor())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(answer('a'.repeat(4097))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('the bot', () => {
  test('says what is sure, from a question or a passage, and nothing else', async () => {
    const id = await write('¿A qué hora abren?', 'horario')
    await read('La garantía de los electrodomésticos dura un año contra defectos de fábrica.', 'Financiamos compras hasta en veinticuatro cuotas.')
    live.tell()
    await expect.poll(() => bot('Horario'), PATIENT).toEqual({ text: 'Respuesta a: ¿A qué hora abren?', confidence: 1, isExact: true, faqId: id, source: null })
    expect(await bot('cuánto dura la garantía de los electrodomésticos')).toMatchObject({ faqId: null, isExact: false, source: { title: 'Manual', url: 'https://example.com/m' } })
    expect(await bot('cuál es la capital de Francia')).toBeNull()
    expect(await bot('  ')).toBeNull()
  })

  test('costs no statement where there is no Q&A, once that is known', async () => {
    expect(await bot('horario')).toBeNull()
    const asked: string[] = []
    const watched = { tenantId: world.tenantId, now: new Date(), sql: async (name: string) => { asked.push(name); return [] } } as unknown as ReadUnit
    expect([await service.hasAny(watched), await service.forBot(watched, { text: 'horario', language: 'ES', channel: 'WEB' }), asked]).toEqual([false, null, []])
  })

  test('forgets what it knew of a tenant when it is told of a change, in whatever process', async () => {
    expect(await world.as(admin, unit => service.hasAny(unit))).toBe(false)
    await write('¿A qué hora abren?')
    expect(await world.as(admin, unit => service.hasAny(unit))).toBe(false)
    live.tell()
    expect(await world.as(admin, unit => service.hasAny(unit))).toBe(true)
  })

  test('answers again after its thread broke', async () => {
    await write('¿A qué hora abren?', 'horario')
    live.tell()
    await expect.poll(() => bot('horario'), PATIENT).not.toBeNull()
    await thread.close()
    await expect.poll(() => bot('horario'), PATIENT).not.toBeNull()
  })

  test('says nothing from a source that was deleted', async () => {
    const source = await read('La garantía de los electrodomésticos dura un año contra defectos de fábrica.')
    await database.owner.query('update knowledge_source set deleted_at = now() where id = $1', [source])
    await world.as(admin, bumpKnowledge)
    live.tell()
    expect(await bot('cuánto dura la garantía de los electrodomésticos')).toBeNull()
  })
})

describe('learning', () => {
  const state = async () => (await database.owner.query('select revision::int, learnt_at_revision::int as at, octet_length(learnt) as size from knowledge_state where tenant_id = $1', [world.tenantId])).rows[0]

  test('takes in what was written, and a second time nothing', async () => {
    await write('¿A qué hora abren?', 'horario', 'cuándo abren', 'están abiertos')
    await write('¿Hacen envíos?', 'mandan a la casa', 'delivery', 'cuánto cuesta el envío')
    await runs().run({ tenantId: world.tenantId }, attempt)
    expect(await state()).toMatchObject({ revision: 2, at: 2, size: expect.any(Number) })
    expect(await answer('mandan hoy a la casa')).toMatchObject({ isLearning: false })
    await runs(async () => { throw new Error('again') }).run({ tenantId: world.tenantId }, attempt)
  })

  test('learns nothing new from passages alone, but is up to date', async () => {
    await write('¿A qué hora abren?', 'horario')
    await runs().run({ tenantId: world.tenantId }, attempt)
    await read('Financiamos compras hasta en veinticuatro cuotas.')
    await runs(async () => { throw new Error('nothing to learn') }).run({ tenantId: world.tenantId }, attempt)
    expect(await state()).toMatchObject({ revision: 2, at: 2 })
  })

  test('that ends late does not undo what was learnt later', async () => {
    const id = await write('¿A qué hora abren?', 'horario')
    const early = Promise.withResolvers<Uint8Array>()
    const begun = Promise.withResolvers<void>()
    const late = runs(() => { begun.resolve(); return early.promise }).run({ tenantId: world.tenantId }, attempt)
    await begun.promise
    await world.as(admin, unit => faqs.addWordings(unit, id, ['cuándo abren']))
    await runs().run({ tenantId: world.tenantId }, attempt)
    const { size } = await state()
    early.resolve(new Uint8Array(1))
    await late
    expect(await state()).toMatchObject({ revision: 2, at: 2, size })
  })

  test('of more tenants than there are threads comes back in a moment', async () => {
    await write('¿A qué hora abren?', 'horario')
    const held = Promise.withResolvers<Uint8Array>()
    const one = runs(() => held.promise)
    const first = one.run({ tenantId: world.tenantId }, attempt)
    await one.run({ tenantId: world.tenantId }, attempt)
    held.resolve(await learnInThread([], attempt.signal))
    await first
    expect(await state()).toMatchObject({ at: 1 })
  })
})

test('how much there is to answer from is counted as of today', async () => {
  const summary = () => world.as(admin, unit => service.summary(unit))
  expect(await summary()).toEqual({ faqCount: 0, sourceCount: 0, passageCount: 0, isLearning: false })
  await write('¿A qué hora abren?')
  await world.as(admin, unit => faqs.create(unit, { faq: { question: 'Antes', wordings: [], answer: 'Sí.', variants: [], validFrom: null, validUntil: '2020-01-01' } }))
  await read('Uno.', 'Dos.')
  expect(await summary()).toEqual({ faqCount: 1, sourceCount: 1, passageCount: 2, isLearning: true })
})

test('wordings of other questions are pointed out while one is written', async () => {
  const id = await write('¿A qué hora abren?', 'horario de la tienda')
  const check = (wordings: string[], faqId?: string) => world.as(admin, unit => service.check(unit, { wordings, faqId }))
  expect(await check(['Horario de la tienda', ' '])).toMatchObject([{ faqId: id, wording: 'horario de la tienda', likeness: 1 }])
  expect(await check(['Horario de la tienda'], id)).toEqual([])
})

test('nothing of all this went wrong unseen', () => expect(errors).toEqual([]))
