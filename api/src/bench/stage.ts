import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openApp, type App } from '../app.ts'
import { readConfig } from '../config.ts'
import { setUpDatabase } from '../platform/database-setup.ts'
import type { DatabaseSettings } from '../platform/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { Clients } from './clients.ts'

export const SECRET = 'a secret of the benchmarks, long enough'

/** Everything a benchmark may need, made when it asks: a PostgreSQL as in production, apps, a thread of clients. */
export class Stage implements AsyncDisposable {
  readonly clients = new Clients()
  readonly #apps: App[] = []
  #folder?: string
  #postgres?: Promise<EmbeddedPostgres>

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
    process.once('exit', () => { if (this.#folder) rmSync(this.#folder, { recursive: true, force: true }) })
  }

  /** There from the first database on. */
  get folder(): string {
    return this.#folder!
  }

  /** A new database, ready for the API; or a copy of one that nobody is connected to. */
  async database(name: string, copied?: DatabaseSettings): Promise<DatabaseSettings> {
    const server = await (this.#postgres ??= this.#start())
    const template = copied ? `template ${new URL(copied.url).pathname.slice(1)}` : ''
    await asOwner(server.url(), owner => owner.query(`create database ${name} ${template}`))
    const settings = { url: server.url(name), secret: SECRET }
    if (!copied) await setUpDatabase(settings)
    return settings
  }

  /** The app as in production, but nobody asks too much of it, and a client may say from which address it comes. With its pages where `root` says where they were built. */
  async app(database: DatabaseSettings, more: NodeJS.ProcessEnv = {}, root?: string): Promise<App> {
    const config = readConfig({
      BOTPRO_MODE: 'production', PORT: '0', DATA_DIR: this.#folder, RATE_LIMIT_FACTOR: '1000000', TRUSTED_PROXIES: '1',
      LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost', APP_SECRET: SECRET, ...more,
    })
    const app = await openApp({ config, database, root })
    this.#apps.push(app)
    return app
  }

  async [Symbol.asyncDispose]() {
    await this.clients.close()
    for (const app of this.#apps) await app.stop()
    await (await this.#postgres)?.stop()
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
  }

  async #start(): Promise<EmbeddedPostgres> {
    this.#folder = await mkdtemp(path.join(tmpdir(), 'botpro-bench-'))
    // PostgreSQL may run as another user.
    await chmod(this.#folder, 0o755)
    return startEmbeddedPostgres({ dataDir: this.#folder })
  }
}

/** Works as the owner, outside every policy: to fill and to look. */
export async function asOwner<Result>(url: string, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  return work(owner).finally(() => owner.end())
}

export const portOf = ({ server }: Pick<App, 'server'>): number => (server.server.address() as { port: number }).port
