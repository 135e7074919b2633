import 'reflect-metadata'
import type { FastifyInstance } from 'fastify'
import { mayReadMetrics } from './access.ts'
import type { Config } from './config.ts'
import { contractTypes } from './contract.ts'
import { mountEdge } from './edge.ts'
import { openKernel, type Kernel } from './kernel.ts'
import { createModules, entities, type Modules } from './modules.ts'
import { demoPayPages } from './pages/demo-pay-pages.ts'
import { linkPages } from './pages/link-pages.ts'
import { mountPages } from './pages/pages.ts'
import type { Clock } from './platform/clock.ts'
import { bindContract } from './platform/contract/bind.ts'
import { loadSdl } from './platform/contract/load.ts'
import type { DatabaseSettings } from './platform/database.ts'
import { Health } from './platform/http/health.ts'
import { createServer, stopServer } from './platform/http/server.ts'

export interface App {
  /** How browsers reach it. */
  url: string
  kernel: Kernel
  modules: Modules
  server: FastifyInstance
  /** Answers what is under way, asks sockets to come back elsewhere, loses nothing. */
  stop(): Promise<void>
}

export interface AppOptions {
  config: Config
  database: DatabaseSettings
  clock?: Clock
  /** Which folder holds the built apps; without it only the API is served. */
  root?: string
}

/** Builds everything once, in order, and listens. Tests call it too. */
export async function openApp({ config, database, clock, root }: AppOptions): Promise<App> {
  const kernel = await openKernel({ config, database, entities, clock })
  try {
    return await serve(kernel, root)
  } catch (error) {
    await kernel.close()
    throw error
  }
}

async function serve(kernel: Kernel, root: string | undefined): Promise<App> {
  const { config, logger, metrics } = kernel
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false
  let url = config.PUBLIC_URL ?? ''
  const modules = createModules(kernel, { secure, publicUrl: () => url })
  const schema = bindContract({ sdl: loadSdl(), types: contractTypes, resolvers: modules.resolvers })
  const server = createServer({
    logger, security: { secure }, trustedProxies: config.TRUSTED_PROXIES, onAnswered: answered => metrics.answered(answered),
  })
  const health = new Health({ database: () => kernel.pools.app.query('select 1') })
  health.mount(server)
  metrics.mount(server, request => mayReadMetrics(config.METRICS_TOKEN, request))
  const edge = await mountEdge(server, { kernel, modules, schema })
  await modules.mount(server, edge)
  linkPages(server, { links: modules.links, charge: edge.chargeAddress })
  await demoPayPages(server, { payments: modules.demoPayments, clock: kernel.clock, charge: edge.chargeAddress })
  if (root) await mountPages(server, { kernel, root, secure, sites: modules.sites, charge: edge.chargeAddress })
  await kernel.jobs.start()
  const listening = await listen(server, config)
  url ||= listening
  return {
    url, kernel, modules, server,
    async stop() {
      health.leave()
      await edge.sockets.stop()
      await stopServer(server)
      await modules.close()
      await kernel.close()
    },
  }
}

async function listen(server: FastifyInstance, { HOST, PORT }: Config): Promise<string> {
  try {
    await server.listen({ host: HOST, port: PORT })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Error(`Port ${PORT} is in use. Set PORT to another, e.g. PORT=${PORT + 1}.`, { cause: error })
    if (code === 'EACCES') throw new Error(`This user may not listen on port ${PORT}. Set PORT to one above 1023.`, { cause: error })
    throw error
  }
  const { port } = server.server.address() as { port: number }
  return `http://${HOST === '127.0.0.1' || HOST === '0.0.0.0' ? 'localhost' : HOST}:${port}`
}
