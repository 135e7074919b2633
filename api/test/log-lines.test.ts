import { afterAll, beforeAll, expect, test } from 'vitest'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { entities } from '../src/modules.ts'
import { loadPersistedDocuments } from '../src/platform/contract/persisted.ts'
import { newApiKeyToken } from '../src/modules/identity/api-key-token.ts'
import { hashPassword } from '../src/modules/identity/password-hash.ts'
import { sha256 } from '../src/platform/crypto.ts'
import { newId } from '../src/platform/ids.ts'
import { ApiProcess } from './api-process.ts'
import { useDatabase } from './harness.ts'
import { newWorld, type World } from './world.ts'

const database = useDatabase({ entities })
let api: ApiProcess
let world: World

beforeAll(async () => {
  world = await newWorld(database)
  api = await ApiProcess.prepare(database, { LOG_LEVEL: 'debug', METRICS_TOKEN: planted('metrics'), SMTP_URL: `smtp://user:${planted('smtp')}@127.0.0.1:1` })
  await api.start()
}, 60_000)
afterAll(() => api?.stop())

/** Words that must stand in no line of the log, each with what it was. */
const secrets: Record<string, string> = {}
const planted = (what: string) => (secrets[what] ??= `secreto${newId().replace(/-/g, '')}`)

const call = async (where: string, body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(api.url + where, {
    method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': `Browser ${planted('browser')}`, ...headers }, body: JSON.stringify(body),
  })
  return { body: await response.json() as any, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const documents = Object.values(loadPersistedDocuments().widget)
const visit = (name: string, variables: object, headers: Record<string, string> = {}) =>
  call('/widget/graphql', { query: documents.find(text => text.includes(`mutation ${name}`)), variables }, headers)

/** Signs in, writes, sends a file, asks with a key; and everything that can go wrong with each. */
async function live() {
  const email = `${planted('email')}@example.com`
  const member = await world.member('OWNER', planted('member'))
  const { owner } = database
  await owner.query('update app_user set email = $2, name = $3, password_hash = $4 where id = $1', [member.userId, email, planted('person'), await hashPassword(planted('password'))])
  const signIn = (password: string) => call('/graphql', {
    query: 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', variables: { input: { email, password } },
  })
  await signIn(planted('wrong password'))
  const { cookie } = await signIn(planted('password'))
  secrets['session'] = cookie.split('=')[1]!
  const ask = (query: string, variables: object = {}) => call('/graphql', { query, variables }, { cookie })
  await ask('mutation($email: String!) { requestPasswordReset(email: $email) }', { email })
  await ask('mutation($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', { input: { email: `${planted('invited')}@example.com`, name: planted('invited name'), role: 'AGENT' } })
  await ask(`{ contacts(search: "${planted('search')}") { edges { node { id } } } }`)
  await ask(`{ nonsense(text: "${planted('literal')}") }`)
  const key = newApiKeyToken()
  secrets['key'] = key
  await owner.query(`insert into api_key (tenant_id, id, name, hash, last_four, scopes, created_at) values ($1, $2, 'k', $3, 'abcd', '{CONTACTS_READ}', now())`, [world.tenantId, newId(), sha256(key)])
  await call('/graphql', { query: '{ contacts { edges { cursor } } }' }, { authorization: `Bearer ${key}` })
  const forged = newApiKeyToken()
  secrets['forged key'] = forged
  await call('/graphql', { query: '{ contacts { edges { cursor } } }' }, { authorization: `Bearer ${forged}` })
  await fetch(`${api.url}/files/${planted('path')}/x?signature=${planted('signature')}`)
  await failingModel(ask)
  await failingConnector(ask)
  await failingAccount(ask)
  await chat()
}

/** A model of the tenant's that cannot be reached, with the key that it would have been sent. */
async function failingModel(ask: (query: string, variables: object) => Promise<{ body: any }>) {
  const { body } = await ask(`mutation($input: CreatePredictiveModelInput!) {
    createPredictiveModel(input: $input) { ... on PredictiveModel { id keyLastFour } }
  }`, { input: { name: planted('model'), baseUrl: `https://127.0.0.1:9/${planted('model path')}`, apiKey: planted('model key'), uses: [{ purpose: 'GENERATE', model: planted('model name') }] } })
  const { id } = body.data.createPredictiveModel
  const tested = await ask('mutation($input: TestPredictiveModelInput!) { testPredictiveModel(input: $input) { problem } }', { input: { predictiveModelId: id, purpose: 'GENERATE' } })
  expect(tested.body.data.testPredictiveModel.problem).toBe('ADDRESS_NOT_ALLOWED')
  await ask('mutation($input: WriteAnswerInput!) { writeAnswer(input: $input) { problem } }', { input: { text: planted('tried question') } })
  expect(JSON.stringify([body, tested.body, (await ask('{ predictiveModels { name keyLastFour baseUrl } }', {})).body])).not.toContain(planted('model key'))
}

/** A system of the tenant's that cannot be reached, with all that it would have been told. */
async function failingConnector(ask: (query: string, variables: object) => Promise<{ body: any }>) {
  const auth = { kind: 'API_KEY', keyName: 'key', keyPlace: 'QUERY', secrets: [{ secret: 'API_KEY', value: planted('connector key') }] }
  const { body } = await ask('mutation($input: CreateConnectorInput!) { createConnector(input: $input) { ... on Connector { id auth { secrets } } } }', {
    input: { key: 'erp', name: planted('connector'), kind: 'REST', baseUrl: `https://127.0.0.1:9/${planted('connector path')}`, headers: [{ name: 'x-a', value: planted('connector header') }], auth },
  })
  const operation = { key: 'read', name: 'x', method: 'GET', path: '/{text}', inputs: [{ name: 'text', type: 'TEXT', isRequired: true }] }
  const tested = await ask('mutation($input: TestConnectorOperationInput!) { testConnectorOperation(input: $input) { ... on ConnectorTest { code requestLine message } } }', {
    input: { connectorId: body.data.createConnector.id, operation, values: { text: planted('connector input') } },
  })
  expect(tested.body.data.testConnectorOperation.code).toBe('UNREACHABLE')
  expect(JSON.stringify([body, tested.body])).not.toContain(planted('connector key'))
}

/** Our own fault again, where the database says which row it was: accounts belong to no tenant, so no policy hides them. */
async function failingAccount(ask: (query: string) => Promise<{ body: any }>) {
  await database.owner.query(`alter table app_user add constraint broken check (language <> 'EN')`)
  const { body } = await ask('mutation { changeMyLanguage(language: EN) { id } }')
  expect(body.errors[0].extensions.code).toBe('INTERNAL')
  await database.owner.query('alter table app_user drop constraint broken')
}

async function chat() {
  const started = await visit('StartVisitorSession', { input: { siteKey: world.siteKey, origin: 'https://example.com', identity: planted('identity') } })
  expect(started.body.data.startVisitorSession.code).toBeDefined()
  const { body } = await visit('StartVisitorSession', { input: { siteKey: world.siteKey, origin: 'https://example.com' } })
  const { token } = body.data.startVisitorSession
  secrets['visitor token'] = token
  const headers = { authorization: `Bearer ${token}` }
  const say = (text: string) => visit('SendVisitorMessage', { input: { clientId: crypto.randomUUID(), text } }, headers)
  await say(`mi número es ${planted('message')}`)
  const form = new FormData()
  const picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } }).png().toBuffer()
  form.set('file', new Blob([new Uint8Array(picture)]), `${planted('file')}.png`)
  expect((await fetch(`${api.url}/files`, { method: 'POST', body: form, headers })).status).toBe(201)
  // Something that is our own fault, with her words on the way.
  await database.owner.query(`alter table message add constraint broken check (text not like '%falla%')`)
  const { body: failed } = await say(`falla ${planted('failing message')}`)
  expect(failed.errors[0].extensions.code).toBe('INTERNAL')
  await database.owner.query('alter table message drop constraint broken')
}

async function mails(): Promise<string> {
  const folder = path.join(api.dataDir, 'mail')
  const files = await readdir(folder).catch(() => [])
  return (await Promise.all(files.map(file => readFile(path.join(folder, file), 'utf8')))).join('\n')
}

test('no line of the log holds a password, a token, a name, an address or a word that somebody wrote', { timeout: 60_000 }, async () => {
  await live()
  // Mail that cannot be delivered is tried again, and written down as failing.
  await expect.poll(() => api.said, { timeout: 10_000 }).toMatch(/mail/i)
  await api.kill('SIGTERM')
  const lines = api.said
  expect(lines).toContain('"route":"/graphql"')
  expect(lines).toContain('operation failed')
  const leaked = Object.entries(secrets).filter(([, secret]) => lines.includes(secret))
  expect(leaked.map(([what]) => `${what}: ${lines.split('\n').find(line => line.includes(secrets[what]!))?.slice(0, 400)}`)).toEqual([])
  expect(Object.keys(secrets).length).toBeGreaterThan(15)
  expect(await mails()).toBe('')
})
