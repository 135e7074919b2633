import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import type { TypedPhrase } from './elena-input.ts'
import { EntityTypeService } from './entity-type.service.ts'
import { loadEntityTypes } from './entity-type.queries.ts'
import { ExchangeService } from './exchange.service.ts'
import { IntentService } from './intent.service.ts'
import { listIntents, loadPhraseCounts } from './intent.queries.ts'
import { LiveModels } from './live-models.ts'
import { listPhrases, loadPhrases, nearPhrases } from './phrase.queries.ts'
import { PhraseService, type PhrasesAdded } from './phrase.service.ts'

const database = useDatabase({ entities })
const intents = new IntentService({ live: new LiveModels(openBroadcast()) })
const phrases = new PhraseService()
const types = new EntityTypeService()
const exchange = new ExchangeService()

const details = (name: string) => ({ name, description: null, action: 'ANSWER' as const, answers: [] })
const said = (...texts: string[]): TypedPhrase[] => texts.map(text => ({ text, language: 'ES', entities: [] }))

interface Scene {
  world: World
  admin: Actor
  intentId: string
  otherId: string
}

async function scene(): Promise<Scene> {
  const world = await newWorld(database)
  const admin = await world.member('ADMIN')
  const make = (name: string) => world.as(admin, unit => intents.create(unit, details(name))) as Promise<string>
  return { world, admin, intentId: await make('block_card'), otherId: await make('lost_card') }
}

const add = ({ world, admin }: Scene, intentId: string, typed: TypedPhrase[], despiteConflicts = false) =>
  world.as(admin, unit => phrases.add(unit, { intentId, phrases: typed, despiteConflicts })) as Promise<PhrasesAdded>

const textsOf = ({ world, admin }: Scene, intentId: string) => world.as(admin, async unit =>
  (await listPhrases(unit, intentId, { first: 50 })).edges.map(({ node }) => node.text).toSorted())

describe('intents', () => {
  test('have names of their own, which a deleted one gives up', async () => {
    const { world, admin, intentId } = await scene()
    const create = () => world.as(admin, unit => intents.create(unit, details('block_card')))
    expect(await create()).toMatchObject({ code: 'NAME_TAKEN' })
    expect(await world.as(admin, unit => intents.delete(unit, intentId))).toEqual({ intentId, phraseCount: 0 })
    expect(await create()).toEqual(expect.any(String))
    expect(await world.as(admin, unit => intents.restore(unit, intentId))).toMatchObject({ code: 'NAME_TAKEN' })
  })

  test('go with their phrases and come back with them', async () => {
    const at = await scene()
    const { world, admin, intentId, otherId } = at
    await add(at, intentId, said('bloquear tarjeta', 'bloquéala'))
    expect(await world.as(admin, unit => intents.delete(unit, intentId))).toMatchObject({ phraseCount: 2 })
    expect(await world.as(admin, async unit => (await listIntents(unit, { first: 10 })).edges.map(({ node }) => node.name))).toEqual(['lost_card'])
    expect((await add(at, otherId, said('bloquear tarjeta'))).added).toHaveLength(1)
    await world.as(admin, unit => intents.restore(unit, intentId))
    expect(await textsOf(at, intentId)).toEqual(['bloquear tarjeta', 'bloquéala'])
  })

  test('changed on an older state stay as the other left them', async () => {
    const { world, admin, intentId } = await scene()
    const change = (name: string) => world.as(admin, unit => intents.change(unit, { intentId, version: 1, ...details(name) }))
    expect(await change('freeze_card')).toBe(intentId)
    expect(await change('stop_card')).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await world.as(admin, unit => intents.change(unit, { intentId, version: 2, ...details('lost_card') }))).toMatchObject({ code: 'NAME_TAKEN' })
  })

  test('are found by words of their name and description, page by page', async () => {
    const { world, admin } = await scene()
    await world.as(admin, unit => intents.create(unit, { ...details('activate'), description: 'Activación de la tarjeta' }))
    const names = (search: string) => world.as(admin, async unit => (await listIntents(unit, { first: 10, search })).edges.map(({ node }) => node.name))
    expect(await names('ACTIVACION')).toEqual(['activate'])
    expect(await names('card')).toEqual(['block_card', 'lost_card'])
    const first = await world.as(admin, unit => listIntents(unit, { first: 2 }))
    expect(first.pageInfo).toMatchObject({ hasNextPage: true })
    const second = await world.as(admin, unit => listIntents(unit, { first: 2, after: first.pageInfo.endCursor }))
    expect(second.edges.map(({ node }) => node.name)).toEqual(['lost_card'])
    expect(await world.as(admin, async unit => (await listIntents(unit, { first: 1 })).totalCount())).toBe(3)
  })

  test('are not for supervisors to change', async () => {
    const { world } = await scene()
    const supervisor = await world.member('SUPERVISOR')
    await expect(world.as(supervisor, unit => intents.create(unit, details('x')))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('phrases', () => {
  test('that the intent has are duplicates, those of another are conflicts, whatever their accents and signs', async () => {
    const at = await scene()
    const first = await add(at, at.intentId, said('¿Bloquear tarjeta?', 'bloquear TARJETA', 'otra'))
    expect([first.added.length, first.duplicates]).toEqual([2, [{ text: 'bloquear TARJETA', phraseId: first.added[0] }]])
    const second = await add(at, at.otherId, said('Bloquéar tarjeta', 'perdí la tarjeta'))
    expect([second.added.length, second.conflicts]).toEqual([1, [{ text: 'Bloquéar tarjeta', phraseId: first.added[0] }]])
    expect((await add(at, at.otherId, said('bloquear tarjeta'), true)).added).toHaveLength(1)
  })

  test('sent twice by two at once are there once', async () => {
    const at = await scene()
    const results = await Promise.all([1, 2, 3].map(() => add(at, at.intentId, said('una', 'dos'))))
    expect(results.map(({ added }) => added.length).toSorted()).toEqual([0, 0, 2])
    expect(await textsOf(at, at.intentId)).toEqual(['dos', 'una'])
  })

  test('of the same words in two languages are two', async () => {
    const at = await scene()
    const both = await add(at, at.intentId, [{ text: 'no', language: 'ES', entities: [] }, { text: 'no', language: 'EN', entities: [] }])
    expect(both.added).toHaveLength(2)
    expect(await at.world.as(at.admin, unit => loadPhraseCounts(unit, [at.intentId]))).toEqual([[{ language: 'EN', count: 1, intentId: at.intentId }, { language: 'ES', count: 1, intentId: at.intentId }]])
  })

  test('changed into one that is there are refused with it', async () => {
    const at = await scene()
    const { added: [one, two] } = await add(at, at.intentId, said('una', 'dos'))
    const { added: [foreign] } = await add(at, at.otherId, said('tres'))
    const change = (text: string, more: object = {}) => at.world.as(at.admin, unit =>
      phrases.change(unit, { phraseId: one!, version: 1, text, language: 'ES', entities: [], ...more }))
    expect(await change('Dos')).toMatchObject({ code: 'DUPLICATE_PHRASE', phraseId: two })
    expect(await change('Tres')).toMatchObject({ code: 'CONFLICTING_PHRASE', phraseId: foreign })
    expect(await change('Una', { version: 2 })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await change('Tres', { despiteConflicts: true })).toBe(one)
  })

  test('move to another intent, except what that one has; deleting is undone, except what was written anew', async () => {
    const at = await scene()
    const { added } = await add(at, at.intentId, said('una', 'dos'))
    await add(at, at.otherId, said('dos'), true)
    const moved = await at.world.as(at.admin, unit => phrases.move(unit, { phraseIds: added, intentId: at.otherId }))
    expect(moved).toMatchObject({ moved: [added[0]], duplicates: [{ text: 'dos' }] })
    expect(await at.world.as(at.admin, unit => phrases.delete(unit, [...added, '018f0000-0000-7000-8000-000000000000']))).toEqual({ phraseIds: added })
    expect(await textsOf(at, at.intentId)).toEqual([])
    await add(at, at.intentId, said('dos'), true)
    const restored = await at.world.as(at.admin, unit => phrases.restore(unit, added))
    expect(restored).toMatchObject({ restored: [added[0]], duplicates: [{ text: 'dos' }] })
    expect(await textsOf(at, at.otherId)).toEqual(['dos', 'una'])
  })

  test('mark only entity types that there are', async () => {
    const at = await scene()
    const marked: TypedPhrase[] = [{ text: 'orden A1', language: 'ES', entities: [{ start: 6, end: 8, entity: 'order_code' }] }]
    expect(await add(at, at.intentId, marked)).toMatchObject({ code: 'INVALID_INPUT', field: 'entities' })
    await at.world.as(at.admin, unit => types.create(unit, { name: 'order_code', description: null, kind: 'LEARNED', values: [] }))
    expect((await add(at, at.intentId, marked)).added).toHaveLength(1)
  })

  test('that resemble what is typed are found, and none of another tenant', async () => {
    const at = await scene()
    const elsewhere = await scene()
    await add(elsewhere, elsewhere.intentId, said('bloquear mi tarjeta de crédito'))
    await add(at, at.intentId, said('bloquear la tarjeta', 'hablar con alguien'))
    const near = await at.world.as(at.admin, unit => nearPhrases(unit, 'Bloquear mi tarjeta'))
    expect(near.map(({ text }) => text)).toEqual(['bloquear la tarjeta'])
  })
})

describe('entity types', () => {
  test('take their marks along when they are renamed, and stay while they are marked', async () => {
    const at = await scene()
    const type = { name: 'product', description: null, kind: 'BOTH' as const, values: [{ value: 'café', synonyms: ['tinto'] }] }
    const id = await at.world.as(at.admin, unit => types.create(unit, type)) as string
    const { added: [phraseId] } = await add(at, at.intentId, [{ text: 'quiero café', language: 'ES', entities: [{ start: 7, end: 11, entity: 'product' }] }])
    expect(await at.world.as(at.admin, unit => types.delete(unit, id))).toMatchObject({ code: 'ENTITY_TYPE_IN_USE', phraseCount: 1 })
    await at.world.as(at.admin, unit => types.change(unit, { entityTypeId: id, version: 1, ...type, name: 'drink' }))
    const [phrase] = await at.world.as(at.admin, unit => loadPhrases(unit, [phraseId!]))
    expect(phrase!.entities).toEqual([{ start: 7, end: 11, entity: 'drink' }])
    await at.world.as(at.admin, unit => phrases.delete(unit, [phraseId!]))
    expect(await at.world.as(at.admin, unit => types.delete(unit, id))).toEqual({ entityTypeId: id })
    expect(await at.world.as(at.admin, unit => loadEntityTypes(unit, [id]))).toEqual([undefined])
  })
})

describe('a set from a file', () => {
  const file = ['{"text":"Bloquear tarjeta","intent":"block_card"}', '{"text":"perdí mi {x}","intent":"Tarjeta Perdida","entities":[{"start":9,"end":12,"entity":"Tipo"}]}',
    '{"text":"bloquear TARJETA","intent":"otro"}', '{"text":"mal","intent":"¡!"}', '{"text":"a\\u0000b","intent":"x"}', '{"text":"corta","intent":"x","entities":[{"start":0,"end":99,"entity":"y"}]}'].join('\n')
  const take = ({ world, admin }: Scene, dryRun: boolean) => world.as(admin, unit => exchange.import(unit, { format: 'JSONL', content: file, dryRun }))

  test('is looked at without a change, then taken in, and the same again adds nothing', async () => {
    const at = await scene()
    const told = { phrasesAdded: 3, duplicates: 0, conflicts: 1, intentsAdded: 2, entityTypesAdded: 1, problemCount: 4 }
    expect(await take(at, true)).toMatchObject({ ...told, applied: false })
    expect(await textsOf(at, at.intentId)).toEqual([])
    expect(await take(at, false)).toMatchObject({
      ...told, applied: true,
      problems: [{ line: 3, code: 'CONFLICT' }, { line: 4, code: 'BAD_NAME' }, { line: 5, code: 'UNREADABLE' }, { line: 6, code: 'BAD_MARK' }],
    })
    expect(await textsOf(at, at.intentId)).toEqual(['Bloquear tarjeta'])
    expect(await take(at, false)).toMatchObject({ phrasesAdded: 0, duplicates: 3, entityTypesAdded: 0 })
  })

  test('leaves as it can come back', async () => {
    const at = await scene()
    await take(at, false)
    const { content, fileName } = await at.world.as(at.admin, unit => exchange.export(unit, 'JSONL'))
    expect(fileName).toMatch(/^elena-\d{4}-\d\d-\d\d\.jsonl$/)
    const other = await scene()
    expect(await other.world.as(other.admin, unit => exchange.import(unit, { format: 'JSONL', content, dryRun: false }))).toMatchObject({ phrasesAdded: 3, problemCount: 0 })
  })

  test('of a sector is what a tenant starts from', async () => {
    const at = await scene()
    const started = await at.world.as(at.admin, unit => exchange.startFromPack(unit, { packId: 'retail', languages: ['EN'], dryRun: false }))
    expect(started).toMatchObject({ applied: true, intentsAdded: 16 })
    const { rows } = await database.owner.query(`select name, action from intent where tenant_id = $1 and action <> 'ANSWER' order by name`, [at.world.tenantId])
    expect(rows).toEqual([{ name: 'store_hours', action: 'OPENING_HOURS' }, { name: 'talk_to_human', action: 'TALK_TO_A_PERSON' }])
    await expect(at.world.as(at.admin, unit => exchange.startFromPack(unit, { packId: 'nowhere', dryRun: true }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
