import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hostileNames, hostileUrls } from './hostile-urls.fixture.ts'
import { OutsideGuard } from './outside-guard.ts'
import { Outside, type OutsideRequest } from './outside.ts'
import { isPublicAddress } from './public-address.ts'

let server: Server
let port: number
let connections: (string | undefined)[]
let listener: RequestListener

/** Listens on every address of this machine, in both families where it has them. */
beforeEach(async () => {
  connections = []
  listener = (_request, response) => response.setHeader('content-type', 'text/html; charset=UTF-8').end('hello')
  server = createServer((request, response) => listener(request, response))
  server.on('connection', (socket: Socket) => connections.push(socket.localAddress))
  await new Promise<void>(resolve => server.listen(0, resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const resolve = async (host: string) => hostileNames[host] ?? []
const outside = () => new Outside({ allow: [`127.0.0.1:${port}`] })
const ask = (path: string, more: Partial<OutsideRequest> = {}) => outside().request({ url: `http://127.0.0.1:${port}${path}`, maxBytes: 100_000, ...more })
const answers = (handler: RequestListener) => { listener = handler }

describe('what leads to our own network', () => {
  test('is at least 120 addresses, and none of them is connected to', async () => {
    expect(new Set(hostileUrls).size).toBeGreaterThanOrEqual(120)
    // The listener's port passes: it is the address that must not.
    const guarded = new Outside({ ports: [port], resolve })
    for (const each of hostileUrls) {
      const url = each.replaceAll('PORT', String(port))
      await expect(guarded.request({ url, maxBytes: 1000, timeoutMs: 2000 }), url).rejects.toMatchObject({ code: expect.stringMatching(/^(BAD_ADDRESS|ADDRESS_REFUSED|UNREACHABLE)$/) })
    }
    expect(connections).toEqual([])
  })

  test('is reached where it is allowed by name, and so are public addresses at the ports of the web alone', async () => {
    expect((await ask('/')).status).toBe(200)
    expect((await outside().request({ url: `http://localhost:${port}/`, maxBytes: 100 })).status).toBe(200)
    for (const host of ['localhost', 'any.localhost', 'localhost.']) await expect(new OutsideGuard().admit(`http://${host}/`)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
    const guard = new OutsideGuard({ resolve: async () => ['93.184.216.34', '2606:4700:4700::1111'] })
    for (const url of ['http://a.example/', 'https://a.example/', 'http://a.example:8080/x', 'https://a.example:8443/']) expect((await guard.admit(url)).addresses).toHaveLength(2)
    for (const port of [22, 25, 3306, 5432, 6379, 9200]) await expect(guard.admit(`http://a.example:${port}/`)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  })

  test('chatwoot#14887: is reached by no other protocol either: hosts of mail servers are judged as those of the web are', async () => {
    const hosts = new Set(hostileUrls.flatMap(url => /^http:\/\/([^/@\s?#\\]+):PORT\/$/.exec(url)?.[1] ?? []))
    expect(hosts.size).toBeGreaterThanOrEqual(100)
    const guard = new OutsideGuard({ resolve })
    for (const host of hosts) await expect(guard.admitHost({ host, port: 993, ports: [993] }), host).rejects.toMatchObject({ code: expect.stringMatching(/^(BAD_ADDRESS|ADDRESS_REFUSED|UNREACHABLE)$/) })
    for (const host of ['', ' ', 'a.example/x', 'a.example:25', 'user@a.example', 'a.example?x', 'a\r\nb.example', '%61.example', 'a.example#']) {
      await expect(guard.admitHost({ host, port: 993, ports: [993] }), host).rejects.toMatchObject({ code: 'BAD_ADDRESS' })
    }
  })

  test('of another protocol has the ports of that alone, and may be spoken with in the open only where it is allowed by name', async () => {
    const resolve = async (host: string) => host === 'own.example' ? ['10.0.0.5'] : ['93.184.216.34', '2606:4700:4700::1111']
    const guard = new OutsideGuard({ resolve, allow: ['10.0.0.5:2143'] })
    expect(await guard.admitHost({ host: 'IMAP.example', port: 993, ports: [143, 993] })).toEqual({ host: 'imap.example', addresses: ['93.184.216.34', '2606:4700:4700::1111'], isOwn: false })
    expect(await guard.admitHost({ host: 'own.example', port: 2143, ports: [143, 993] })).toMatchObject({ addresses: ['10.0.0.5'], isOwn: true })
    for (const [host, port] of [['imap.example', 22], ['imap.example', 443], ['imap.example', Number.NaN], ['own.example', 993]] as const) await expect(guard.admitHost({ host, port, ports: [143, 993] })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  })

  test('chatwoot#14887: is refused where a redirect leads there, before a connection is made', async () => {
    const targets = hostileUrls.filter(url => /^https?:\/\//.test(url) && url.includes('PORT')).map(url => url.replaceAll('PORT', String(port)))
    answers((request, response) => response.writeHead(302, { location: encodeURI(targets[Number(request.url!.slice(1))]!) }).end())
    const guarded = new Outside({ allow: ['127.0.0.3'], ports: [port], resolve })
    for (const at of targets.keys()) {
      await expect(guarded.request({ url: `http://127.0.0.3:${port}/${at}`, maxBytes: 1000, timeoutMs: 2000 }), targets[at]).rejects.toMatchObject({ name: 'OutsideProblem' })
    }
    expect(connections).toHaveLength(targets.length)
  })

  test('is not reached by a name that is answered differently the second time', async () => {
    let asked = 0
    const rebinding = new Outside({ allow: [`127.0.0.2:${port}`], resolve: async () => [asked++ === 0 ? '127.0.0.2' : '127.0.0.1'] })
    const answer = await rebinding.request({ url: `http://twice.resolves:${port}/`, maxBytes: 1000 })
    expect(answer.body.toString()).toBe('hello')
    expect(connections.map(address => address?.replace('::ffff:', ''))).toEqual(['127.0.0.2'])
    await expect(rebinding.request({ url: `http://twice.resolves:${port}/`, maxBytes: 1000 })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  })

  test('is told from what is public', () => {
    expect(['93.184.216.34', '1.1.1.1', '8.8.8.8', '2606:4700:4700::1111', '2a00:1450:4001::1'].filter(each => !isPublicAddress(each))).toEqual([])
    expect(['', '1', '0x7f.1', 'localhost', '::ffff:8.8.8.8', '64:ff9b::808:808'].filter(isPublicAddress)).toEqual([])
  })
})

describe('a request', () => {
  test('says who we are, brings the answer whatever its status, and asks only for what it can unpack', async () => {
    let told: Record<string, unknown> = {}
    answers((request, response) => {
      told = request.headers
      response.writeHead(404, { 'content-type': 'Text/HTML; charset="ISO-8859-1"', etag: '"a"' }).end('no')
    })
    expect(await ask('/x', { headers: { 'if-none-match': '"b"' }, accept: ['text/html'] })).toMatchObject({
      status: 404, url: `http://127.0.0.1:${port}/x`, mediaType: 'text/html', charset: 'iso-8859-1', headers: { etag: '"a"' }, body: Buffer.from('no'),
    })
    expect(told).toMatchObject({ 'user-agent': 'BotPro/1.0', 'if-none-match': '"b"', accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' })
  })

  test('carries a body, and its redirect is the answer, so that nothing is sent twice', async () => {
    const bodies: string[] = []
    answers(async (request, response) => {
      bodies.push(Buffer.concat(await request.toArray()).toString())
      response.writeHead(307, { location: '/again' }).end()
    })
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) expect(await ask('/', { method, body: `{"by":"${method}"}` })).toMatchObject({ status: 307 })
    expect(bodies).toEqual(['POST', 'PUT', 'PATCH', 'DELETE'].map(method => `{"by":"${method}"}`))
  })

  test('that is to be led nowhere has the redirect for its answer, to its own place too', async () => {
    answers((request, response) => (request.url === '/in' ? response.end('in') : response.writeHead(302, { location: request.url === '/' ? '/in' : 'http://127.0.0.2/' }).end()))
    expect(await ask('/', { redirects: 'NONE' })).toMatchObject({ status: 302, headers: { location: '/in' } })
    expect(await ask('/out', { redirects: 'NONE' })).toMatchObject({ status: 302 })
    expect(await ask('/')).toMatchObject({ status: 200 })
  })

  test('that failed says whether it may have arrived', async () => {
    answers(() => {})
    await expect(ask('/', { timeoutMs: 100 })).rejects.toMatchObject({ code: 'TOO_SLOW', mayHaveArrived: true })
    await expect(outside().request({ url: 'http://10.0.0.1/', maxBytes: 10 })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED', mayHaveArrived: false })
    await expect(new Outside({ allow: ['127.0.0.1'] }).request({ url: 'http://127.0.0.1:1/', maxBytes: 10 })).rejects.toMatchObject({ code: 'UNREACHABLE', mayHaveArrived: false })
  })

  test('follows five redirects, keeps a secret from another host, and ends a circle', async () => {
    const seen: [string, string | undefined][] = []
    answers((request, response) => {
      seen.push([request.url!, request.headers.authorization])
      const left = Number(request.url!.slice(1))
      if (left === 0) return response.setHeader('content-type', 'text/plain').end('there')
      const host = left === 1 ? '127.0.0.2' : '127.0.0.1'
      response.writeHead(302, { location: left > 0 ? `http://${host}:${port}/${left - 1}` : request.url! }).end()
    })
    const both = new Outside({ allow: ['127.0.0.1', '127.0.0.2'] })
    const headers = { authorization: 'Bearer secret' }
    expect((await both.request({ url: `http://127.0.0.1:${port}/5`, maxBytes: 1000, headers })).body.toString()).toBe('there')
    expect(seen.map(([, secret]) => secret)).toEqual([...Array(5).fill('Bearer secret'), undefined])
    await expect(both.request({ url: `http://127.0.0.1:${port}/6`, maxBytes: 1000 })).rejects.toMatchObject({ code: 'UNREACHABLE' })
    await expect(both.request({ url: `http://127.0.0.1:${port}/-1`, maxBytes: 1000 })).rejects.toMatchObject({ code: 'UNREACHABLE' })
  })

  test.each([['gzip', gzipSync], ['deflate', deflateSync], ['br', brotliCompressSync]] as const)('unpacks %s, and stops a bomb at the limit', async (encoding, pack) => {
    answers((request, response) => response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'text/html' })
      .end(pack(request.url === '/bomb' ? Buffer.alloc(50_000_000) : Buffer.from('packed'))))
    expect((await ask('/')).body.toString()).toBe('packed')
    await expect(ask('/bomb')).rejects.toMatchObject({ code: 'TOO_LARGE' })
  })

  test('stops a body that is too large by what it says, and by what it is, without reading it to the end', async () => {
    let written = 0
    answers(async (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...request.url === '/said' && { 'content-length': 50_000_000 } }).setMaxListeners(0)
      for (let at = 0; at < 5000 && !response.destroyed; at++) {
        written += 10_000
        if (!response.write(Buffer.alloc(10_000, 'a'))) await new Promise(go => (response.once('drain', go), response.once('close', go)))
      }
      response.end()
    })
    await expect(ask('/said')).rejects.toMatchObject({ code: 'TOO_LARGE' })
    await expect(ask('/')).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect(written).toBeLessThan(30_000_000)
  })

  test('ends with one that never answers, never ends, or sends a byte at a time', async () => {
    answers((request, response) => {
      if (request.url === '/silent') return
      response.writeHead(200, { 'content-type': 'text/html' })
      const drip = setInterval(() => response.write('a'), 20)
      response.on('close', () => clearInterval(drip))
    })
    for (const path of ['/silent', '/drip']) await expect(ask(path, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'TOO_SLOW' })
    await expect(new Outside({ resolve: () => new Promise(() => {}) }).request({ url: 'http://slow.resolves/', maxBytes: 10, timeoutMs: 100 })).rejects.toMatchObject({ code: 'TOO_SLOW' })
    const leaving = new AbortController()
    setTimeout(() => leaving.abort(new Error('left')), 50)
    await expect(ask('/silent', { signal: leaving.signal })).rejects.toThrow('left')
  })

  test.each<[string, Partial<OutsideRequest>, RequestListener, string]>([
    ['of another kind', { accept: ['text/html'] }, (_request, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('x'), 'WRONG_KIND'],
    ['that does not say its kind', { accept: ['text/*'] }, (_request, response) => response.writeHead(200).end('x'), 'WRONG_KIND'],
    ['not packed as it says', {}, (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'), 'UNREADABLE'],
    ['packed twice', {}, (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))), 'UNREADABLE'],
    ['cut off', {}, (_request, response) => (response.writeHead(200, { 'content-length': 100 }).write('x'), setTimeout(() => response.destroy(), 20)), 'UNREACHABLE'],
    ['with no end of headers', {}, (_request, response) => response.writeHead(200, { 'x-long': 'a'.repeat(100_000) }).end(), 'UNREACHABLE'],
  ])('is refused an answer %s', async (_what, more, handler, code) => {
    answers(handler)
    await expect(ask('/', more)).rejects.toMatchObject({ code })
  })
})
