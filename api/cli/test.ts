import { availableParallelism } from 'node:os'
import { build } from './products.ts'
import { check } from './check.ts'
import { exitWith, run } from './run.ts'

/** Suites side by side. Said on the command line, since each package's configuration would else take its own: one fewer than the cores. */
const atOnce = Math.min(4, availableParallelism())

/** Everything: types, contract, builds with their size limits, and all suites. Arguments go to Vitest. */
try {
  await check()
  await build()
  const suites = ['--config', 'api/test/everything.config.ts', '--maxWorkers', String(atOnce)]
  await run({ command: 'vitest', args: ['run', ...suites, ...process.argv.slice(2)] })
} catch (error) {
  exitWith(error)
}
