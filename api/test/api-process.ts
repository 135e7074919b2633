import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isFresh } from '../cli/freshness.ts'
import { products } from '../cli/products.ts'
import { SECRET } from './harness-server.ts'
import type { TestDatabase } from './harness.ts'
import { freePort } from '../src/platform/free-port.ts'

const API = path.join(import.meta.dirname, '..')

/** The API as a process of its own, as it is delivered, which can be killed and started again at the same address. */
export class ApiProcess {
  readonly url: string
  readonly #environment: NodeJS.ProcessEnv
  readonly dataDir: string
  /** Everything that it wrote to its two outputs. */
  said = ''
  #child?: ChildProcess

  private constructor(url: string, dataDir: string, environment: NodeJS.ProcessEnv) {
    this.url = url
    this.dataDir = dataDir
    this.#environment = environment
  }

  static async prepare({ settings }: TestDatabase, environment: NodeJS.ProcessEnv = {}): Promise<ApiProcess> {
    // Not built here: files that run side by side would build into one folder.
    if (!isFresh(products.find(({ name }) => name === 'api')!)) throw new Error('The API was changed since it was built: run `npx -y pnpm@12 build` first.')
    const [port, dataDir] = [await freePort(), await mkdtemp(path.join(tmpdir(), 'botpro-process-'))]
    const url = `http://127.0.0.1:${port}`
    return new ApiProcess(url, dataDir, {
      PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataDir,
      DATABASE_URL: settings.url, APP_SECRET: SECRET, BOTPRO_MODE: 'production', RATE_LIMIT_FACTOR: '100000', LOG_LEVEL: 'error',
      DATABASE_CONNECTIONS: '8', PUBLIC_URL: url, ...environment,
    })
  }

  /** Resolves when it says that it is ready. */
  async start(): Promise<void> {
    const child = (this.#child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
      cwd: API, env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'],
    }))
    const ended = once(child, 'exit').then(() => {
      throw new Error(`The API ended before it was ready:\n${this.said}`)
    })
    const ready = new Promise<void>(resolve => {
      for (const stream of [child.stdout!, child.stderr!]) stream.on('data', text => {
        this.said += text
        if (String(text).includes('ready:')) resolve()
      })
    })
    await Promise.race([ready, ended])
    ended.catch(() => {})
  }

  /** No goodbye, no last words. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  async stop(): Promise<void> {
    await this.kill()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
