import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { setUpDatabase } from '../src/platform/database-setup.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/platform/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

export const TEMPLATE = 'template_botpro'
export const SECRET = 'a secret of the tests, long enough for production'

/** One server for the whole run, one migrated template in it; each test file works on a copy. */
export default async function startServer(project: TestProject) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'botpro-test-'))
  await chmod(dataDir, 0o755)
  const server = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    settings: { shared_buffers: '256MB', deadlock_timeout: '100ms' },
  })
  const stop = async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  await makeTemplate(server).catch(async error => {
    await stop()
    throw error
  })
  project.provide('serverUrl', server.url())
  return stop
}

async function makeTemplate(server: EmbeddedPostgres) {
  const owner = new pg.Client({ connectionString: server.url() })
  await owner.connect()
  await owner.query(`create database ${TEMPLATE}`)
  await owner.end()
  await setUpDatabase({ url: server.url(TEMPLATE), secret: SECRET })
}
