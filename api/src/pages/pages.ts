import type { FastifyInstance } from 'fastify'
import type { Kernel } from '../kernel.ts'
import { mountExplorer } from '../platform/http/explorer.ts'
import { demoPages } from './demo-pages.ts'
import { startPage } from './start-page.ts'
import { staticApps } from './static-apps.ts'
import { widgetPages, type WidgetPagesOptions } from './widget-pages.ts'

export interface PagesOptions extends WidgetPagesOptions {
  kernel: Kernel
}

/** Everything that a browser opens. */
export async function mountPages(server: FastifyInstance, { kernel, ...options }: PagesOptions) {
  await staticApps(server, options.root)
  await widgetPages(server, options)
  startPage(server, { demo: !kernel.config.production })
  if (kernel.config.production) return
  demoPages(server, { units: kernel.units })
  mountExplorer(server, { endpoint: '/graphql' })
}
