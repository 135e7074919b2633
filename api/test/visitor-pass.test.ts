import { setTimeout as sleep } from 'node:timers/promises'
import { SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, ask, post, subscribe, type Caller, type Ending } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'

const stand = useStand()
let company: Company
let owner: Caller
beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  owner = await company.caller('OWNER')
})

const ORIGIN = 'https://example.com'
/** For how long a process may go on believing what a channel's rules were. */
const MEMORY_MS = 900
const START = `mutation($input: StartVisitorSessionInput!) { startVisitorSession(input: $input) {
  __typename ... on VisitorSession { token verified } } }`
const THREAD = { query: '{ visitorThread { owner } }' }

async function admitted(more: Record<string, unknown> = {}, headers = {}) {
  const variables = { input: { siteKey: company.world.siteKey, origin: ORIGIN, ...more } }
  const { data } = await post(stand.url, { ...ANONYMOUS, path: '/widget/graphql' }, { query: START, variables }, headers)
  return data.startVisitorSession
}

const callerWith = (token: string, headers: Record<string, string> = {}): Caller =>
  ({ name: 'VISITOR', path: '/widget/graphql', headers: { authorization: `Bearer ${token}`, ...headers }, params: { token } })

const renewSecret = async (): Promise<string> => (await ask(stand.url, owner,
  'mutation($id: ID!) { renewIdentitySecret(channelAccountId: $id) { secret } }', { id: company.world.channelAccountId })).renewIdentitySecret.secret

const signedBy = (secret: string) => new SignJWT({ name: 'Marta Peña' }).setProtectedHeader({ alg: 'HS256' })
  .setSubject('cliente-7').setAudience(company.world.siteKey).setExpirationTime('5m').sign(new TextEncoder().encode(secret))

async function allow(allowedOrigins: string[]) {
  const web = '{ version look { color side botName } texts { language title subtitle greeting outOfHours } }'
  const { channelAccount } = await ask(stand.url, owner, `query($id: ID!) { channelAccount(id: $id) { name web ${web} } }`, { id: company.world.channelAccountId })
  const { version, look, texts } = channelAccount.web
  const input = { channelAccountId: company.world.channelAccountId, version, name: channelAccount.name, allowedOrigins, ...look, texts }
  await ask(stand.url, owner, 'mutation($input: ChangeWebChannelInput!) { changeWebChannel(input: $input) { __typename } }', { input })
}

async function watching(caller: Caller) {
  const watcher = subscribe(stand.url, caller, { query: 'subscription { visitorEvents { kind } }' })
  await watcher.saw(event => event.kind === 'READY')
  return watcher
}

const endedSoon = (watcher: { ended: Promise<Ending> }) => Promise.race([watcher.ended, sleep(2500, { code: 'still open' })])
const isHeard = async (caller: Caller) => (await post(stand.url, caller, THREAD)).code ?? 'heard'

describe('a visitor’s token ends', () => {
  test('when the page that it was given for may no longer carry the chat, and is good again when it may', async () => {
    const caller = callerWith((await admitted()).token)
    const watcher = await watching(caller)
    await allow(['https://other.example.com'])
    expect(await endedSoon(watcher)).toEqual({ closed: 4401 })
    await sleep(MEMORY_MS)
    expect(await isHeard(caller)).toBe('UNAUTHENTICATED')
    expect((await admitted({ token: caller.params!['token'] })).__typename).toBe('OriginNotAllowed')
    await allow([ORIGIN])
    expect(await isHeard(caller)).toBe('heard')
  })

  test('when the secret that vouched for her is renewed; those whom nobody vouched for stay', async () => {
    const { token, verified } = await admitted({ identity: await signedBy(await renewSecret()) })
    expect(verified).toBe(true)
    const [vouched, unnamed] = [callerWith(token), callerWith((await admitted()).token)]
    const watcher = await watching(vouched)
    const secret = await renewSecret()
    expect(await endedSoon(watcher)).toEqual({ closed: 4401 })
    await sleep(MEMORY_MS)
    expect(await isHeard(vouched)).toBe('UNAUTHENTICATED')
    expect(await isHeard(unnamed)).toBe('heard')
    const again = await admitted({ token, identity: await signedBy(secret) })
    expect(await isHeard(callerWith(again.token))).toBe('heard')
  })
})

describe('a page that got hold of a visitor’s token', () => {
  test('may not speak with it unless it is the one that the token was given for, or ours', async () => {
    const { token } = await admitted()
    for (const origin of ['https://evil.example', 'null', `${stand.url}.evil.example`])
      expect(await isHeard(callerWith(token, { origin })), origin).toBe('FORBIDDEN')
    for (const origin of [ORIGIN, stand.url]) expect(await isHeard(callerWith(token, { origin })), origin).toBe('heard')
    expect(await isHeard(callerWith(token))).toBe('heard')
  })

  test('may not send files with it', async () => {
    const { token } = await admitted()
    const body = new FormData()
    body.set('file', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'a.pdf')
    const headers = { authorization: `Bearer ${token}`, origin: 'https://evil.example', 'x-botpro': '1' }
    expect((await fetch(`${stand.url}/files`, { method: 'POST', body, headers })).status).toBe(403)
  })
})
