import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void)

/** A web site on this machine, whose pages a test writes and changes. */
export class Site implements AsyncDisposable {
  readonly pages = new Map<string, Answer>()
  /** What was asked for, in order. */
  asked: string[] = []
  mostAtOnce = 0
  readonly #server: Server
  #under = 0

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response))
  }

  static async open(): Promise<Site> {
    const site = new Site()
    await new Promise<void>(resolve => site.#server.listen(0, '127.0.0.1', resolve))
    return site
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  url(path: string): string {
    return `http://${this.host}${path}`
  }

  /** Pages of these paths, each with a text of its own, and a sitemap that names them. */
  fill(paths: readonly string[], text: (path: string) => string = path => `Lo que hay en ${path} se dice aquí con todas sus palabras.`): void {
    for (const path of paths) this.pages.set(path, `<html lang="es"><title>Sobre ${path}</title><h1>Título</h1><p>${text(path)}</p></html>`)
    this.name(paths)
  }

  name(paths: readonly string[]): void {
    this.pages.set('/sitemap.xml', `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map(path => `<url><loc>${this.url(path)}</loc></url>`).join('')}</urlset>`)
  }

  async [Symbol.asyncDispose]() {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url!
    this.asked.push(path)
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#under)
    response.on('close', () => this.#under--)
    const page = this.pages.get(path)
    if (typeof page === 'function') return page(request, response)
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': path.endsWith('.xml') ? 'application/xml' : path.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8' }).end(page)
  }
}
