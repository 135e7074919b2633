import { build } from './products.ts'
import { check } from './check.ts'
import { exitWith, run } from './run.ts'

/** Everything: types, contract, builds with their size limits, and all suites. Arguments go to Vitest. */
try {
  await check()
  await build()
  await run({ command: 'vitest', args: ['run', '--config', 'api/test/everything.config.ts', ...process.argv.slice(2)] })
} catch (error) {
  exitWith(error)
}
