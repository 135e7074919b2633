import { request as httpRequest, type ClientRequest } from 'node:http'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../src/app.ts'
import { VISITOR_ALLOWANCE } from '../src/modules/conversations/attachments/attachment-quota.ts'
import { BUCKET, BucketServer } from './bucket-server.ts'
import type { Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'

const UPLOADS_AT_ONCE = 40

const stand = useStand()
let company: Company
let picture: Buffer
let large: Buffer

beforeAll(async () => {
  const drawn = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: 'red' } }).png().toBuffer()
  ;[picture, large] = await Promise.all([drawn(2), drawn(3000)])
})
beforeEach(async () => {
  company = await Company.found(stand.database, stand.app)
})

async function upload({ url }: { url: string }, caller: Caller, content = picture) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)], { type: 'image/png' }), 'foto.png')
  const response = await fetch(`${url}/files`, { method: 'POST', body: form, headers: caller.headers })
  const { code, size } = await response.json() as { code?: string; size?: number }
  return { status: response.status, code, size, retryAfter: response.headers.get('retry-after') }
}

const many = <Answer>(count: number, ask: (index: number) => Promise<Answer>) => Promise.all(Array.from({ length: count }, (_, index) => ask(index)))
const counted = (answers: { status: number; code?: string }[]) =>
  Object.fromEntries(Object.entries(Object.groupBy(answers, ({ status, code }) => code ?? String(status))).map(([name, group]) => [name, group!.length]))

const rowsOf = async ({ tenantId, ids }: Company) =>
  (await stand.database.owner.query('select size from attachment where tenant_id = $1 and id <> $2', [tenantId, ids.attachment])).rows as { size: number }[]
const folderOf = (app: App, { tenantId }: Company) => path.join(app.kernel.config.DATA_DIR, 'files', tenantId)

describe('a quota holds when many upload at once through two processes', () => {
  let either: App[]
  beforeAll(async () => {
    either = [stand.app, await stand.open()]
  })
  const one = (index: number) => either[index % 2]!

  test('for what one visitor leaves unsent', async () => {
    const visitor = await company.visitor()
    const answers = await many(VISITOR_ALLOWANCE.unsent + 10, index => upload(one(index), visitor))
    expect(counted(answers)).toEqual({ 201: VISITOR_ALLOWANCE.unsent, UPLOAD_LIMIT: 10 })
    expect(await rowsOf(company)).toHaveLength(VISITOR_ALLOWANCE.unsent)
    expect(await readdir(folderOf(stand.app, company))).toHaveLength(VISITOR_ALLOWANCE.unsent)
    expect((await upload(stand.app, await company.visitor())).status).toBe(201)
  })

  test('for what a tenant keeps', async () => {
    const { size } = await upload(stand.app, await company.caller('AGENT'))
    // What else the tenant has is one byte.
    await stand.database.owner.query('update tenant set file_quota = $2 where id = $1', [company.tenantId, 1 + size! * 6])
    const callers = await many(12, () => company.member('AGENT'))
    const answers = await many(12, index => upload(one(index), callers[index]!))
    expect(counted(answers)).toEqual({ 201: 5, STORAGE_FULL: 7 })
    expect(await rowsOf(company)).toHaveLength(6)
    expect(await readdir(folderOf(stand.app, company))).toHaveLength(6)
  })
})

test('a disk that is nearly full takes no more files', async () => {
  const tight = await stand.open({ DISK_RESERVE_MB: '100000000' })
  expect(await upload(tight, await company.caller('AGENT'))).toMatchObject({ status: 507, code: 'STORAGE_FULL' })
})

test('a file whose content cannot be written takes no room', async () => {
  const silent = await stand.open({ LOG_LEVEL: 'silent' })
  await mkdir(path.dirname(folderOf(silent, company)), { recursive: true })
  await writeFile(folderOf(silent, company), 'in the way')
  expect((await upload(silent, await company.caller('AGENT'))).status).toBe(500)
  expect(await rowsOf(company)).toEqual([])
})

describe('pictures', () => {
  test('beyond those that may wait are turned away with a word when to come back, and the others are all drawn', async () => {
    const narrow = await stand.open({ PICTURES_AT_ONCE: '1' })
    const agent = await company.caller('AGENT')
    const answers = await many(30, () => upload(narrow, agent, large))
    const busy = answers.filter(({ status }) => status !== 201)
    expect(busy.length).toBeGreaterThan(0)
    expect(answers.length - busy.length).toBeGreaterThanOrEqual(9)
    expect(new Set(busy.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter}`))).toEqual(new Set(['503 BUSY 2']))
    expect(await many(9, () => upload(narrow, agent, large)).then(counted)).toEqual({ 201: 9 })
  })
})

interface Taken {
  url: string
  id: string
}

async function taken({ url }: App, caller: Caller, content: Buffer): Promise<Taken> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)]), 'foto.png')
  const response = await fetch(`${url}/files`, { method: 'POST', body: form, headers: caller.headers })
  return await response.json() as Taken
}

async function get({ url }: App, path: string, init: RequestInit = {}) {
  const response = await fetch(url + path, init)
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
}

describe('a file that was taken', () => {
  test('comes down whole or in the parts that a player asks for', async () => {
    const { url } = await taken(stand.app, await company.caller('AGENT'), picture)
    const whole = await get(stand.app, url)
    expect(whole).toMatchObject({ status: 200 })
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    const size = whole.body.length
    const part = await get(stand.app, url, { headers: { range: 'bytes=4-9' } })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, `bytes 4-9/${size}`, '6'])
    expect(part.body).toEqual(whole.body.subarray(4, 10))
    const since = { range: 'bytes=-3', 'if-range': whole.headers.get('etag')! }
    expect((await get(stand.app, url, { headers: since })).body).toEqual(whole.body.subarray(-3))
    expect((await get(stand.app, url, { headers: { ...since, 'if-range': '"another"' } })).status).toBe(200)
    const beyond = await get(stand.app, url, { headers: { range: `bytes=${size}-` } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${size}`])
    const head = await get(stand.app, url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), head.body.length]).toEqual([200, String(size), 0])
  })

  test('has a small picture when it is a large one, by a signed address too', async () => {
    const agent = await company.caller('AGENT')
    const [big, small] = [await taken(stand.app, agent, large), await taken(stand.app, agent, picture)]
    const smaller = (url: string) => url.replace('?', '/small?')
    const shown = await get(stand.app, smaller(big.url))
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect(await sharp(shown.body).metadata()).toMatchObject({ width: 640, height: 640 })
    expect((await get(stand.app, smaller(small.url))).status).toBe(404)
    expect((await get(stand.app, smaller(big.url).replace(/signature=./, 'signature=_'))).status).toBe(404)
    expect((await readdir(folderOf(stand.app, company))).toSorted()).toEqual([big.id, `${big.id}-small`, small.id].toSorted())
  })
})

test('with a bucket in the settings, files go there and come down from there', async () => {
  const bucket = await BucketServer.open()
  const { keys: { accessKeyId, secretAccessKey }, region } = BUCKET
  const app = await stand.open({ S3_BUCKET: BUCKET.bucket, S3_REGION: region, S3_ENDPOINT: bucket.endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey })
  const { url } = await taken(app, await company.caller('AGENT'), large)
  expect([...bucket.objects.keys()]).toHaveLength(2)
  const whole = await get(app, url)
  expect((await get(app, url, { headers: { range: 'bytes=10-' } })).body).toEqual(whole.body.subarray(10))
  expect((await get(app, url.replace('?', '/small?'))).headers.get('content-type')).toBe('image/webp')
  await bucket.close()
})

describe('uploads that never end', () => {
  /** Announces a file and sends only its beginning. */
  function begin({ url }: App, caller: Caller): ClientRequest {
    const { port } = new URL(url)
    const started = httpRequest({
      host: '127.0.0.1', port, path: '/files', method: 'POST', agent: false,
      headers: { ...caller.headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 100_000 },
    }).on('error', () => {})
    started.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nabc')
    return started
  }

  test('take a place until they are broken off, then give it back and leave nothing', async () => {
    const app = await stand.open()
    // A few more than have a place: the upload that asks may hold one just when the last of them comes.
    const visitors = await many(UPLOADS_AT_ONCE + 5, () => company.visitor())
    const agent = await company.caller('AGENT')
    const codeNow = async () => (await upload(app, agent)).code
    const beginAll = (callers: Caller[]) => callers.map(visitor => begin(app, visitor))
    const begun = beginAll(visitors)
    await expect.poll(codeNow, { timeout: 10_000 }).toBe('BUSY')
    for (const started of begun) started.destroy()
    // With all but one under way again, a place that was not given back would be missed.
    const again = beginAll(visitors.slice(0, UPLOADS_AT_ONCE - 1))
    await expect.poll(codeNow, { timeout: 10_000 }).toBeUndefined()
    for (const started of again) started.destroy()
    const { rows } = await stand.database.owner.query(`select 1 from attachment where tenant_id = $1 and uploaded_by like 'visitor%'`, [company.tenantId])
    expect(rows).toEqual([])
  })
})

describe('a file for the company’s bots', () => {
  const send = async (caller: Caller, content: Buffer, name: string) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(content)]), name)
    const response = await fetch(`${stand.app.url}/files/bots`, { method: 'POST', body: form, headers: caller.headers })
    return { status: response.status, ...await response.json() as { id: string; code?: string; mediaType?: string } }
  }
  const mp3 = Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, 0]), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(2000)])

  test('is brought by her administrators alone, and is kept though no message carries it', async () => {
    const admin = await company.member('ADMIN')
    const { status, id, mediaType } = await send(admin, mp3, 'saludo.mp3')
    expect([status, mediaType]).toEqual([201, 'audio/mpeg'])
    expect((await stand.database.owner.query('select is_bots from attachment where id = $1', [id])).rows).toEqual([{ is_bots: true }])
    for (const caller of [await company.member('AGENT'), await company.visitor()]) expect((await send(caller, picture, 'a.png')).status).toBe(403)
  })

  test('is refused in words of its own where it is nothing that is shown', async () => {
    expect(await send(await company.member('ADMIN'), Buffer.from('MZ programa'), 'a.exe')).toMatchObject({ status: 415, code: 'BOT_FILE_TYPE' })
  })
})
