import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '../platform/free-port.ts'

/** The API as it is started in production, in a process of its own, so that what it takes of the memory is its alone. */
export class RealProcess implements AsyncDisposable {
  readonly port: number
  readonly #child: ChildProcess

  private constructor(port: number, child: ChildProcess) {
    this.port = port
    this.#child = child
  }

  static async start(environment: NodeJS.ProcessEnv): Promise<RealProcess> {
    const [main, port] = [path.join(path.dirname(process.argv[1]!), 'main.js'), await freePort()]
    const env = { NODE_ENV: 'production', ...environment, PORT: String(port) }
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const ready = Promise.withResolvers<void>()
    child.stdout!.on('data', text => { if (String(text).includes('ready:')) ready.resolve() })
    child.once('exit', code => ready.reject(new Error(`The API ended with ${code} before it was ready.`)))
    await ready.promise
    return new RealProcess(port, child)
  }

  /** Megabytes of memory that it has now, and that it had at most since the last `forgetPeak`. */
  async memory(): Promise<{ now: number; peak: number }> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8')
    const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)![1]) / 1024
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
  }

  async forgetPeak(): Promise<void> {
    await writeFile(`/proc/${this.#child.pid}/clear_refs`, '5')
  }

  async [Symbol.asyncDispose]() {
    this.#child.kill('SIGTERM')
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit')
  }
}
