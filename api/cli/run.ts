import { spawn, type SpawnOptions } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { root } from './freshness.ts'

const bin = path.join(root, 'node_modules/.bin')

/** Where the tools of a package lie: its own, then those of the root. */
const pathFor = (folder: string) =>
  [path.join(folder, 'node_modules/.bin'), bin, process.env.PATH].join(path.delimiter)

export interface Task {
  command: string
  args: string[]
  /** From the root; the root itself when left out. */
  folder?: string
  quiet?: boolean
  env?: Record<string, string>
}

/** Runs a tool of ours to its end. Rejects with what it printed when it fails. */
export function run({ command, args, folder = '.', quiet = false, env = {} }: Task): Promise<void> {
  const cwd = path.join(root, folder)
  const options: SpawnOptions = { cwd, env: { ...process.env, ...env, PATH: pathFor(cwd) }, stdio: quiet ? 'pipe' : 'inherit', shell: process.platform === 'win32' }
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options)
    const printed: Buffer[] = []
    child.stdout?.on('data', chunk => printed.push(chunk))
    child.stderr?.on('data', chunk => printed.push(chunk))
    child.once('error', reject)
    child.once('exit', code => {
      if (code === 0) resolve()
      else reject(new Error(`${command} ${args.join(' ')} (in ${folder}) failed.\n${Buffer.concat(printed)}`))
    })
  })
}

/** A line that tells what goes on, and how long it took; beside what a command prints for others to read. */
export async function step(name: string, work: () => Promise<unknown>) {
  const started = performance.now()
  process.stderr.write(`  ${name} …`)
  await work()
  process.stderr.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}

/** As many at once as there are cores: for work that keeps to one of them. */
export async function sideBySide<Item>(items: Item[], work: (item: Item) => Promise<unknown>) {
  const left = items.values()
  const hands = Array.from({ length: availableParallelism() }, async () => { for (const item of left) await work(item) })
  await Promise.all(hands)
}

/** The end of a command: a failure in words and a code that scripts understand. */
export function exitWith(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
