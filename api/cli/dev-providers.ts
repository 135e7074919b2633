import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './freshness.ts'
import { generate } from './products.ts'
import { exitWith } from './run.ts'

/** Doubles of the providers, and a page on which a developer plays the customer of each. */
await generate().catch(exitWith)

const cwd = path.join(root, 'api')
const args = ['--tsconfig', 'tsconfig.json', 'test/providers/playground/main.ts']
const doubles = spawn(path.join(cwd, 'node_modules/.bin/tsx'), args, { cwd, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => doubles.kill(signal))
doubles.once('exit', code => process.exit(code ?? 0))
