import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { securityHeaders } from '../platform/http/security-headers.ts'
import type { Sites } from '../modules/channels/index.ts'

export interface WidgetPagesOptions {
  /** The folder that holds the built apps. */
  root: string
  secure: boolean
  sites: Sites
  /** Takes the request from what its address may take. */
  charge(request: FastifyRequest): Promise<void>
}

/** The loader for strangers' pages, and the chat in its frame: only the sites that the channel allows may frame it. */
export async function widgetPages(server: FastifyInstance, { root, secure, sites, charge }: WidgetPagesOptions) {
  const dist = path.join(root, 'widget/dist')
  const siteOf = async (request: FastifyRequest) => {
    await charge(request)
    const { siteKey } = request.params as { siteKey: string }
    return SITE_KEY.test(siteKey) ? sites.byKey(siteKey) : undefined
  }
  await server.register(async scope => {
    scope.addHook('onRoute', route => { route.config = { page: 'frame', quiet: true, ...route.config } })
    await scope.register(fastifyStatic, { root: path.join(dist, 'assets'), prefix: '/widget/assets/', maxAge: 31_536_000_000, immutable: true })
    scope.get('/widget/loader.js', (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').sendFile('loader.js', dist))
    // What the launcher looks like before the chat is loaded: public, and asked for by strangers' pages.
    scope.get('/widget/look/:siteKey', async (request, reply) => {
      const site = await siteOf(request)
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=60')
      if (!site) return reply.code(404).send({ error: 'There is no such chat.' })
      return { color: site.color, side: site.side, language: site.tenantLanguage }
    })
    scope.get('/widget/chat/:siteKey', async (request, reply) => {
      const site = await siteOf(request)
      if (!site) return reply.code(404).type('text/plain; charset=utf-8').send('There is no such chat.')
      const html = await readFile(path.join(dist, 'chat.html'), 'utf8')
      return reply
        .headers(securityHeaders('frame', { secure, frameAncestors: ["'self'", ...site.allowedOrigins] }))
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8').send(html)
    })
  })
}

const SITE_KEY = /^[\w-]{1,100}$/
