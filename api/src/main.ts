import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { openApp, type App } from './app.ts'
import { describeConfig, readConfig, type Config } from './config.ts'
import { refuseDemo, seedDemo } from './demo/demo.ts'
import { keptSecret } from './platform/crypto.ts'
import { setUpDatabase } from './platform/database-setup.ts'
import type { DatabaseSettings } from './platform/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './platform/embedded-postgres.ts'

/** The folder above `api`: in the sources and in the bundle alike. */
const root = path.join(import.meta.dirname, '../..')

interface Running {
  app?: App
  postgres?: EmbeddedPostgres
}

async function start(config: Config, running: Running) {
  await writableFolder(config.DATA_DIR)
  const database = await openDatabase(config, running)
  const ran = await setUpDatabase(database)
  if (ran.length) say(`database: ${ran.length} migrations`)
  if (config.production) await refuseDemo(database.url)
  const app = (running.app = await openApp({ config, database, root }))
  if (!config.production && config.DEMO_COMPANIES === 'four') for (const line of await seedDemo(app, say)) say(line)
  await welcomeOperator(app, config)
  say(`ready: ${app.url}`)
}

async function welcomeOperator({ modules }: App, { OPERATOR_EMAIL }: Config) {
  if (!OPERATOR_EMAIL || !await modules.firstOperator(OPERATOR_EMAIL)) return
  say(`operator: ${OPERATOR_EMAIL} was sent a link to choose a password`)
}

async function openDatabase(config: Config, running: Running): Promise<DatabaseSettings> {
  const secret = config.APP_SECRET ?? await keptSecret(config.DATA_DIR)
  const common = {
    secret, connections: { app: config.DATABASE_CONNECTIONS }, transactionPooler: config.DATABASE_POOLER === 'transaction',
  }
  if (config.DATABASE_URL) return { ...common, url: config.DATABASE_URL }
  say(`database: starting PostgreSQL in ${config.DATA_DIR}`)
  running.postgres = await startEmbeddedPostgres({ dataDir: config.DATA_DIR, onCrash: reason => say(`database: ${reason}`) })
  return { ...common, url: running.postgres.url() }
}

async function writableFolder(folder: string) {
  await mkdir(folder, { recursive: true }).catch(error => {
    throw new Error(`The data folder ${folder} cannot be made: ${error.code ?? error.message}. Set DATA_DIR to another.`)
  })
}

const say = (line: string) => console.log(`  ${line}`)

async function stop({ app, postgres }: Running) {
  await app?.stop()
  await postgres?.stop()
}

/** Signals end it gracefully; a second one ends it at once. */
function leaveOnSignal(running: Running) {
  let leaving = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (leaving) process.exit(1)
      leaving = true
      say('stopping')
      stop(running).then(() => process.exit(0), error => fail(error, {}))
    })
  }
}

function fail(error: unknown, running: Running) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  stop(running).catch(() => {}).finally(() => process.exit(1))
}

const running: Running = {}
try {
  const config = readConfig()
  if (config.LOG_LEVEL === 'debug') console.log(describeConfig(config))
  leaveOnSignal(running)
  await start(config, running)
} catch (error) {
  fail(error, running)
}
