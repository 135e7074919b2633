import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rm } from 'node:fs/promises'
import sharp from 'sharp'
import { ask, post, type Caller } from './client.ts'
import { fakeBuilds } from './builds.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'
import { fingerprint, leaksIn, secretsOf } from './taint.ts'

const stand = useStand()
let url: string
let root: string
let ours: Company
let theirs: Company
let picture: Buffer

beforeAll(async () => {
  root = await fakeBuilds()
  const app = await stand.open({}, { root })
  url = app.url
  ours = await Company.found(stand.database, app)
  theirs = await Company.found(stand.database, app)
  picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } }).png().toBuffer()
})
afterAll(() => rm(root, { recursive: true, force: true }))

interface Uploaded {
  id: string
  url: string
}

async function upload(caller: Caller, headers: Record<string, string> = caller.headers) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'foto.png')
  const response = await fetch(`${url}/files`, { method: 'POST', body: form, headers })
  return { status: response.status, body: await response.json() as Uploaded }
}

const get = async (path: string) => {
  const response = await fetch(url + path)
  return { status: response.status, text: await response.text() }
}

describe('a file', () => {
  let file: Uploaded
  let foreign: Uploaded
  let nothing: { status: number; text: string }
  beforeAll(async () => {
    ;({ body: file } = await upload(await ours.caller('AGENT')))
    ;({ body: foreign } = await upload(await theirs.caller('AGENT')))
    nothing = await get(`/files/${ours.tenantId}/${crypto.randomUUID()}?expires=1&signature=x`)
  })

  test('chatwoot#14887: comes down by its address, and by no other', async () => {
    expect((await get(file.url)).status).toBe(200)
    const { pathname, searchParams } = new URL(foreign.url, url)
    const ownSignature = new URL(file.url, url).search
    const late = `?expires=${Date.now() - 1000}&signature=${searchParams.get('signature')}`
    const longer = `?expires=${Number(searchParams.get('expires')) + 1}&signature=${searchParams.get('signature')}`
    const elsewhere = `/files/${ours.tenantId}/${foreign.id}?${searchParams}`
    for (const address of [pathname, pathname + ownSignature, pathname + late, pathname + longer, elsewhere, `${pathname}?signature=&expires=`])
      expect(await get(address), address).toEqual(nothing)
  })

  test('that is not there is refused in the same words as one that is somebody else’s', async () => {
    expect(nothing.status).toBe(404)
    for (const address of ['/files/x/y', `/files/${theirs.tenantId}/${theirs.ids.attachment}`, `/files/${theirs.tenantId}/..%2f..%2fsecret`])
      expect(await get(address), address).toEqual(nothing)
  })

  test('goes up for those who may send one, and for nobody else', async () => {
    const statuses = await Promise.all((['AGENT', 'OWNER', 'VISITOR', 'ANALYST', 'SUPPORT', 'OPERATOR', 'RESELLER', 'USER', 'API_KEY', 'ANONYMOUS'] as const)
      .map(async role => [role, (await upload(await ours.caller(role))).status]))
    expect(Object.fromEntries(statuses)).toEqual({
      AGENT: 201, OWNER: 201, VISITOR: 201, ANALYST: 403, SUPPORT: 403, OPERATOR: 403, RESELLER: 403, USER: 403, API_KEY: 403, ANONYMOUS: 401,
    })
    for (const authorization of ['Bearer x', 'Bearer bpk_live_x', 'Bearer a.b.c', 'Basic eDp5'])
      expect((await upload(await ours.caller('ANONYMOUS'), { authorization })).status, authorization).toBe(401)
  })

  test('is sent only by the one who uploaded it, and once', async () => {
    const [ada, eva] = [await ours.visitor(), await ours.visitor()]
    const { body } = await upload(ada)
    const send = async (visitor: Caller) => (await post(url, visitor, {
      query: 'mutation($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) { __typename } }',
      variables: { input: { clientId: crypto.randomUUID(), text: 'mire', attachmentIds: [body.id] } },
    })).code
    expect(await send(eva)).toBe('BAD_USER_INPUT')
    expect(await send(await theirs.visitor())).toBe('BAD_USER_INPUT')
    expect(await send(ada)).toBeUndefined()
    expect(await send(ada)).toBe('BAD_USER_INPUT')
  })
})

describe('a mail as it was designed', () => {
  const MAIL = { subject: 'Factura', fullText: 'Hola', html: '<p>Hola</p><img data-remote-src="https://fotos.test/a.png">', messageId: 'a', references: [] }
  const mailOf = async ({ tenantId }: Company, html = MAIL.html): Promise<string> => {
    const { rows: [row] } = await stand.database.owner.query(
      'update message set mail = $2 where id = (select id from message where tenant_id = $1 limit 1) returning id', [tenantId, { ...MAIL, html }])
    return row.id
  }
  const read = async (id: string, { headers }: Caller, query = '') => fetch(`${url}/mails/${id}${query}`, { headers })

  test('is a page that runs and sends nothing, for those who read conversations and nobody else', async () => {
    const id = await mailOf(ours)
    const page = await read(id, await ours.caller('AGENT'))
    expect(await page.text()).not.toContain(' src=')
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';.* img-src data:;/)
    const statuses = await Promise.all((['OWNER', 'SUPPORT', 'VISITOR', 'ANALYST', 'OPERATOR', 'RESELLER', 'USER', 'ANONYMOUS'] as const)
      .map(async role => [role, (await read(id, await ours.caller(role))).status]))
    expect(Object.fromEntries(statuses)).toEqual({ OWNER: 200, SUPPORT: 200, VISITOR: 403, ANALYST: 403, OPERATOR: 403, RESELLER: 403, USER: 403, ANONYMOUS: 401 })
  })

  test('shows the pictures that it brought, and those from elsewhere only to who asks for them', async () => {
    const agent = await ours.caller('AGENT')
    const form = new FormData()
    form.set('file', new File([new Uint8Array(picture)], 'foto.png'))
    const carried = await (await fetch(`${url}/files`, { method: 'POST', headers: agent.headers, body: form })).json() as { id: string }
    const id = await mailOf(ours, '<img data-media="0"><img data-media="7"><img data-remote-src="https://fotos.test/a.png">')
    await stand.database.owner.query(`update attachment set message_id = $2 where id = $1`, [carried.id, id])
    await stand.database.owner.query(`update attachment set message_id = null where message_id = $2 and id <> $1`, [carried.id, id])
    expect(await (await read(id, agent)).text()).toMatch(/<body><img src="data:image\/png;base64,iVBOR[^"]+"><img><img data-remote-src=/)
    const asked = await read(id, agent, '?pictures=remote')
    expect(await asked.text()).toContain('<img src="https://fotos.test/a.png">')
    expect(asked.headers.get('content-security-policy')).toContain('img-src data: https:;')
  })

  test('of somebody else is refused in the same words as one that is not there', async () => {
    const agent = await ours.caller('AGENT')
    const told = async (id: string) => { const answer = await read(id, agent); return { status: answer.status, text: await answer.text() } }
    const nothing = await told(crypto.randomUUID())
    expect(nothing.status).toBe(404)
    expect([await told(await mailOf(theirs)), await told('x')]).toEqual([nothing, nothing])
  })
})

describe('the chat’s page', () => {
  test('of a key that nobody has does not exist, and says nothing', async () => {
    for (const key of ['web_nobody', theirs.tenantId, theirs.ids.channelAccount, '..%2f..', '%00', 'x'.repeat(400)]) {
      for (const page of ['chat', 'look']) {
        const { status, text } = await get(`/widget/${page}/${key}`)
        expect(status, key).toBe(404)
        expect(leaksIn(text, await secretsOf(stand.database.owner, theirs))).toEqual([])
      }
    }
  })

  test('tells of a tenant only how its chat looks', async () => {
    const { status, text } = await get(`/widget/look/${theirs.world.siteKey}`)
    expect([status, Object.keys(JSON.parse(text))]).toEqual([200, ['color', 'side', 'language']])
  })
})

test('a token for one tenant’s chat opens nothing at another’s', async () => {
  const before = await fingerprint(stand.database.owner, theirs)
  const token = (await ours.caller('VISITOR')).params!['token']
  const { startVisitorSession } = await ask(url, await ours.visitor(), `mutation($input: StartVisitorSessionInput!) {
    startVisitorSession(input: $input) { ... on VisitorSession { token verified } } }`,
  { input: { siteKey: theirs.world.siteKey, origin: 'https://example.com', token } })
  const claims = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())
  expect(claims(startVisitorSession.token).externalId).not.toBe(ours.visitorId)
  expect(await fingerprint(stand.database.owner, theirs)).toEqual(before)
})
