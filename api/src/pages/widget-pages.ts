import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { systemActor } from '../platform/actor.ts'
import { securityHeaders } from '../platform/http/security-headers.ts'
import type { Units } from '../platform/units.ts'
import { siteByKey } from '../modules/channels/index.ts'

export interface WidgetPagesOptions {
  root: string
  units: Units
  secure: boolean
}

/** The loader for strangers' pages, and the chat in its frame: only the sites that the channel allows may frame it. */
export async function widgetPages(server: FastifyInstance, { root, units, secure }: WidgetPagesOptions) {
  const dist = path.join(root, 'widget/dist')
  await server.register(async scope => {
    scope.addHook('onRoute', route => { route.config = { page: 'frame', quiet: true, ...route.config } })
    await scope.register(fastifyStatic, { root: path.join(dist, 'assets'), prefix: '/widget/assets/', maxAge: 31_536_000_000, immutable: true })
    scope.get('/widget/loader.js', (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').sendFile('loader.js', dist))
    // What the launcher looks like before the chat is loaded: public, and asked for by strangers' pages.
    scope.get('/widget/look/:siteKey', async (request, reply) => {
      const site = await siteOf(units, request.params)
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=60')
      if (!site) return reply.code(404).send({ error: 'There is no such chat.' })
      return { color: site.color, side: site.side, language: site.tenantLanguage }
    })
    scope.get('/widget/chat/:siteKey', async (request, reply) => {
      const site = await siteOf(units, request.params)
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

async function siteOf(units: Units, params: unknown) {
  const { siteKey } = params as { siteKey: string }
  if (!SITE_KEY.test(siteKey)) return undefined
  await using unit = units.readPlatform({ actor: systemActor() })
  return await siteByKey(unit, siteKey)
}
