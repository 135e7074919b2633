import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { entities } from '../../../modules.ts'
import { newOperation, Workshop } from '../connectors.fixture.ts'
import { SystemDouble } from '../system-double.fixture.ts'

const database = useDatabase({ entities })
const SECRET = 'clave "muy" secreta/ñ'
let system: SystemDouble

beforeAll(async () => { system = await new SystemDouble().listen() })
afterAll(() => system.close())
beforeEach(() => { system.behave = () => ({ body: { items: [{ name: 'uno' }] } }) })

async function opened() {
  const workshop = await Workshop.open(database, { allow: [`127.0.0.1:${system.port}`], circuits: { failures: 1 } })
  const auth = { kind: 'BASIC' as const, username: 'bot', secrets: [{ secret: 'PASSWORD' as const, value: SECRET }] }
  const connectorId = await workshop.connect({ baseUrl: system.url, auth }, { key: 'read' })
  return { workshop, connectorId }
}

test('a trial shows what was sent and what came, and what a flow would get', async () => {
  const { workshop, connectorId } = await opened()
  const operation = newOperation({
    key: 'draft', method: 'POST', path: '/search', bodyKind: 'JSON', inputs: [{ name: 'text', type: 'TEXT', isRequired: true, description: '' }],
    body: [{ name: 'q', value: '{text}' }], outputs: [{ name: 'names', path: 'items[*].name', type: 'LIST', isRequired: false }],
  })
  expect(await workshop.test({ connectorId, operation, values: { text: 'algo' } })).toMatchObject({
    code: 'OK', message: null, status: 200, requestLine: `POST ${system.url}/search`, requestBody: '{"q":"algo"}', mediaType: 'application/json',
    answerJson: { items: [{ name: 'uno' }] }, data: { names: ['uno'] }, isAnswerCut: false, attempts: 1,
  })
  const { rows } = await database.owner.query('select code, is_test from connector_call where tenant_id = $1', [workshop.world.tenantId])
  expect(rows).toEqual([{ code: 'OK', is_test: true }])
})

test('no secret is shown, not even where the system says it back', async () => {
  const { workshop, connectorId } = await opened()
  system.behave = ({ headers }) => ({ body: { headers, plain: SECRET, form: encodeURIComponent(SECRET), decoded: Buffer.from(headers.authorization!.slice(6), 'base64').toString() } })
  const shown = await workshop.test({ connectorId, operationKey: 'read', values: {} })
  expect(shown).toMatchObject({ code: 'OK', requestHeaders: expect.arrayContaining([{ name: 'authorization', value: 'Basic •••' }]) })
  const text = JSON.stringify(shown)
  for (const spelling of [SECRET, JSON.stringify(SECRET).slice(1, -1), encodeURIComponent(SECRET), Buffer.from(`bot:${SECRET}`).toString('base64')]) expect(text).not.toContain(spelling)
  expect(await workshop.call('read')).toMatchObject({ ok: true, data: { plain: '•••' } })
})

test('what cannot be mapped is shown with what came', async () => {
  const { workshop, connectorId } = await opened()
  system.behave = () => ({ headers: { 'content-type': 'text/html' }, body: `<html>${'x'.repeat(30_000)}</html>` })
  const operation = newOperation({ maxBytes: 100_000 })
  expect(await workshop.test({ connectorId, operation, values: {} })).toMatchObject({ code: 'BAD_ANSWER', message: 'It sent text/html, which is not JSON.', status: 200, answerJson: null, isAnswerCut: true, data: null })
})

test('whoever tries it out is let through whatever the circuit says', async () => {
  const { workshop, connectorId } = await opened()
  system.behave = () => ({ status: 500 })
  await workshop.call('read')
  expect(await workshop.call('read')).toMatchObject({ code: 'OPEN' })
  system.behave = () => ({ body: {} })
  expect(await workshop.test({ connectorId, operationKey: 'read', values: {} })).toMatchObject({ code: 'OK' })
})

test('a demo system is tried out too', async () => {
  const { workshop } = await opened()
  const connectorId = await workshop.connect({ key: 'eco', kind: 'DEMO', demoSystem: 'echo' })
  expect(await workshop.test({ connectorId, operationKey: 'say', values: { text: 'hola' } })).toMatchObject({ code: 'OK', requestLine: null, data: { said: 'hola' } })
})
