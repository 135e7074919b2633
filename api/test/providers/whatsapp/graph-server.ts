import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GraphError } from './graph-error.ts'

export interface GraphCall {
  method: string
  /** Behind the version. */
  path: string[]
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
}

/** What is answered: JSON, bytes, or nothing ever. */
export type GraphAnswer = { status?: number; json: object } | { content: Buffer; type: string } | { status: number; empty: true } | 'SILENCE'

/** Graph's host: listens on this machine alone, and hands every call on. */
export class GraphServer {
  readonly #server: Server
  url = ''

  constructor(answer: (call: GraphCall) => Promise<GraphAnswer>) {
    this.#server = createServer((request, response) => void serve(request, response, answer))
  }

  async start(port = 0): Promise<void> {
    await once(this.#server.listen(port, '127.0.0.1'), 'listening')
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(closed => this.#server.close(closed))
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, answer: (call: GraphCall) => Promise<GraphAnswer>): Promise<void> {
  const { pathname, searchParams: query } = new URL(request.url!, 'http://graph')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const path = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const given = await answer({ method: request.method!, path, query, headers: request.headers, body: Buffer.concat(chunks) }).catch((error: unknown) => {
    if (error instanceof GraphError) return { status: error.status, json: error.answer() }
    throw error
  })
  if (given === 'SILENCE') return void response.destroy()
  if ('content' in given) return void response.writeHead(200, { 'content-type': given.type }).end(given.content)
  if ('empty' in given) return void response.writeHead(given.status).end()
  response.writeHead(given.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(given.json))
}

/** Fields and files of a form. */
export async function formOf({ headers, body }: GraphCall): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
}
