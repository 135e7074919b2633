import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const APPS = [{ prefix: '/admin/', folder: 'web-admin' }, { prefix: '/agent/', folder: 'web-agent' }]
const YEAR = 31_536_000

/** The built apps. Their assets bear hashes and are kept for ever; their pages are asked for anew each time. */
export async function staticApps(server: FastifyInstance, root: string) {
  for (const { prefix, folder } of APPS) {
    const dist = path.join(root, folder, 'dist')
    if (!existsSync(dist)) continue
    await server.register(async scope => {
      scope.addHook('onRoute', route => { route.config = { ...route.config, page: 'app', quiet: true } })
      await scope.register(fastifyStatic, { root: path.join(dist, 'assets'), prefix: `${prefix}assets/`, maxAge: YEAR * 1000, immutable: true, preCompressed: false, decorateReply: false })
      await scope.register(fastifyStatic, { root: dist, prefix: `${prefix}files/`, serve: false })
      scope.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix))
      // Whatever is no asset is a page of the app, which has a router of its own.
      scope.get(`${prefix}*`, (request, reply) => {
        const asked = path.basename((request.params as { '*': string })['*'])
        const file = /\.(svg|png|ico|txt|webmanifest)$/.test(asked) ? asked : 'index.html'
        return reply.header('cache-control', 'no-cache').sendFile(file, dist)
      })
    })
  }
}
