import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { FastifyInstance } from 'fastify'

export interface ExplorerOptions {
  endpoint: string
  title?: string
  path?: string
}

/** A place to try the API: one page that loads nothing from anywhere. Rendered once, since it is large. */
export function mountExplorer(
  server: FastifyInstance,
  { endpoint, title = 'BotPro API', path = '/explorer' }: ExplorerOptions,
) {
  let html: string | undefined
  server.get(path, { config: { page: 'explorer' } }, (_request, reply) => {
    html ??= renderGraphiQL({ endpoint, title, subscriptionsProtocol: 'WS', credentials: 'same-origin' })
    return reply.type('text/html; charset=utf-8').send(html)
  })
}
