import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request to a double, read whole. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
}

/** `HANG_UP` closes the connection without a word, after whatever was done. */
export type Answered = { status: number; body?: unknown; type?: string; headers?: Record<string, string> } | 'HANG_UP'

/** Listens on this machine alone, at any free port unless one is named; what the handler throws is answered 500. */
export async function listen(answer: (asked: Asked) => Promise<Answered> | Answered, port = 0): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const answered = await read(request).then(answer).catch((error: Error): Answered => ({ status: 500, body: error.message, type: 'text/plain' }))
    if (answered === 'HANG_UP') return void request.socket.destroy()
    const { status, body = '', type = 'application/json', headers } = answered
    response.writeHead(status, { 'content-type': type, ...headers })
    response.end(Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? '/', 'http://double')
  return { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(chunks) }
}
