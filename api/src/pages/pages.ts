import type { FastifyInstance } from 'fastify'
import type { Kernel } from '../kernel.ts'
import { mountExplorer } from '../platform/http/explorer.ts'
import { demoPages } from './demo-pages.ts'
import { startPage } from './start-page.ts'
import { staticApps } from './static-apps.ts'
import { widgetPages } from './widget-pages.ts'

export interface PagesOptions {
  kernel: Kernel
  /** The folder that holds the built apps. */
  root: string
  secure: boolean
}

/** Everything that a browser opens. */
export async function mountPages(server: FastifyInstance, { kernel, root, secure }: PagesOptions) {
  await staticApps(server, root)
  await widgetPages(server, { root, units: kernel.units, secure })
  startPage(server, { demo: !kernel.config.production })
  if (kernel.config.production) return
  demoPages(server, { units: kernel.units })
  mountExplorer(server, { endpoint: '/graphql' })
}
