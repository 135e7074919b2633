import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { prepareCluster, type Cluster } from './postgres-cluster.ts'
import { interrupt, isPostgres, readPidFile, removePidFile } from './postgres-pid.ts'

export interface EmbeddedPostgresOptions {
  /** The cluster is kept in its folder `postgres`. */
  dataDir: string
  /** False gives up all durability for speed: for tests only. */
  durable?: boolean
  /** Settings of postgresql.conf, e.g. `{ max_connections: '200' }`. */
  settings?: Record<string, string>
  port?: number
  /** Told when the server ended although nobody stopped it; it is started again on its port. */
  onCrash?: (reason: string) => void
}

export interface EmbeddedPostgres {
  port: number
  url(database?: string): string
  stop(): Promise<void>
}

const STARTING = '57P03'
const RESTARTS = 8
const CRASH_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '1h',
}

/** A real PostgreSQL as a child of this process, made at first start and reused ever after. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(options.dataDir, options.durable !== false)
  await endForerunner(cluster)
  const server = new Server(cluster, options)
  await server.start(options.port ?? (await freePort()))
  return server
}

class Server implements EmbeddedPostgres {
  port = 0
  #child?: ChildProcess
  #guard?: pg.Client
  #stopping = false
  readonly #cluster: Cluster
  readonly #options: EmbeddedPostgresOptions

  constructor(cluster: Cluster, options: EmbeddedPostgresOptions) {
    this.#cluster = cluster
    this.#options = options
    process.once('exit', this.#leave)
  }

  url(database = 'postgres') {
    return urlOf(this.#cluster, this.port, database)
  }

  async start(port: number) {
    this.port = port
    const log = openSync(this.#cluster.logFile, 'a')
    const { file, args, uid, gid } = this.#cluster.binaries.command('postgres', this.#flags())
    // In a group of its own, so that Ctrl+C reaches the app first and lets it drain.
    const child = spawn(file, args, { uid, gid, cwd: '/', detached: true, stdio: ['ignore', log, log] })
    closeSync(log)
    child.once('exit', code => void this.#ended(child, code))
    this.#child = child
    this.#guard = await this.#connected(child)
    child.unref()
  }

  async stop() {
    if (this.#stopping) return
    this.#stopping = true
    process.off('exit', this.#leave)
    const child = this.#child
    this.#guard?.end().catch(() => undefined)
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.ref()
    const gone = once(child, 'exit')
    interrupt(this.#cluster, child.pid!)
    await gone
  }

  /** An app that ends without stopping it takes its server along; only kill -9 leaves it behind. */
  #leave = () => {
    this.#stopping = true
    if (this.#child?.exitCode === null) interrupt(this.#cluster, this.#child.pid!)
  }

  #flags() {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      lc_messages: 'C',
      // Details quote the row.
      log_error_verbosity: 'terse',
      max_connections: '200',
      ...(this.#options.durable === false ? CRASH_SETTINGS : {}),
      ...this.#options.settings,
    }
    return [
      '-D',
      this.#cluster.folder,
      '-p',
      String(this.port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]
  }

  /** The guard connection tells a later start on this folder that somebody is at home. */
  async #connected(child: ChildProcess) {
    for (;;) {
      if (child.exitCode !== null) throw await this.#failure()
      const guard = await guardOf(this.url()).catch(() => undefined)
      if (guard) return guard
      await sleep(15)
    }
  }

  async #failure() {
    const log = await readFile(this.#cluster.logFile, 'utf8')
    const reason = log
      .trimEnd()
      .split('\n')
      .filter(line => /FATAL|PANIC|ERROR/.test(line))
      .at(-1)
    return new Error(
      `PostgreSQL did not start: ${reason?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') ?? 'no reason given'} ` +
        `(${this.#cluster.logFile}).`,
    )
  }

  async #ended(child: ChildProcess, code: number | null) {
    if (this.#stopping || !this.#guard || child !== this.#child) return
    this.#guard = undefined
    this.#options.onCrash?.(`PostgreSQL ended by itself (${child.signalCode ?? code}); it is started again.`)
    await this.#startAgain().catch(error => this.#options.onCrash?.(String(error)))
  }

  /** The sessions of a killed server hold its memory until they notice. */
  async #startAgain() {
    for (let turn = 1; !this.#stopping; turn++) {
      await sleep(200 * turn)
      const failure = await this.start(this.port).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (!failure) return
      if (turn === RESTARTS) throw failure
    }
  }
}

const urlOf = (cluster: Cluster, port: number, database: string) =>
  `postgres://${cluster.owner}:${cluster.password}@127.0.0.1:${port}/${database}`

/** After kill -9 of the app its server lives on; after kill -9 of the server its pid file does. */
async function endForerunner(cluster: Cluster) {
  const file = await readPidFile(cluster)
  if (!file) return
  if (!isPostgres(file.pid)) return removePidFile(cluster)
  const guard = await firstAnswer(() => guardOf(urlOf(cluster, file.port, 'postgres')).catch(alone))
  if (guard === 'taken') {
    throw new Error(
      `Another BotPro is already running on ${path.dirname(cluster.folder)} (PostgreSQL ${file.pid}).`,
    )
  }
  await guard?.end()
  interrupt(cluster, file.pid)
  for (let turn = 0; turn < 400 && isPostgres(file.pid); turn++) await sleep(25)
}

/** A server that is just starting or recovering deserves some patience. */
async function firstAnswer<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  for (let turn = 0; turn < 60; turn++) {
    const answer = await ask()
    if (answer) return answer
    await sleep(50)
  }
}

function alone(error: { code?: string; message: string }) {
  if (error.message === 'taken') return 'taken' as const
  if (error.code === STARTING || error.code === 'ECONNREFUSED') return undefined
  throw new Error(`A PostgreSQL that is not ours holds the data folder: ${error.message}.`, { cause: error })
}

async function guardOf(connectionString: string) {
  const client = new pg.Client({ connectionString, application_name: 'botpro guard', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(`select pg_try_advisory_lock(hashtext('botpro is at home')) as free`)
  if (rows[0].free) return client
  await client.end()
  throw new Error('taken')
}
