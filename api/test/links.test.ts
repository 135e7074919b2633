import { beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { ask, post, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

const stand = useStand()
let ours: Company
let theirs: Company
let admin: Caller
let talk: Talk

const PERSON = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

beforeAll(async () => {
  ours = await Company.found(stand.database, stand.app)
  theirs = await Company.found(stand.database, stand.app)
  admin = await ours.caller('ADMIN')
  talk = new Talk(stand.url)
}, 30_000)

interface Link {
  id: string
  token: string
  url: string
  version: number
}

const LINK = 'id token url version name page state openedCount openedByDay conversationCount conversationsByDay'

async function create(more: object = {}, company = ours): Promise<Link> {
  const { createChannelLink } = await ask(stand.url, company === ours ? admin : await company.caller('ADMIN'),
    `mutation($input: CreateChannelLinkInput!) { createChannelLink(input: $input) { __typename ... on ChannelLink { ${LINK} } ... on InvalidInput { field } } }`,
    { input: { channelAccountId: company.ids.channelAccount, name: 'Feria de verano', ...more } })
  return createChannelLink
}

const linkNow = async (id: string) => (await ask(stand.url, admin, `query($id: ID!) { channelLink(id: $id) { ${LINK} } }`, { id })).channelLink
const does = (verb: string, id: string) => ask(stand.url, admin, `mutation($id: ID!) { ${verb}ChannelLink(input: { channelLinkId: $id }) { state } }`, { id })
const open = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(path.startsWith('http') ? path : stand.url + path, { redirect: 'manual', method, headers: { 'user-agent': PERSON, ...headers } })

describe('whoever opens a link', () => {
  test('is led to the page with the token, and no browser keeps that', async () => {
    const link = await create({ page: 'https://example.com/promo?a=1' })
    expect(link.url).toBe(`${stand.url}/l/${link.token}`)
    const answer = await open(link.url)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`https://example.com/promo?a=1&bp_ref=${link.token}`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('is led to the new page as soon as it is changed, by the same address', async () => {
    const link = await create()
    expect((await open(link.url)).headers.get('location')).toBe(`https://example.com/?bp_ref=${link.token}`)
    const { changeChannelLink } = await ask(stand.url, admin, `mutation($input: ChangeChannelLinkInput!) { changeChannelLink(input: $input) { __typename ... on ChannelLink { url } } }`,
      { input: { channelLinkId: link.id, version: link.version, name: 'Otra', page: 'https://example.com/nueva' } })
    expect(changeChannelLink).toEqual({ __typename: 'ChannelLink', url: link.url })
    expect((await open(link.url)).headers.get('location')).toBe(`https://example.com/nueva?bp_ref=${link.token}`)
    const again = await ask(stand.url, admin, `mutation($input: ChangeChannelLinkInput!) { changeChannelLink(input: $input) { __typename } }`,
      { input: { channelLinkId: link.id, version: link.version, name: 'Tarde' } })
    expect(again.changeChannelLink.__typename).toBe('ChangedMeanwhile')
  })

  test('is told in a friendly way when it is paused or deleted, and led on when it is resumed', async () => {
    const link = await create()
    await does('pause', link.id)
    const paused = await open(link.url, { 'accept-language': 'es-DO' })
    expect([paused.status, paused.headers.get('location'), paused.headers.get('cache-control')]).toEqual([410, null, 'no-store'])
    expect(await paused.text()).toContain('ya no usa este enlace')
    expect(await (await open(link.url, { 'accept-language': 'en' })).text()).toContain('no longer uses this link')
    await does('resume', link.id)
    expect((await open(link.url)).status).toBe(302)
    await does('delete', link.id)
    expect((await open(link.url)).status).toBe(410)
    expect(await linkNow(link.id)).toMatchObject({ state: 'DELETED', openedCount: 1 })
    expect((await post(stand.url, admin, { query: 'mutation($id: ID!) { resumeChannelLink(input: { channelLinkId: $id }) { id } }', variables: { id: link.id } })).code).toBe('NOT_FOUND')
  })

  test('is led nowhere else, whatever stands in the address', async () => {
    const link = await create()
    const expected = `https://example.com/?bp_ref=${link.token}`
    for (const more of ['?to=https://evil.example', '?url=//evil.example&bp_ref=x', '?next=%0d%0aLocation:%20https://evil.example', '#x'])
      expect((await open(link.url + more)).headers.get('location'), more).toBe(expected)
    for (const header of ['host', 'x-forwarded-host', 'referer', 'forwarded'])
      expect((await open(link.url, { [header]: 'evil.example' })).headers.get('location')).toBe(expected)
  })

  test('learns nothing from guessing: what is nobody’s looks all the same', async () => {
    const { token } = await create()
    const answers = await Promise.all([
      'a'.repeat(16), token.slice(0, 15), `${token}a`, token.toUpperCase(), `${token}%20`, `${token}%0d%0aSet-Cookie:%20x=1`, `${token}%00`, 'ñandú-enlace-16', '%F0%9F%98%80', '..%2f..%2fetc%2fpasswd',
      `${token}/`, `//evil.example/${token}`, `${token}/../x`, "' or 1=1 --", '<script>', '%E2%80%AE', '',
    ].map(async guess => {
      const answer = await open(`/l/${guess}`, { 'accept-language': 'es' })
      const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name))
      return { guess, said: JSON.stringify([answer.status, headers, await answer.text()]) }
    }))
    // An address is tidied before it is sent, so some of these are others by the time they arrive.
    const [first, ...others] = answers.filter(({ guess }) => !guess.includes('/..'))
    expect(first!.said).toContain('No encontramos este enlace')
    expect(first!.said).toContain('no-store')
    for (const { guess, said } of others) expect(said, guess).toBe(first!.said)
  })
})

describe('what is counted', () => {
  test('is exact when a crowd opens a link in the same moment', async () => {
    const link = await create()
    const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await open(link.url)).status))
    expect(new Set(statuses)).toEqual(new Set([302]))
    const { openedCount, openedByDay } = await linkNow(link.id)
    expect(openedCount).toBe(200)
    expect(openedByDay).toEqual([...Array(29).fill(0), 200])
  })

  test('are people, not previews, robots, programs or what is fetched in advance', async () => {
    const link = await create()
    await open(link.url, {}, 'HEAD')
    await open(link.url, { 'user-agent': 'WhatsApp/2.23' })
    await open(link.url, { 'user-agent': 'node' })
    await open(link.url, { 'sec-purpose': 'prefetch' })
    expect((await linkNow(link.id)).openedCount).toBe(0)
    await open(link.url)
    expect((await linkNow(link.id)).openedCount).toBe(1)
  })

  test('is nothing of a link that leads nowhere', async () => {
    const link = await create()
    await does('pause', link.id)
    await open(link.url)
    expect((await linkNow(link.id)).openedCount).toBe(0)
  })

  test('is kept without anything of who it was', async () => {
    const link = await create()
    await open(link.url, { 'x-forwarded-for': '203.0.113.77', 'accept-language': 'qqq-QQ', 'user-agent': `${PERSON} huella` })
    const { rows } = await stand.database.owner.query('select * from channel_link_day where tenant_id = $1 and link_id = $2', [ours.tenantId, link.id])
    expect(rows.map(row => Object.keys(row).toSorted())).toEqual([['day', 'link_id', 'opened', 'tenant_id']])
  })

  test('falls on the tenant’s day', async () => {
    const link = await create()
    await open(link.url)
    const { rows: [row] } = await stand.database.owner.query(`select day = (now() at time zone 'America/Santo_Domingo')::date as "isToday" from channel_link_day where link_id = $1`, [link.id])
    expect(row.isToday).toBe(true)
  })
})

describe('a conversation', () => {
  const says = (visitor: Caller, ref?: string) => talk.says(visitor, `hola ${crypto.randomUUID()}`, { ref })
  const originOf = async (visitor: Caller) => {
    const { externalId } = JSON.parse(Buffer.from(visitor.headers['authorization']!.split('.')[1]!, 'base64url').toString()) as { externalId: string }
    const { rows } = await stand.database.owner.query('select c.id from conversation c join contact_identity i on i.id = c.identity_id where i.external_id = $1 order by c.id desc limit 1', [externalId])
    return (await ask(stand.url, admin, 'query($id: ID!) { conversation(id: $id) { origin { link { id name } referral } } }', { id: rows[0].id })).conversation.origin
  }

  test('keeps the link that it began with, and is counted for it once', async () => {
    const link = await create({ name: 'Volante' })
    const visitor = await ours.visitor()
    await says(visitor, link.token)
    await says(visitor, link.token)
    expect(await originOf(visitor)).toEqual({ link: { id: link.id, name: 'Volante' }, referral: null })
    const { conversationCount, conversationsByDay } = await linkNow(link.id)
    expect([conversationCount, conversationsByDay.at(-1)]).toEqual([1, 1])
  })

  test('is counted exactly when many begin at once', async () => {
    const link = await create()
    const visitors = await Promise.all(Array.from({ length: 25 }, () => ours.visitor()))
    await Promise.all(visitors.map(visitor => says(visitor, link.token)))
    expect((await linkNow(link.id)).conversationCount).toBe(25)
  })

  test('that has begun already keeps the origin it has, and takes one where it has none', async () => {
    const visitor = await ours.visitor()
    await says(visitor)
    const [first, second] = [await create(), await create()]
    await says(visitor, first.token)
    const origin = await originOf(visitor)
    await says(visitor, second.token)
    expect([origin, await originOf(visitor)]).toEqual([expect.objectContaining({ link: expect.objectContaining({ id: first.id }) }), origin])
  })

  test.each(['', 'a'.repeat(16), 'x'.repeat(5000), "' or 1=1", '../../etc'])('has no origin by a token that is nobody’s: %j', async ref => {
    const visitor = await ours.visitor()
    await says(visitor, ref)
    expect(await originOf(visitor)).toBeNull()
  })

  test('has no origin by another tenant’s link, and that link is not counted', async () => {
    const foreign = await create({}, theirs)
    const visitor = await ours.visitor()
    await says(visitor, foreign.token)
    expect(await originOf(visitor)).toBeNull()
    const { channelLink } = await ask(stand.url, await theirs.caller('ADMIN'), 'query($id: ID!) { channelLink(id: $id) { conversationCount } }', { id: foreign.id })
    expect(channelLink.conversationCount).toBe(0)
  })

  test('still knows a link that was deleted since it was printed', async () => {
    const link = await create({ name: 'Viejo' })
    await does('delete', link.id)
    const visitor = await ours.visitor()
    await says(visitor, link.token)
    expect(await originOf(visitor)).toMatchObject({ link: { name: 'Viejo' } })
  })
})

describe('a QR code', () => {
  test('comes down for those who may read channels, and looks to all others as if it were not there', async () => {
    const link = await create()
    const statuses = Object.fromEntries(await Promise.all((['OWNER', 'AGENT', 'ANALYST', 'SUPPORT', 'API_KEY', 'KEYLESS', 'OPERATOR', 'USER', 'VISITOR', 'ANONYMOUS'] as const)
      .map(async role => [role, (await open(`/links/${link.id}/qr.svg`, (await ours.caller(role)).headers)).status])))
    expect(statuses).toEqual({ OWNER: 200, AGENT: 200, ANALYST: 200, SUPPORT: 200, API_KEY: 200, KEYLESS: 403, OPERATOR: 403, USER: 403, VISITOR: 403, ANONYMOUS: 401 })
    for (const id of [theirs.ids.channelLink, crypto.randomUUID(), 'x']) expect((await open(`/links/${id}/qr.png`, admin.headers)).status, id).toBe(404)
    const foreign = await open(`/links/${link.id}/qr.png`, (await theirs.caller('OWNER')).headers)
    expect(foreign.status).toBe(404)
  })

  test('has the size and the colour that were asked for, within reason', async () => {
    const link = await create({ name: 'Mañana "ñ"' })
    const answer = await open(`/links/${link.id}/qr.png?size=500&color=4f46e5&download=1`, admin.headers)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''qr-Ma%C3%B1ana%20%22%C3%B1%22.png`)
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 500, format: 'png' })
    for (const query of ['size=10', 'size=100000', 'size=x', 'color=ffffff', 'color=%22%3E']) expect((await open(`/links/${link.id}/qr.png?${query}`, admin.headers)).status, query).toBe(400)
  })

  test('bears the tenant’s picture once one is there, and nobody else’s', async () => {
    const link = await create()
    const send = async (caller: Caller, content: Buffer) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(content)]), 'logo.png')
      return (await fetch(`${stand.url}/links/logo`, { method: 'POST', body: form, headers: caller.headers })).status
    }
    const red = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } }).png().toBuffer()
    expect(await send(await ours.caller('AGENT'), red)).toBe(403)
    expect(await send(await ours.caller('ANONYMOUS'), red)).toBe(401)
    expect(await send(admin, Buffer.from('<svg/>'))).toBe(400)
    expect(await send(admin, red)).toBe(201)
    expect((await ask(stand.url, admin, '{ linkLogo { changedAt } }')).linkLogo).not.toBeNull()
    const svg = async () => (await open(`/links/${link.id}/qr.svg?logo=1`, admin.headers)).text()
    expect(await svg()).toContain('data:image/png;base64,')
    expect((await open('/links/logo', admin.headers)).headers.get('content-type')).toBe('image/png')
    expect((await ask(stand.url, admin, 'mutation { removeLinkLogo }')).removeLinkLogo).toBe(true)
    expect(await svg()).not.toContain('data:image')
    expect((await open('/links/logo', admin.headers)).status).toBe(404)
    expect((await ask(stand.url, await theirs.caller('ADMIN'), '{ linkLogo { changedAt } }')).linkLogo).not.toBeNull()
  })
})

test('one address may open so many links in a minute, and no more', async () => {
  const strict = await stand.open({ RATE_LIMIT_FACTOR: '0.01' })
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await open(`${strict.url}/l/${'a'.repeat(16)}`)).status))
  expect(statuses.filter(status => status === 404)).toHaveLength(12)
  expect(statuses.filter(status => status === 429)).toHaveLength(8)
})
