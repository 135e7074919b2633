import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, ask, post, subscribe, type Caller, type Ending } from './client.ts'
import { Company } from './company.ts'
import { ROOT, useStand } from './stand.ts'
import { Talk } from './talk.ts'

/** The chat in a mobile application, from the administrator's first click to the agent's answer on the phone. */
const stand = useStand()
let company: Company
let owner: Caller
let talk: Talk
let app: Made
beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  owner = await company.caller('OWNER')
  talk = new Talk(stand.url)
  app = await made()
})

interface Made { id: string; appKey: string; token: string; tokenId: string }

const APP = 'id kind app { endpoint appKey note tokens { id lastFour endsAt revokedAt lastUsedAt } version }'

async function made(by = owner): Promise<Made> {
  const { createAppChannel } = await ask(stand.url, by, `mutation { createAppChannel(input: { name: "Mi app", note: "iOS y Android" }) { ... on ChannelAccount { ${APP} } } }`)
  return { id: createAppChannel.id, appKey: createAppChannel.app.appKey, ...await renewed(createAppChannel.id, 0, by) }
}

async function renewed(channelAccountId: string, overlapHours: number, by = owner): Promise<{ token: string; tokenId: string }> {
  const { renewAppToken } = await ask(stand.url, by, `mutation($input: RenewAppTokenInput!) { renewAppToken(input: $input) { ... on AppTokenMade { secret channelAccount { ${APP} } } ... on InvalidInput { field } } }`,
    { input: { channelAccountId, overlapHours } })
  return { token: renewAppToken.secret, tokenId: renewAppToken.channelAccount.app.tokens[0].id }
}

const revoke = (id: string, by = owner) => post(stand.url, by, { query: 'mutation($id: ID!) { revokeAppToken(id: $id) { id } }', variables: { id } })

const STRANGER: Caller = { ...ANONYMOUS, path: '/app/graphql' }
const SESSION = `mutation($input: StartAppSessionInput!) { startAppSession(input: $input) { __typename
  ... on VisitorSession { token verified settings { tenantName texts { greeting } } } ... on UserError { code message } } }`
const start = async (input: Record<string, unknown>) => (await ask(stand.url, STRANGER, SESSION, { input })).startAppSession
const userWith = (token: string): Caller => ({ name: 'VISITOR', path: '/app/graphql', headers: { authorization: `Bearer ${token}` }, params: { token } })
const newUser = async (more: Record<string, unknown> = {}) => userWith((await start({ appToken: app.token, ...more })).token)

async function watching(caller: Caller) {
  const watcher = subscribe(stand.url, caller, { query: 'subscription { visitorEvents { kind message { text } } }' })
  await watcher.saw(event => event.kind === 'READY')
  return watcher
}

const endedSoon = (watcher: { ended: Promise<Ending> }) => Promise.race([watcher.ended, new Promise(late => setTimeout(late, 2500, { code: 'still open' }))])
const isHeard = async (caller: Caller) => (await post(stand.url, caller, { query: '{ visitorThread { owner } }' })).code ?? 'heard'
/** For how long a process may go on believing what a channel's rules were. */
const forgotten = () => new Promise(done => setTimeout(done, 900))

describe('a user of an application', () => {
  test('is answered by the bot and by an agent, and hears both at once', async () => {
    const session = await start({ appToken: app.token, language: 'ES' })
    expect(session).toMatchObject({ __typename: 'VisitorSession', verified: false, settings: { texts: { greeting: expect.stringContaining('Hola') } } })
    const user = userWith(session.token)
    const live = await watching(user)
    const text = `quiero hablar con una persona ${crypto.randomUUID()}`
    const stored = await talk.says(user, text)
    expect(stored.messages.length).toBeGreaterThan(1)
    const agent = await company.caller('AGENT')
    const id = await talk.conversationOf(agent, text)
    await talk.claim(agent, id)
    await talk.reply(agent, id, 'Con gusto')
    await live.saw(event => event.message?.text === 'Con gusto')
    live.cut()
    const { conversation } = await ask(stand.url, agent, 'query($id: ID!) { conversation(id: $id) { channelAccount { kind name } } }', { id })
    expect(conversation.channelAccount).toEqual({ kind: 'APP', name: 'Mi app' })
  })

  test('sends a file, which comes down by its address', async () => {
    const user = await newUser()
    const body = new FormData()
    body.set('file', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'receta.pdf')
    const answer = await fetch(`${stand.url}/files`, { method: 'POST', body, headers: { ...user.headers, 'x-botpro': '1' } })
    const file = await answer.json() as { id: string; url: string }
    expect(answer.status).toBe(201)
    const input = { clientId: crypto.randomUUID(), text: '', attachmentIds: [file.id] }
    await ask(stand.url, user, 'mutation($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) { __typename } }', { input })
    expect((await fetch(new URL(file.url, stand.url))).status).toBe(200)
  })

  test('is known by name where the tenant’s server vouches for her to this application, and to no other', async () => {
    const { renewIdentitySecret: { secret } } = await ask(stand.url, owner, 'mutation($id: ID!) { renewIdentitySecret(channelAccountId: $id) { secret } }', { id: app.id })
    const signed = (audience: string) => new SignJWT({ name: 'Marta Peña' }).setProtectedHeader({ alg: 'HS256' }).setSubject('cliente-7').setAudience(audience).setExpirationTime('5m').sign(new TextEncoder().encode(secret))
    expect(await start({ appToken: app.token, identity: await signed(company.world.siteKey) })).toMatchObject({ code: 'IDENTITY_REFUSED' })
    const session = await start({ appToken: app.token, identity: await signed(app.appKey) })
    expect(session.verified).toBe(true)
    await talk.says(userWith(session.token), 'hola')
    const { rows } = await stand.database.owner.query('select name, verified from contact where tenant_id = $1 and verified', [company.tenantId])
    expect(rows).toEqual([{ name: 'Marta Peña', verified: true }])
  })
})

describe('the token of an application', () => {
  test('is shown once, kept as a hash, and known by its last letters; when it was used is told', async () => {
    await start({ appToken: app.token })
    expect(app.token).toMatch(/^bpa_live_[0-9A-Za-z]{36}$/)
    const { channelAccount } = await ask(stand.url, owner, `query($id: ID!) { channelAccount(id: $id) { web { siteKey } ${APP} } }`, { id: app.id })
    expect(channelAccount).toMatchObject({ kind: 'APP', web: null, app: { endpoint: `${stand.url}/app/graphql`, note: 'iOS y Android', tokens: [{ lastFour: app.token.slice(-4), lastUsedAt: expect.any(String) }] } })
    const { rows } = await stand.database.owner.query('select t::text as row from app_token t where tenant_id = $1', [company.tenantId])
    expect(JSON.stringify(rows)).not.toContain(app.token.slice(9))
  })

  test('is refused in clear words when it is none, changed by a letter, or a key for something else', async () => {
    for (const appToken of ['', 'x', `${app.token.slice(0, -1)}${app.token.endsWith('0') ? '1' : '0'}`, app.token.toLowerCase(), 'bpk_live_0'.padEnd(45, '0'), app.appKey])
      expect(await start({ appToken }), appToken).toEqual({ __typename: 'AppTokenRefused', code: 'APP_TOKEN_REFUSED', message: 'The application’s token is none, or has ended.' })
  })

  test('opens nothing by itself: it is no key of the API, and no visitor’s token', async () => {
    for (const path of ['/graphql', '/app/graphql', '/widget/graphql'] as const)
      expect(await isHeard({ name: 'TOKEN', path, headers: { authorization: `Bearer ${app.token}` } }), path).toMatch(/UNAUTHENTICATED|FORBIDDEN|BAD/)
  })

  test('goes on beside the next for as long as was said, and whoever came with it is recognised afterwards', async () => {
    const mine = await made()
    const session = await start({ appToken: mine.token })
    const user = userWith(session.token)
    await talk.says(user, 'antes del cambio')
    const next = await renewed(mine.id, 24)
    expect((await start({ appToken: mine.token })).__typename).toBe('VisitorSession')
    expect(await isHeard(user)).toBe('heard')
    // Settled once, it is not put off by another.
    await stand.database.owner.query(`update app_token set ends_at = now() - interval '1 second' where id = $1`, [mine.tokenId])
    await forgotten()
    expect(await isHeard(user)).toBe('UNAUTHENTICATED')
    expect((await start({ appToken: mine.token })).code).toBe('APP_TOKEN_REFUSED')
    const again = await start({ appToken: next.token, token: session.token })
    const { visitorThread } = await ask(stand.url, userWith(again.token), '{ visitorThread { messages(first: 50) { edges { node { text } } } } }')
    expect(visitorThread.messages.edges.map(({ node }: any) => node.text)).toContain('antes del cambio')
  })

  test('ends at once when it is revoked: sockets are closed, and nobody is let in', async () => {
    const mine = await made()
    const user = userWith((await start({ appToken: mine.token })).token)
    const watcher = await watching(user)
    expect((await revoke(mine.tokenId)).code).toBeUndefined()
    expect(await endedSoon(watcher)).toEqual({ closed: 4401 })
    await forgotten()
    expect(await isHeard(user)).toBe('UNAUTHENTICATED')
    expect((await start({ appToken: mine.token })).code).toBe('APP_TOKEN_REFUSED')
  })

  test('of another tenant leads to that tenant alone, and is nobody else’s to end', async () => {
    const other = await Company.found(stand.database, stand.app)
    const theirs = await made(await other.caller('OWNER'))
    const mine = await start({ appToken: app.token })
    const session = await start({ appToken: theirs.token, token: mine.token })
    const claims = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())
    expect(claims(session.token)).toMatchObject({ tenantId: other.tenantId, channelAccountId: theirs.id })
    expect(claims(session.token).externalId).not.toBe(claims(mine.token).externalId)
    expect((await revoke(theirs.tokenId)).code).toBe('NOT_FOUND')
    expect((await start({ appToken: theirs.token })).__typename).toBe('VisitorSession')
  })
})

describe('the two doors', () => {
  test('in production: at that of sites our own documents are answered, at that of applications anybody’s', async () => {
    const { server } = await stand.open({ BOTPRO_MODE: 'production', PUBLIC_URL: 'https://botpro.test' })
    const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    const document = { query: '{ visitorThread { owner } }' }
    expect((await post(url, await newUser(), document)).data).toEqual({ visitorThread: { owner: null } })
    expect((await post(url, await company.visitor(), document)).data).toBeUndefined()
  })

  test('do not take each other’s visitors, so that a chat on a site sends documents of ours alone', async () => {
    const user = await newUser()
    const visitor = await company.visitor()
    expect(await isHeard({ ...user, path: '/widget/graphql' })).not.toBe('heard')
    expect(await isHeard({ ...visitor, path: '/app/graphql' })).toBe('FORBIDDEN')
    expect((await subscribe(stand.url, { ...visitor, path: '/app/graphql' }, { query: 'subscription { visitorEvents { kind } }' }).ended).closed).toBe(4403)
  })

  test('of an application is shut to pages of browsers', async () => {
    const user = await newUser()
    expect(await isHeard({ ...user, headers: { ...user.headers, origin: 'https://evil.example' } })).toBe('FORBIDDEN')
  })

  test('on sites knows no application, whatever origin is told', async () => {
    const { data } = await post(stand.url, { ...ANONYMOUS, path: '/widget/graphql' }, { query: 'mutation($input: StartVisitorSessionInput!) { startVisitorSession(input: $input) { __typename } }', variables: { input: { siteKey: app.appKey, origin: 'https://example.com' } } })
    expect(data.startVisitorSession.__typename).toBe('OriginNotAllowed')
  })
})

test('what the manual tells developers to type does what it says', async () => {
  const manual = await readFile(path.join(ROOT, 'api/README.md'), 'utf8')
  const script = /```sh app\n([\s\S]*?)```/.exec(manual)![1]!
  const { stdout } = await promisify(execFile)('bash', ['-euc', script], { env: { ...process.env, BOTPRO: stand.url, APP_TOKEN: app.token } })
  const answers = stdout.trim().split('\n').map(line => JSON.parse(line))
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([])
  expect(answers.at(-1).data.sendVisitorMessage.messages.map((message: any) => message.author)).toContain('BOT')
})
