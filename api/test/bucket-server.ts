import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { sign } from 'aws4'
import { parse } from 'range-parser'

export const BUCKET = { bucket: 'archivos', region: 'us-east-1', keys: { accessKeyId: 'AKIDBOTPRO', secretAccessKey: 'un/secreto+largo' } }

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: Buffer | string
}

/** The part of S3 that we speak, for one bucket. Every signature is counted again by another library than signed it. */
export class BucketServer {
  readonly objects = new Map<string, Buffer>()
  /** What came in and was not refused, as “PUT key”. */
  readonly calls: string[] = []
  /** Answers that come before everything else: to be out of order with. */
  readonly troubles: (Answer | 'SILENCE')[] = []
  readonly #server: Server

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const trouble = this.troubles.shift()
      if (trouble === 'SILENCE') return
      const content = await buffer(request)
      const { status, headers, body } = trouble ?? this.#answer(request, content)
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
    })
  }

  static async open(): Promise<BucketServer> {
    const opened = new BucketServer()
    await new Promise<void>(done => opened.#server.listen(0, '127.0.0.1', done))
    return opened
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(done => this.#server.close(done))
  }

  #answer(request: IncomingMessage, content: Buffer): Answer {
    if (!isSigned(request, content)) return refused(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.')
    const { pathname, searchParams } = new URL(request.url!, this.endpoint)
    const [, bucket, ...parts] = pathname.split('/')
    if (bucket !== BUCKET.bucket) return refused(404, 'NoSuchBucket', 'The specified bucket does not exist.')
    const key = parts.join('/')
    this.calls.push(`${request.method} ${key}`)
    if (request.method === 'PUT') return this.#put(key, content)
    if (request.method === 'DELETE') return this.#delete([key])
    if (request.method === 'POST' && searchParams.has('delete')) return this.#delete([...content.toString().matchAll(/<Key>(.*?)<\/Key>/g)].map(found => found[1]!))
    return key ? this.#get(key, request.headers.range) : this.#list(searchParams.get('prefix') ?? '')
  }

  #put(key: string, content: Buffer): Answer {
    this.objects.set(key, content)
    return { status: 200, headers: { etag: '"1"' } }
  }

  #delete(keys: string[]): Answer {
    for (const key of keys) this.objects.delete(key)
    return keys.length === 1 ? { status: 204 } : { status: 200, body: '<DeleteResult/>' }
  }

  #get(key: string, range?: string): Answer {
    const content = this.objects.get(key)
    if (!content) return refused(404, 'NoSuchKey', 'The specified key does not exist.')
    if (!range) return { status: 200, body: content }
    const [part] = parse(content.length, range).ranges
    if (!part) return refused(416, 'InvalidRange', 'The requested range is not satisfiable')
    return { status: 206, headers: { 'content-range': `bytes ${part.start}-${part.end}/${content.length}` }, body: content.subarray(part.start, part.end + 1) }
  }

  #list(prefix: string): Answer {
    const found = [...this.objects.keys()].filter(key => key.startsWith(prefix))
    const contents = found.map(key => `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`).join('')
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: `<ListBucketResult>${contents}<IsTruncated>false</IsTruncated></ListBucketResult>` }
  }
}

const refused = (status: number, code: string, message: string): Answer =>
  ({ status, headers: { 'content-type': 'application/xml' }, body: `<Error><Code>${code}</Code><Message>${message}</Message></Error>` })

function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const given = headers.authorization ?? ''
  const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? []
  const signed = Object.fromEntries(names.map(name => [name, String(headers[name])]))
  // What a range is asked for is signed too, which the types of the library do not know.
  const request = { method, path: url, host: headers.host, service: 's3', region: BUCKET.region, headers: signed, body: body.length ? body : undefined, extraHeadersToInclude: { range: true } }
  const again = sign(request, BUCKET.keys)
  const signatureOf = (authorization: unknown) => /Signature=(\w+)/.exec(String(authorization))?.[1]
  return signatureOf(given) !== undefined && signatureOf(again.headers?.['Authorization']) === signatureOf(given)
}
