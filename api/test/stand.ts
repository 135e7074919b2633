import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openApp, type App } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { entities } from '../src/modules.ts'
import { SECRET } from './harness-server.ts'
import { useDatabase, type TestDatabase } from './harness.ts'

export const ROOT = path.join(import.meta.dirname, '../..')

/** The whole app on a free port, before a database of this test file's own. */
export interface Stand {
  database: TestDatabase
  app: App
  url: string
  /** Another process of the same installation, or one with other settings. */
  open(environment?: NodeJS.ProcessEnv, options?: { root?: string }): Promise<App>
}

export function useStand(environment: NodeJS.ProcessEnv = {}, options: { root?: string } = {}): Stand {
  const stand = { database: useDatabase({ entities }) } as Stand
  const opened: App[] = []
  let dataDir: string
  stand.open = async (more = {}, { root } = options) => {
    const config = readConfig({
      PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', RATE_LIMIT_FACTOR: '10000', DATABASE_CONNECTIONS: '8', APP_SECRET: SECRET,
      ...environment, ...more,
    })
    const app = await openApp({ config, database: { ...stand.database.settings, connections: { app: 8, platform: 3, jobs: 3 } }, root })
    let stopping: Promise<void> | undefined
    const stop = app.stop.bind(app)
    opened.push(app)
    return Object.assign(app, { stop: () => (stopping ??= stop()) })
  }
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'botpro-stand-'))
    stand.app = await stand.open()
    stand.url = stand.app.url
  }, 30_000)
  afterAll(async () => {
    await Promise.all(opened.map(app => app.stop()))
    if (dataDir) await rm(dataDir, { recursive: true, force: true })
  }, 30_000)
  return stand
}
