import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './freshness.ts'
import { build, generate } from './products.ts'
import { exitWith } from './run.ts'

console.log('BotPro')
await generate().then(build).catch(exitWith)

// A process of its own, so that the signals of a terminal or a service manager reach the API as they are.
const api = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'api/dist/main.js')], {
  stdio: 'inherit', cwd: root, env: { ...process.env, NODE_ENV: 'production' },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => api.kill(signal))
api.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
