import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ChannelAdapter, Line } from '../../src/modules/channels/adapters/adapter.ts'
import type { ChannelUpdate, ReadUpdate } from '../../src/modules/channels/adapters/update.ts'

export interface Received {
  headers: IncomingHttpHeaders
  body: Buffer
  isGenuine: boolean
}

/** A webhook that asks the adapter alone: for tests of an adapter and its double, without a database. */
export class WebhookStub {
  readonly received: Received[] = []
  readonly read: ReadUpdate[] = []
  /** What is answered, one after the other; 200 once there is none left. */
  statuses: number[] = []
  readonly secret = 'verify-me'
  url = ''
  readonly #server

  constructor({ webhook }: ChannelAdapter, line: Line) {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const { searchParams } = new URL(request.url!, 'http://hook')
      const asked = { method: request.method as 'GET' | 'POST', url: request.url!, query: Object.fromEntries(searchParams), headers: request.headers, body: Buffer.concat(chunks) }
      if (asked.method === 'GET') {
        const answer = webhook!.handshake?.(asked, { verifyToken: this.secret })
        return void response.writeHead(answer === undefined ? 403 : 200).end(answer)
      }
      const isGenuine = webhook!.isGenuine(asked, { settings: line.settings, verifyToken: this.secret })
      this.received.push({ headers: asked.headers, body: asked.body, isGenuine })
      const status = this.statuses.shift() ?? (isGenuine ? 200 : 401)
      if (status === 200) this.read.push(...webhook!.read({ body: asked.body, headers: {} }, line))
      response.writeHead(status).end()
    })
  }

  async start(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening')
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hooks/x`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(closed => this.#server.close(closed))
  }

  /** Updates of one kind that could be read, in the order in which they came. */
  of<Kind extends ChannelUpdate['kind']>(kind: Kind): Extract<ChannelUpdate, { kind: Kind }>[] {
    return this.read.flatMap(read => (read.ok && read.update.kind === kind ? [read.update as Extract<ChannelUpdate, { kind: Kind }>] : []))
  }
}
