import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What came in: the path, the headers and what it was asked. */
export interface Received {
  path: string
  authorization: string | undefined
  body: any
}

export interface Reply {
  status?: number
  headers?: Record<string, string>
  /** As JSON unless it is a text. */
  body?: unknown
}

export type Behaviour = (received: Received, response: ServerResponse) => Reply | Promise<Reply | undefined> | undefined

/** What a chat model says, as the interface wraps it. */
export const chatSays = (content: string, usage = { prompt_tokens: 12, completion_tokens: 3 }): Reply =>
  ({ body: { id: 'x', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }], usage } })

/** A server that speaks the interface of OpenAI over HTTP, and can misbehave in every way. */
export class ServerDouble {
  readonly received: Received[] = []
  behave: Behaviour = () => chatSays('{"answer": "OK"}')
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response))

  async listen(): Promise<this> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  async close() {
    this.#server.closeAllConnections()
    await new Promise(done => this.#server.close(done))
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    response.on('error', () => {})
    let text = ''
    for await (const chunk of request) text += chunk
    const received = { path: request.url!, authorization: request.headers.authorization, body: JSON.parse(text || 'null') }
    this.received.push(received)
    const reply = await this.behave(received, response)
    if (!reply) return
    const { status = 200, headers = {}, body = {} } = reply
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

/** Everything that goes wrong with servers. */
export const misbehaviours: Record<string, Behaviour> = {
  'hangs': () => undefined,
  'fails': () => ({ status: 500, body: { error: { message: 'boom' } } }),
  'sends garbage': () => ({ body: '<html>not json at all' }),
  'sends JSON of another kind': () => ({ body: ['x', 1, null] }),
  'sends an empty object': () => ({ body: {} }),
  'sends more than an answer can be': () => ({ body: 'x'.repeat(3_000_000) }),
  'sends to another place': () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } }),
  'drips without an end': async (_received, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    while (!response.destroyed) {
      response.write(' ')
      await sleep(20)
    }
    return undefined
  },
  'cuts the connection': (_received, response) => void response.destroy(),
  'says that it is asked too often': () => ({ status: 429, headers: { 'retry-after': '3600' }, body: { error: { message: 'slow down' } } }),
}
