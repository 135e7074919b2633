import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { root } from './freshness.ts'
import { generate } from './products.ts'
import { exitWith } from './run.ts'

/** The API and both apps, each started anew or reloaded when its sources change. */
await generate().catch(exitWith)

const tools: ChildProcess[] = [
  tool('api', ['tsx', 'watch', '--tsconfig', 'tsconfig.json', 'src/main.ts']),
  tool('web-admin', ['vite', '--port', '4001']),
  tool('web-agent', ['vite', '--port', '4002']),
]
process.once('SIGINT', () => tools.forEach(child => child.kill('SIGINT')))

function tool(folder: string, [command, ...args]: string[]): ChildProcess {
  const cwd = path.join(root, folder)
  return spawn(path.join(cwd, 'node_modules/.bin', command!), args, { cwd, stdio: 'inherit' })
}
