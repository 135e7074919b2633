import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor, type Actor } from '../../../platform/actor.ts'
import type { TypedFaq } from './faq-input.ts'
import { FaqImportService, type FaqImport } from './faq-import.service.ts'
import { listFaqs, loadFaqs, stateOn, type FaqsWanted } from './faq.queries.ts'
import { FaqService } from './faq.service.ts'
import { tidyFaqs } from './faq.tidy.ts'

const database = useDatabase({ entities })
const faqs = new FaqService()
const files = new FaqImportService()

interface Scene { world: World; admin: Actor }

async function scene(): Promise<Scene> {
  const world = await newWorld(database)
  return { world, admin: await world.member('ADMIN') }
}

const written = (more: Partial<TypedFaq> = {}): TypedFaq => ({
  question: '¿A qué hora abren?', wordings: ['horario de la tienda'], answer: 'De nueve a seis.', variants: [], validFrom: null, validUntil: null, ...more,
})
const create = ({ world, admin }: Scene, more: Partial<TypedFaq> = {}, idempotencyKey?: string) =>
  world.as(admin, unit => faqs.create(unit, { faq: written(more), idempotencyKey })) as Promise<string>
const read = ({ world, admin }: Scene, id: string) => world.as(admin, async unit => (await loadFaqs(unit, [id]))[0])
const list = ({ world, admin }: Scene, wanted: Partial<FaqsWanted> = {}) =>
  world.as(admin, async unit => (await listFaqs(unit, { first: 50, ...wanted })).edges.map(({ node }) => node.question))
const revision = async ({ world }: Scene) =>
  Number((await database.owner.query('select revision from knowledge_state where tenant_id = $1', [world.tenantId])).rows[0]?.revision ?? 0)
const take = ({ world, admin }: Scene, content: string, more: object = {}) =>
  world.as(admin, unit => files.import(unit, { format: 'CSV', content, dryRun: false, ...more })) as Promise<FaqImport>

describe('a question', () => {
  test('is kept in one line, its language told by its words, each wording once', async () => {
    const at = await scene()
    const id = await create(at, { question: ' What time\n do you open? ', wordings: ['Opening hours', 'opening  hours!', 'what time do you OPEN', ''] })
    expect(await read(at, id)).toMatchObject({ question: 'What time do you open?', wordings: ['Opening hours'], language: 'EN', version: 1 })
  })

  test.each<[string, Partial<TypedFaq>, string]>([
    ['no words', { question: ' ' }, 'faq.question'], ['too many words', { question: 'a'.repeat(501) }, 'faq.question'],
    ['no answer', { answer: '' }, 'faq.answer'], ['too long an answer', { answer: 'a'.repeat(4001) }, 'faq.answer'],
    ['too long a wording', { wordings: ['bien', 'a'.repeat(501)] }, 'faq.wordings.1'],
    ['too many wordings', { wordings: Array.from({ length: 101 }, (_, at) => `forma ${at}`) }, 'faq.wordings'],
    ['two variants of a channel', { variants: [{ channel: 'WEB', text: 'a' }, { channel: 'WEB', text: 'b' }] }, 'faq.variants'],
    ['a day that is none', { validFrom: '2026-02-30' }, 'faq.validFrom'],
    ['days the wrong way round', { validFrom: '2026-02-02', validUntil: '2026-02-01' }, 'faq.validUntil'],
  ])('with %s is refused', async (_what, more, field) => {
    expect(await create(await scene(), more)).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  test('sent again under its key is the same one, and another under it is a conflict', async () => {
    const at = await scene()
    const id = await create(at, {}, 'k')
    expect(await create(at, {}, 'k')).toBe(id)
    expect(await create(at, {}, ' ')).not.toBe(id)
    await expect(create(at, { answer: 'Otra cosa.' }, 'k')).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('changed on an older state stays as the other left it', async () => {
    const at = await scene()
    const id = await create(at)
    const change = (answer: string) => at.world.as(at.admin, unit => faqs.change(unit, { faqId: id, version: 1, faq: written({ answer }) }))
    expect(await change('De ocho a cinco.')).toBe(id)
    expect(await change('Nunca.')).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await read(at, id)).toMatchObject({ answer: 'De ocho a cinco.', version: 2 })
  })

  test('gains only the wordings that it lacks, and loses them again', async () => {
    const at = await scene()
    const id = await create(at)
    const add = (...wordings: string[]) => at.world.as(at.admin, unit => faqs.addWordings(unit, id, wordings))
    expect(await add('¿A QUE HORA ABREN?', 'cuándo abren', 'Cuando abren')).toEqual({ question: '¿A qué hora abren?', added: ['cuándo abren'] })
    const before = await revision(at)
    expect(await add('cuando abren')).toMatchObject({ added: [] })
    expect(await revision(at)).toBe(before)
    await at.world.as(at.admin, unit => faqs.removeWordings(unit, id, ['cuando abren', 'otra']))
    expect(await read(at, id)).toMatchObject({ wordings: ['horario de la tienda'] })
    expect(await at.world.as(at.admin, unit => faqs.addWordings(unit, at.world.tenantId, ['a']))).toBeNull()
    expect(await add(...Array.from({ length: 100 }, (_, n) => `forma ${n}`))).toMatchObject({ field: 'wordings' })
  })

  test('deleted can be restored for thirty days', async () => {
    const at = await scene()
    const [id, other] = [await create(at), await create(at, { question: 'Otra' })]
    expect(await at.world.as(at.admin, unit => faqs.delete(unit, [id, id, at.world.tenantId]))).toEqual([id])
    expect(await list(at)).toEqual(['Otra'])
    expect(await at.world.as(at.admin, unit => faqs.restore(unit, [id, other]))).toEqual([id, other])
    await at.world.as(at.admin, unit => faqs.delete(unit, [id]))
    const tidy = (days: number) => database.units.platform({ actor: systemActor(), now: new Date(Date.now() + days * 86_400_000) }, tidyFaqs)
    await tidy(29)
    expect(await at.world.as(at.admin, unit => faqs.restore(unit, [id]))).toEqual([id])
    await at.world.as(at.admin, unit => faqs.delete(unit, [id]))
    await tidy(31)
    expect(await at.world.as(at.admin, unit => faqs.restore(unit, [id]))).toEqual([])
  })

  test('says with every change that what answers is to be built anew', async () => {
    const at = await scene()
    const id = await create(at)
    expect(await revision(at)).toBe(1)
    await at.world.as(at.admin, unit => faqs.delete(unit, [id]))
    await at.world.as(at.admin, unit => faqs.restore(unit, [id]))
    expect(await revision(at)).toBe(3)
    const { rows } = await database.owner.query('select key from graphile_worker.jobs where key like $1 order by key', [`%${at.world.tenantId}`])
    expect(rows.map(({ key }) => key)).toEqual([`knowledge.changed:${at.world.tenantId}`, `knowledge.learn:${at.world.tenantId}`])
  })

  test('beyond two thousand is refused, restored ones too', async () => {
    const at = await scene()
    const lines = Array.from({ length: 2001 }, (_, n) => JSON.stringify({ question: `Pregunta ${n}`, answer: 'Sí.' })).join('\n')
    expect(await take(at, lines, { format: 'JSONL' })).toMatchObject({ faqsAdded: 2000, problemCount: 1, problems: [{ line: 2001, code: 'TOO_MANY' }] })
    expect(await create(at)).toMatchObject({ field: 'faq.question' })
    const [first] = await at.world.as(at.admin, async unit => (await listFaqs(unit, { first: 1 })).edges.map(({ node }) => node.id))
    await at.world.as(at.admin, unit => faqs.delete(unit, [first!]))
    await create(at)
    expect(await at.world.as(at.admin, unit => faqs.restore(unit, [first!]))).toMatchObject({ field: 'faqIds' })
  })

  test('is changed by supervisors and read by analysts, but not by agents', async () => {
    const { world } = await scene()
    const [supervisor, analyst, agent] = await Promise.all((['SUPERVISOR', 'ANALYST', 'AGENT'] as const).map(role => world.member(role)))
    expect(await world.as(supervisor!, unit => faqs.create(unit, { faq: written() }))).toEqual(expect.any(String))
    await expect(world.as(analyst!, unit => faqs.create(unit, { faq: written() }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await list({ world, admin: analyst! })).toHaveLength(1)
    await expect(list({ world, admin: agent! })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(world.as(supervisor!, unit => files.import(unit, { format: 'CSV', content: 'a', dryRun: true }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a list of questions', () => {
  test('finds all the words, wherever they stand, whatever their accents', async () => {
    const at = await scene()
    await create(at)
    await create(at, { question: '¿Hacen envíos?', wordings: [], answer: 'Sí, a todo el país.' })
    expect(await list(at, { search: 'envios PAIS' })).toEqual(['¿Hacen envíos?'])
    expect(await list(at, { search: 'horário' })).toEqual(['¿A qué hora abren?'])
    expect(await list(at, { search: '100%' })).toEqual([])
    expect(await list(at, { language: 'EN' })).toEqual([])
  })

  test('has the last changed first, page by page', async () => {
    const at = await scene()
    for (const question of ['Uno', 'Dos', 'Tres']) await create(at, { question })
    const page = await at.world.as(at.admin, unit => listFaqs(unit, { first: 2 }))
    expect(page.edges.map(({ node }) => node.question)).toEqual(['Tres', 'Dos'])
    expect(await page.totalCount).toBeDefined()
    expect(await list(at, { after: page.pageInfo.endCursor! })).toEqual(['Uno'])
  })

  test('knows what is given today where the tenant is', async () => {
    const at = await scene()
    await create(at, { question: 'Fue', validUntil: '2026-03-01' })
    await create(at, { question: 'Es', validFrom: '2026-03-02', validUntil: '2026-03-02' })
    await create(at, { question: 'Será', validFrom: '2026-03-03' })
    // Two in the morning in UTC is ten at night of the day before in Santo Domingo.
    const now = new Date('2026-03-03T02:00:00Z')
    const at3 = (state: 'CURRENT' | 'UPCOMING' | 'EXPIRED') =>
      at.world.as(at.admin, async unit => (await listFaqs(unit, { first: 9, state })).edges.map(({ node }) => node.question), now)
    expect([await at3('EXPIRED'), await at3('CURRENT'), await at3('UPCOMING')]).toEqual([['Fue'], ['Es'], ['Será']])
    expect(stateOn('2026-03-02', { validFrom: null, validUntil: '2026-03-01' })).toBe('EXPIRED')
  })
})

describe('a file', () => {
  const csv = 'pregunta;respuesta;wordings;language;valid_from\n¿A qué hora abren?;De nueve a seis.;"horario\ncuándo abren";es;\n"Do you ship?";Yes.;;en;2026-01-01\n'

  test('looked at changes nothing, taken in once brings all, and again nothing', async () => {
    const at = await scene()
    expect(await take(at, csv, { dryRun: true })).toMatchObject({ applied: false, faqsAdded: 2, wordingsAdded: 2 })
    expect(await list(at)).toEqual([])
    expect(await take(at, csv)).toMatchObject({ applied: true, faqsAdded: 2, wordingsAdded: 2, duplicates: 0, problemCount: 0 })
    const before = await revision(at)
    expect(await take(at, csv)).toMatchObject({ faqsAdded: 0, wordingsAdded: 0, duplicates: 2 })
    expect(await revision(at)).toBe(before)
  })

  test('gives a question that is there the wordings that it lacks, and keeps its answer', async () => {
    const at = await scene()
    const id = await create(at)
    const told = await take(at, 'question,answer,wordings\n¿a que hora abren?,Nunca.,"horario de la tienda\nabren hoy"')
    expect(told).toMatchObject({ faqsAdded: 0, wordingsAdded: 1, problems: [{ line: 2, code: 'CONFLICT' }] })
    expect(await read(at, id)).toMatchObject({ answer: 'De nueve a seis.', wordings: ['horario de la tienda', 'abren hoy'], version: 2 })
    expect(await list(at, { search: 'abren hoy' })).toHaveLength(1)
  })

  test.each([
    ['is empty', ' \n', [{ code: 'UNREADABLE' }]],
    ['names no columns', 'hola,qué tal\n1,2', [{ line: 1, code: 'UNREADABLE' }]],
    ['has nothing but a heading', 'question,answer\n', [{ code: 'UNREADABLE' }]],
    ['has a broken quote', 'question,answer\n"a,b\nc,d', [{ line: 2, code: 'UNREADABLE' }]],
    ['lacks an answer', 'question,answer\na,\n', [{ line: 2, code: 'NO_TEXT' }]],
    ['is too long in a cell', `question,answer\na,${'b'.repeat(4001)}`, [{ line: 2, code: 'TOO_LONG' }]],
    ['speaks a language that is none', 'question,answer,language\na,b,klingon', [{ line: 2, code: 'UNSUPPORTED' }]],
    ['has a day that is none', 'question,answer,valid_from\na,b,31/12/2026', [{ line: 2, code: 'UNREADABLE' }]],
    ['has a zero in a text', 'question,answer\na\0,b', [{ line: 2, code: 'UNREADABLE' }]],
  ])('that %s says so', async (_what, content, problems) => {
    expect(await take(await scene(), content)).toMatchObject({ problems })
  })

  test('of broken JSON lines brings what can be read', async () => {
    const told = await take(await scene(), '{"question":"a","answer":"b"}\n{"question":\n[]\n{"question":5}\nnull', { format: 'JSONL' })
    expect(told).toMatchObject({ faqsAdded: 1, problemCount: 4 })
  })

  test('that was sent is taken in, however it was encoded', async () => {
    const at = await scene()
    const id = crypto.randomUUID()
    await database.owner.query('insert into knowledge_file (tenant_id, id, name, content, created_at) values ($1, $2, $3, $4, now())',
      [at.world.tenantId, id, 'a.csv', Buffer.from('pregunta,respuesta\n¿Envíos?,Sí.', 'latin1')])
    expect(await take(at, '', { content: null, knowledgeFileId: id })).toMatchObject({ faqsAdded: 1 })
    expect(await list(at)).toEqual(['¿Envíos?'])
    expect(await take(at, 'a', { knowledgeFileId: id })).toMatchObject({ field: 'content' })
    expect(await take(at, 'a'.repeat(200_001))).toMatchObject({ field: 'content' })
  })

  test.each(['CSV', 'JSONL'] as const)('written as %s and read by another tenant is the same', async format => {
    const [at, other] = [await scene(), await scene()]
    await take(at, csv)
    await create(at, { question: '=1+1, ¿cuánto es?', answer: 'Dos,\n"2".', validUntil: '2030-01-01' })
    const { content } = await at.world.as(at.admin, unit => files.export(unit, format))
    await take(other, content, { format })
    expect((await other.world.as(other.admin, unit => files.export(unit, format))).content).toBe(content)
  })
})
