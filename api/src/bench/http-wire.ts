import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface HttpRequest {
  path: string
  headers?: Record<string, string>
  body: string
}

export interface HttpAnswer {
  status: number
  headers: string
  body: string
}

/** In the body of a request: an id that is another one each time it is sent. */
export const FRESH_ID = '00000000-0000-4000-8000-000000000000'

/** A request as bytes, written once and sent many times. */
export class WrittenRequest {
  readonly #bytes: Buffer
  readonly #idAt: number

  constructor({ path, headers = {}, body }: HttpRequest) {
    const all = { host: 'localhost', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers }
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')
    this.#bytes = Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n${body}`)
    this.#idAt = this.#bytes.indexOf(FRESH_ID)
  }

  fresh(): Buffer {
    if (this.#idAt >= 0) this.#bytes.write(randomUUID(), this.#idAt, 'latin1')
    return this.#bytes
  }
}

/**
 * One connection that asks and waits. By hand, because the clients share two cores with what is measured: any HTTP
 * library costs more than all of this.
 */
export class HttpWire {
  readonly #socket: Socket
  #chunks: Buffer[] = []
  #settle?: PromiseWithResolvers<HttpAnswer>

  constructor(socket: Socket) {
    this.#socket = socket.setNoDelay(true)
    socket.on('data', chunk => this.#receive(chunk))
    socket.on('error', error => this.#settle?.reject(error))
    socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection.')))
  }

  static async open(port: number): Promise<HttpWire> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new HttpWire(socket)
  }

  ask(request: WrittenRequest): Promise<HttpAnswer> {
    this.#settle = Promise.withResolvers()
    this.#socket.write(request.fresh())
    return this.#settle.promise
  }

  close() {
    this.#socket.destroy()
  }

  #receive(chunk: Buffer) {
    this.#chunks.push(chunk)
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks)
    const headEnd = bytes.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const headers = bytes.toString('latin1', 0, headEnd)
    const end = headEnd + 4 + Number(/content-length: (\d+)/i.exec(headers)?.[1])
    if (!(bytes.length >= end)) return
    this.#chunks = []
    this.#settle!.resolve({ status: Number(headers.slice(9, 12)), headers, body: bytes.toString('utf8', headEnd + 4, end) })
  }
}

/** One question on a connection of its own. */
export async function askOnce(port: number, request: HttpRequest): Promise<HttpAnswer> {
  const wire = await HttpWire.open(port)
  try {
    return await wire.ask(new WrittenRequest(request))
  } finally {
    wire.close()
  }
}
