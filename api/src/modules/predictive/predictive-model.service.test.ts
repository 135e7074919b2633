import { expect, test } from 'vitest'
import { SECRET } from '../../../test/harness-server.ts'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { Sealer } from '../../platform/crypto.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import { entities } from '../../modules.ts'
import { listPredictiveModels } from './predictive-model.queries.ts'
import { keyContext, PredictiveModelService, type NewPredictiveModel } from './predictive-model.service.ts'
import { ServingModels } from './serving-models.ts'

const database = useDatabase({ entities })
const sealer = new Sealer([{ id: 'k1', secret: SECRET }])
const serving = new ServingModels(openBroadcast())
const service = new PredictiveModelService({ sealer, serving })

const KEY = 'sk-secreto-0123456789abcd'
const typed: NewPredictiveModel = {
  name: ' Nuestro servidor ', baseUrl: 'https://models.example.com/v1/', apiKey: KEY, isOn: true, monthlyCalls: 100, timeoutMs: 3000,
  uses: [{ purpose: 'GENERATE', model: 'chico' }],
}

async function created(world: World, more: Partial<NewPredictiveModel> = {}): Promise<string> {
  const owner = await world.member('OWNER')
  const id = await world.as(owner, unit => service.create(unit, { ...typed, ...more }))
  if (id instanceof InvalidInput) throw new Error(id.message)
  return id
}

const kept = async (world: World, id: string) =>
  (await database.owner.query('select * from predictive_model where tenant_id = $1 and id = $2', [world.tenantId, id])).rows[0]

test('a key is kept sealed, for this model alone, and shown by its end', async () => {
  const world = await newWorld(database)
  const id = await created(world)
  const row = await kept(world, id)
  expect(JSON.stringify(row)).not.toContain(KEY)
  expect(sealer.open(row.sealed_key, keyContext(id))).toBe(KEY)
  expect(() => sealer.open(row.sealed_key, keyContext(newId()))).toThrow()
  const shown = await world.as(await world.member('ADMIN'), unit => listPredictiveModels(unit))
  expect(shown).toMatchObject([{ name: 'Nuestro servidor', baseUrl: 'https://models.example.com/v1', keyLastFour: 'abcd', callsThisMonth: 0 }])
  expect(JSON.stringify(shown)).not.toMatch(/secreto|sealed/i)
})

test('what was done stands in the trail, without the key', async () => {
  const world = await newWorld(database)
  const id = await created(world)
  const admin = await world.member('ADMIN')
  await world.as(admin, unit => service.change(unit, { ...typed, predictiveModelId: id, version: 1, apiKey: 'sk-otro-0123456789wxyz' }))
  await world.as(admin, unit => service.delete(unit, id))
  const { rows } = await database.owner.query('select action, detail from audit_entry where tenant_id = $1 order by seq', [world.tenantId])
  expect(rows.map(({ action }) => action)).toEqual(['predictive-model.created', 'predictive-model.changed', 'predictive-model.deleted'])
  expect(rows[1].detail).toMatchObject({ isKeyNew: true, purposes: ['GENERATE'] })
  expect(JSON.stringify(rows)).not.toMatch(/sk-/)
})

test('a key left out stays, an empty one goes, and another server gets none that was meant for the first', async () => {
  const world = await newWorld(database)
  const id = await created(world)
  const admin = await world.member('ADMIN')
  const change = (version: number, more: Partial<NewPredictiveModel>) =>
    world.as(admin, unit => service.change(unit, { ...typed, apiKey: undefined, ...more, predictiveModelId: id, version }))
  expect(await change(1, { name: 'Otro nombre' })).toBe(id)
  expect((await kept(world, id)).key_last_four).toBe('abcd')
  expect(await change(2, { baseUrl: 'https://evil.example.com/v1' })).toMatchObject({ field: 'apiKey' })
  expect(await change(2, { baseUrl: 'https://models.example.com/v2' })).toBe(id)
  expect(await change(3, { apiKey: '' })).toBe(id)
  expect(await kept(world, id)).toMatchObject({ sealed_key: null, key_last_four: null })
  expect(await change(2, { name: 'tarde' })).toBeInstanceOf(ChangedMeanwhile)
})

test('one model that is on serves a purpose', async () => {
  const world = await newWorld(database)
  await created(world)
  const admin = await world.member('ADMIN')
  const create = (more: Partial<NewPredictiveModel>) => world.as(admin, unit => service.create(unit, { ...typed, ...more }))
  expect(await create({ uses: [{ purpose: 'ENCODE', model: 'e' }, { purpose: 'GENERATE', model: 'g' }] })).toMatchObject({ field: 'uses.1.purpose' })
  expect(await create({ isOn: false })).toEqual(expect.any(String))
  expect(await create({ uses: [{ purpose: 'ENCODE', model: 'e' }] })).toEqual(expect.any(String))
})

test('two that are made at once do not both serve a purpose, once there was one', async () => {
  const world = await newWorld(database)
  await created(world, { isOn: false })
  const admin = await world.member('ADMIN')
  const both = await Promise.all([1, 2].map(() => world.as(admin, unit => service.create(unit, typed))))
  expect(both.filter(one => typeof one === 'string').length).toBe(1)
})

test('a deleted model has no key, serves nothing, and is not found', async () => {
  const world = await newWorld(database)
  const id = await created(world)
  const admin = await world.member('ADMIN')
  await world.as(admin, unit => service.delete(unit, id))
  expect(await kept(world, id)).toMatchObject({ sealed_key: null, is_on: false })
  expect(await world.as(admin, unit => listPredictiveModels(unit))).toEqual([])
  await expect(world.as(admin, unit => service.delete(unit, id))).rejects.toBeInstanceOf(NotFound)
})

test('nobody below an administrator decides where customers’ words go', async () => {
  const world = await newWorld(database)
  for (const role of ['SUPERVISOR', 'AGENT', 'ANALYST'] as const) {
    const member = await world.member(role)
    await expect(world.as(member, unit => service.create(unit, typed))).rejects.toBeInstanceOf(Forbidden)
    await expect(world.as(member, unit => listPredictiveModels(unit))).rejects.toBeInstanceOf(Forbidden)
  }
})

const wrong: [string, Partial<NewPredictiveModel>, string][] = [
  ['without a name', { name: ' ' }, 'name'],
  ['over http', { baseUrl: 'http://models.example.com/v1' }, 'baseUrl'],
  ['at no address', { baseUrl: 'models' }, 'baseUrl'],
  ['with the key in the address', { baseUrl: 'https://user:pass@models.example.com/v1' }, 'baseUrl'],
  ['with more than where the paths begin', { baseUrl: 'https://models.example.com/v1?key=1' }, 'baseUrl'],
  ['for nothing', { uses: [] }, 'uses'],
  ['twice for one purpose', { uses: [typed.uses[0]!, typed.uses[0]!] }, 'uses'],
  ['for a model without a name', { uses: [{ purpose: 'RERANK', model: '' }] }, 'uses.0.model'],
  ['without any calls', { monthlyCalls: 0 }, 'monthlyCalls'],
  ['with all the time of the world', { timeoutMs: 60_000 }, 'timeoutMs'],
  ['with a key that would end a header', { apiKey: 'abc\r\nx: y' }, 'apiKey'],
]
test.each(wrong)('a model %s is refused', async (_what, more, field) => {
  const world = await newWorld(database)
  const admin = await world.member('ADMIN')
  expect(await world.as(admin, unit => service.create(unit, { ...typed, ...more }))).toMatchObject({ code: 'INVALID_INPUT', field })
})

test('only an address that is allowed by name needs no https', async () => {
  const world = await newWorld(database)
  const admin = await world.member('ADMIN')
  const atHome = new PredictiveModelService({ sealer, serving, plain: ['127.0.0.1:4170'] })
  const create = (baseUrl: string) => world.as(admin, unit => atHome.create(unit, { ...typed, baseUrl }))
  expect(await create('http://127.0.0.1:4171/v1')).toMatchObject({ field: 'baseUrl' })
  expect(await create('http://127.0.0.1:4170/v1')).toEqual(expect.any(String))
})
