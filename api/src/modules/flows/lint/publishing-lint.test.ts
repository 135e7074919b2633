import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { Actor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { adapters } from '../../channels/index.ts'
import { Lines } from '../../channels/provider/lines.ts'
import type { Drawn } from '../engine/bot.fixture.ts'
import { contentOf, end, say } from './lint.fixture.ts'
import { createLint } from './publishing-lint.ts'

const database = useDatabase({ entities })
const lines = new Lines({ units: database.units, sealer: {} as never, adapters, http: {} as never, publicUrl: () => '' })
const connector = { key: 'banco', name: { ES: 'Banco' }, isDemo: false, isArchived: false, operations: [{ key: 'balance', name: { ES: 'Saldo' }, isIdempotent: true, inputs: [], outputs: [], sample: null }] }
const lint = createLint({ connectors: { describe: async () => [connector] }, lines: () => lines })
let world: World
let admin: Actor

const insert = (text: string, ...values: unknown[]) => database.owner.query(text, [world.tenantId, ...values])

/** Uploaded for the bots of a company. */
async function file(mediaType: string, { tenantId } = world, isBots = true): Promise<string> {
  const id = newId()
  await database.owner.query(`insert into attachment (tenant_id, id, uploaded_by, name, media_type, size, storage_key, created_at, is_bots) values ($1, $2, 'member:x', 'x', $3, 9000000, 'x/y', now(), $4)`, [tenantId, id, mediaType, isBots])
  return id
}

beforeAll(async () => {
  world = await newWorld(database)
  admin = await world.member('ADMIN')
  await insert(`insert into intent (tenant_id, id, name, action, created_at) values ($1, $2, 'pagar', 'ANSWER', now())`, newId())
  await insert(`insert into entity_type (tenant_id, id, name, kind, created_at) values ($1, $2, 'sucursal', 'LIST', now())`, newId())
  await insert(`insert into request_type (tenant_id, id, key, name, fields, states, created_at, changed_at) values ($1, $2, 'queja', '{}', '[]', '[]', now(), now())`, newId())
})

const foundIn = async (steps: Record<string, Drawn>, more: object = {}): Promise<string[]> =>
  (await world.as(admin, unit => lint(unit, contentOf({ flows: { inicio: { steps, ...more } } })))).map(({ code, step, field }) => [code, step, field].filter(Boolean).join(' '))

const ask = (entity: string): Drawn => ({ kind: 'ASK', text: { ES: '¿Cuál?' }, answer: { type: 'ENTITY', entity }, saveAs: 'x', next: { answered: 'fin', failed: 'fin' } })
const request = (type: string): Drawn => ({ kind: 'REQUEST', type, title: { ES: 'x' }, fields: {}, next: { done: 'fin', failed: 'fin' } })
const shows = (fileId: string): Drawn => ({ kind: 'SAY', messages: [{ kind: 'MEDIA', type: 'IMAGE', source: { ES: { fileId, name: 'x' } } }] })
const variables = [{ name: 'x', type: 'TEXT' as const, scope: 'FLOW' as const }]

test('what the company has is known: her intents, entities, types of requests, systems and channels', async () => {
  expect(await foundIn({ cual: ask('sucursal'), fin: end }, { variables, triggers: [{ id: 't', kind: 'INTENT', intent: 'pagar' }] })).toEqual([])
  expect(await foundIn({ queja: request('queja'), fin: end })).toEqual([])
  expect(await foundIn({ saldo: { kind: 'CALL', connector: 'banco', operation: 'balance', input: {}, next: { done: 'fin', failed: 'fin' } }, fin: end })).toEqual([])
  expect(await foundIn({ buscar: { kind: 'LOOK_UP', table: 'requests', where: {}, saveAs: 'x', next: { found: 'fin', missing: 'fin' } }, fin: end }, { variables })).toEqual([])
})

test('what ELENA knows by herself is known of every company', async () => {
  expect(await foundIn({ cual: ask('duration'), fin: end }, { variables })).toEqual([])
})

test('what she has not is found', async () => {
  expect(await foundIn({ cual: ask('color'), fin: end }, { variables, triggers: [{ id: 't', kind: 'INTENT', intent: 'cobrar' }] })).toEqual(['UNKNOWN_INTENT triggers.0', 'UNKNOWN_ENTITY cual answer.entity'])
  expect(await foundIn({ queja: request('reclamo'), fin: end })).toEqual(['UNKNOWN_REQUEST_TYPE queja type'])
  expect(await foundIn({ saldo: { kind: 'CALL', connector: 'luz', operation: 'pagar', input: {}, next: { done: 'fin', failed: 'fin' } }, fin: end })).toEqual(['UNKNOWN_CONNECTOR saldo connector'])
})

test('a file of her bots is there; one of another company’s, or that somebody sent in a conversation, is not', async () => {
  expect(await foundIn({ foto: shows(await file('image/png')) })).toEqual([])
  const elsewhere = await file('image/png', await newWorld(database))
  expect(await foundIn({ foto: shows(elsewhere) })).toEqual(['MISSING_FILE foto messages.0.source.ES'])
  expect(await foundIn({ foto: shows(await file('image/png', world, false)) })).toEqual(['MISSING_FILE foto messages.0.source.ES'])
  expect(await foundIn({ foto: shows(await file('application/pdf')) })).toEqual(['WRONG_FILE_TYPE foto messages.0.source.ES'])
})

test('limits are those of the channels that are live', async () => {
  const long = say('Hola. '.repeat(300))
  expect(await foundIn({ hola: long })).toEqual([])
  await insert(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, 'INSTAGRAM', 'x', now())`, newId())
  expect(await foundIn({ hola: long })).toEqual(['TEXT_TOO_LONG hola messages.0.text'])
})

test('links and who makes links to pay by are hers', async () => {
  const hola = { hola: say('Hola') }
  const waits = { triggers: [{ id: 't', kind: 'LINK', link: 'feria' }] }
  const other = await newWorld(database)
  const link = (tenantId: string, channelAccountId: string) => database.owner.query(`insert into channel_link (tenant_id, id, channel_account_id, name, token, state, created_at, version)
    values ($1, $2::uuid, $3, 'Feria', substr(md5($2::uuid::text), 1, 16), 'ACTIVE', now(), 1)`, [tenantId, newId(), channelAccountId])
  await link(other.tenantId, other.channelAccountId)
  expect(await foundIn(hola, waits)).toContain('UNKNOWN_LINK triggers.0')
  await link(world.tenantId, world.channelAccountId)
  expect((await foundIn(hola, waits)).filter(code => code.includes('LINK'))).toEqual([])
  await link(world.tenantId, world.channelAccountId)
  expect(await foundIn(hola, waits)).toContain('AMBIGUOUS_LINK triggers.0')
})
