import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { entities } from '../../../modules.ts'
import { newId } from '../../../platform/ids.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import { newConnector, newOperation, sealer, Workshop, type WorkshopOptions } from '../connectors.fixture.ts'
import { describeConnector } from '../describe-connector.ts'
import { echo } from '../demo/echo.fixture.ts'
import { Authority } from '../system-double.fixture.ts'
import { secretsContext } from './connector-auth.ts'
import { listConnectors } from './connector.queries.ts'
import type { ConnectorChange, NewConnector } from './connector.service.ts'

const database = useDatabase({ entities })
const SECRET = 'muy-secreto-0123456789'
const baseUrl = 'https://erp.example.com/api'
const basic: NewConnector['auth'] = { kind: 'BASIC', username: 'bot', secrets: [{ secret: 'PASSWORD', value: SECRET }] }

async function opened(options: WorkshopOptions = {}) {
  const workshop = await Workshop.open(database, options)
  const admin = await workshop.world.member('ADMIN')
  const id = await workshop.connect({ baseUrl: `${baseUrl}/`, auth: basic })
  const change = (version: number, more: Partial<ConnectorChange> = {}) => workshop.world.as(admin, unit => workshop.connectors.change(unit, {
    connectorId: id, version, name: 'ERP', description: '', kind: 'REST', baseUrl, headers: [], auth: { kind: 'BASIC', username: 'bot' }, ...more,
  }))
  return { workshop, admin, id, change }
}

const kept = async (id: string) => (await database.owner.query('select * from connector where id = $1', [id])).rows[0]
const trail = async (tenantId: string) => (await database.owner.query('select action, detail from audit_entry where tenant_id = $1 order by seq', [tenantId])).rows

describe('a secret', () => {
  test('is kept sealed, for this connector alone, and never shown', async () => {
    const { workshop, admin, id } = await opened()
    const row = await kept(id)
    expect(JSON.stringify(row)).not.toContain(SECRET)
    expect(JSON.parse(sealer.open(row.sealed_secrets, secretsContext(id)))).toEqual({ PASSWORD: SECRET })
    expect(() => sealer.open(row.sealed_secrets, secretsContext(newId()))).toThrow()
    const shown = await workshop.world.as(admin, unit => listConnectors(unit))
    expect(shown).toMatchObject([{ key: 'erp', baseUrl, keptAuth: { kind: 'BASIC', username: 'bot', secrets: ['PASSWORD'] } }])
    expect(JSON.stringify([shown, await trail(workshop.world.tenantId)])).not.toContain(SECRET)
  })

  test('that is left out stays, another replaces it, and what the kind does not need is forgotten', async () => {
    const { id, change } = await opened()
    expect(await change(1, { name: 'Otro' })).toBe(id)
    expect(JSON.parse(sealer.open((await kept(id)).sealed_secrets, secretsContext(id)))).toEqual({ PASSWORD: SECRET })
    expect(await change(2, { auth: { ...basic, secrets: [{ secret: 'PASSWORD', value: 'otra' }] } })).toBe(id)
    expect(JSON.parse(sealer.open((await kept(id)).sealed_secrets, secretsContext(id)))).toEqual({ PASSWORD: 'otra' })
    expect(await change(3, { auth: { kind: 'BASIC', username: 'bot', secrets: [{ secret: 'PASSWORD', value: '' }] } })).toMatchObject({ field: 'auth.PASSWORD' })
    expect(await change(3, { auth: { kind: 'NONE' } })).toBe(id)
    expect(await kept(id)).toMatchObject({ sealed_secrets: null, auth: { kind: 'NONE', secrets: [] } })
  })

  test('goes to no server that it was not given for', async () => {
    const { id, change } = await opened()
    expect(await change(1, { baseUrl: 'https://evil.example.com/api' })).toMatchObject({ field: 'auth.PASSWORD' })
    expect(await change(1, { baseUrl: 'https://erp.example.com:8443/api' })).toMatchObject({ field: 'auth.PASSWORD' })
    expect(await change(1, { baseUrl: 'https://erp.example.com/v2' })).toBe(id)
    expect(await change(2, { baseUrl: 'https://evil.example.com/api', auth: basic })).toBe(id)
  })

  test('of a client goes to no other token server either', async () => {
    const { id, change } = await opened()
    const oauth = (tokenUrl: string, value?: string): NewConnector['auth'] =>
      ({ kind: 'OAUTH2_CLIENT_CREDENTIALS', clientId: 'c', tokenUrl, secrets: value ? [{ secret: 'CLIENT_SECRET', value }] : [] })
    expect(await change(1, { auth: oauth('https://id.example.com/token', 's3creto') })).toBe(id)
    expect(await change(2, { auth: oauth('https://evil.example.com/token') })).toMatchObject({ field: 'auth.CLIENT_SECRET' })
    expect(await change(2, { auth: oauth('https://id.example.com/v2/token') })).toBe(id)
  })
})

describe('a connector is refused', () => {
  test.each<[string, Partial<NewConnector>, string]>([
    ['without https', { baseUrl: 'http://erp.example.com' }, 'baseUrl'], ['with a password in its address', { baseUrl: 'https://a:b@erp.example.com' }, 'baseUrl'],
    ['with a question in its address', { baseUrl: `${baseUrl}?a=b` }, 'baseUrl'], ['with no address', {}, 'baseUrl'], ['of no known demo system', { kind: 'DEMO', demoSystem: 'nada' }, 'demoSystem'],
    ['without a name', { baseUrl, name: ' ' }, 'name'], ['with a key that is none', { baseUrl, key: 'Él ERP' }, 'key'], ['with a header that lets somebody in', { baseUrl, headers: [{ name: 'Cookie', value: 'x' }] }, 'headers.0.name'],
    ['with a header that would be two', { baseUrl, headers: [{ name: 'X-A', value: 'a\r\nX-B: c' }] }, 'headers.0.value'], ['without the secret it needs', { baseUrl, auth: { kind: 'BEARER' } }, 'auth.TOKEN'],
    ['with a token that would be two headers', { baseUrl, auth: { kind: 'BEARER', secrets: [{ secret: 'TOKEN', value: 'a\r\nb' }] } }, 'auth.secrets.0.value'],
    ['with a certificate that is none', { baseUrl, auth: { kind: 'MTLS', secrets: [{ secret: 'CERTIFICATE', value: 'x' }, { secret: 'PRIVATE_KEY', value: 'y' }] } }, 'auth.CERTIFICATE'],
    ['whose tokens come without https', { baseUrl, auth: { kind: 'OAUTH2_CLIENT_CREDENTIALS', clientId: 'c', tokenUrl: 'http://id.example.com', secrets: [{ secret: 'CLIENT_SECRET', value: 's' }] } }, 'auth.tokenUrl'],
  ])('%s', async (_what, more, field) => {
    const { world, connectors } = await Workshop.open(database)
    expect(await world.as(await world.member('OWNER'), unit => connectors.create(unit, newConnector(more)))).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  test('whose key is taken, or not its certificate’s', async () => {
    const { workshop, admin } = await opened()
    const create = (more: Partial<NewConnector>) => workshop.world.as(admin, unit => workshop.connectors.create(unit, newConnector({ baseUrl, ...more })))
    expect(await create({})).toMatchObject({ field: 'key' })
    const authority = await Authority.found()
    const [one, other] = [await authority.issue('uno'), await authority.issue('otro')]
    const auth = (key: string): NewConnector['auth'] => ({ kind: 'MTLS', secrets: [{ secret: 'CERTIFICATE', value: one.cert }, { secret: 'PRIVATE_KEY', value: key }] })
    expect(await create({ key: 'b', auth: auth(other.key) })).toMatchObject({ field: 'auth.PRIVATE_KEY' })
    const id = await create({ key: 'b', auth: auth(one.key) })
    expect(await kept(id as string)).toMatchObject({ auth: { certificateSubject: 'CN=uno', certificateExpiresAt: expect.any(String) } })
  })
})

test('a change that somebody else’s came before is refused', async () => {
  const { change } = await opened()
  await change(1)
  expect(await change(1)).toBeInstanceOf(ChangedMeanwhile)
})

test('two that are made at once do not both get a key', async () => {
  const { workshop, admin } = await opened()
  const both = await Promise.allSettled([1, 2].map(() => workshop.world.as(admin, unit => workshop.connectors.create(unit, newConnector({ key: 'crm', baseUrl })))))
  expect(both.filter(one => one.status === 'fulfilled' && typeof one.value === 'string').length).toBe(1)
})

describe('a connector that goes', () => {
  test('is gone where nobody uses it, with its operations', async () => {
    const { workshop, admin, id } = await opened()
    await workshop.world.as(admin, unit => workshop.operations.create(unit, { connectorId: id, operation: newOperation() }))
    expect(await workshop.world.as(admin, unit => workshop.connectors.delete(unit, id))).toBeNull()
    expect(await kept(id)).toBeUndefined()
    expect((await trail(workshop.world.tenantId)).map(({ action }) => action)).toEqual(['connector.created', 'connector-operation.created', 'connector.deleted'])
  })

  test('is archived where a bot uses it, answers on, and comes back', async () => {
    const { workshop, admin, id } = await opened({ isUsed: async (_unit, { connector, operation }) => connector === 'erp' && operation !== 'other' })
    const as = <Result>(work: Parameters<typeof workshop.world.as<Result>>[1]) => workshop.world.as(admin, work)
    const used = await as(unit => workshop.operations.create(unit, { connectorId: id, operation: newOperation() }))
    const other = await as(unit => workshop.operations.create(unit, { connectorId: id, operation: newOperation({ key: 'other' }) }))
    expect(await as(unit => workshop.operations.delete(unit, used as string))).toMatchObject({ code: 'CONNECTOR_OPERATION_IN_USE' })
    expect(await as(unit => workshop.operations.delete(unit, other as string))).toEqual({ connectorOperationId: other })
    expect(await as(unit => workshop.connectors.delete(unit, id))).toBe(id)
    const [serving] = await as(unit => workshop.serving.of(unit))
    expect(describeConnector(serving!, [])).toMatchObject({ key: 'erp', isArchived: true, operations: [{ key: 'read' }] })
    await as(unit => workshop.connectors.restore(unit, id))
    expect((await kept(id)).archived_at).toBeNull()
  })

  test('is archived where something called it lately', async () => {
    const { workshop, admin, id } = await opened()
    await workshop.call('nothing')
    expect(await workshop.world.as(admin, unit => workshop.connectors.delete(unit, id))).toBe(id)
  })
})

test('a demo system is added once, whatever became of it', async () => {
  const { workshop, admin } = await opened()
  const add = () => workshop.world.as(admin, unit => workshop.connectors.addDemo(unit, 'echo'))
  await add()
  await add()
  const [, ...demos] = (await workshop.world.as(admin, unit => workshop.serving.of(unit))).toSorted((one, other) => other.key.localeCompare(one.key))
  expect(demos.map(one => describeConnector(one, [echo]))).toMatchObject([{
    key: 'echo', name: { ES: 'Eco' }, isDemo: true, operations: [{ key: 'say', name: { EN: 'Say again' }, isIdempotent: true, outputs: [{ name: 'said', type: 'TEXT' }, { name: 'at', type: 'DATE' }] }],
  }])
  await expect(workshop.world.as(admin, unit => workshop.connectors.addDemo(unit, 'nada'))).rejects.toThrow(NotFound)
})

test('who only answers customers configures nothing', async () => {
  const { workshop, id } = await opened()
  for (const role of ['AGENT', 'SUPERVISOR', 'ANALYST'] as const) {
    const member = await workshop.world.member(role)
    await expect(workshop.world.as(member, unit => workshop.connectors.create(unit, newConnector({ key: 'x', baseUrl })))).rejects.toThrow(Forbidden)
    await expect(workshop.world.as(member, unit => workshop.connectors.delete(unit, id))).rejects.toThrow(Forbidden)
    await expect(workshop.world.as(member, unit => listConnectors(unit))).rejects.toThrow(Forbidden)
  }
})

test('an operation is changed on the version that was seen, and keeps its key', async () => {
  const { workshop, admin, id } = await opened()
  const as = <Result>(work: Parameters<typeof workshop.world.as<Result>>[1]) => workshop.world.as(admin, work)
  const operationId = await as(unit => workshop.operations.create(unit, { connectorId: id, operation: newOperation() })) as string
  expect(await as(unit => workshop.operations.create(unit, { connectorId: id, operation: newOperation() }))).toBeInstanceOf(InvalidInput)
  const change = (version: number) => as(unit => workshop.operations.change(unit, { connectorOperationId: operationId, version, operation: newOperation({ key: 'x', name: 'Otro' }) }))
  expect(await change(1)).toBe(operationId)
  expect(await change(1)).toBeInstanceOf(ChangedMeanwhile)
  const { rows } = await database.owner.query('select key, definition, version from connector_operation where id = $1', [operationId])
  expect(rows).toMatchObject([{ key: 'read', definition: { name: 'Otro' }, version: 2 }])
})
