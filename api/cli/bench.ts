import { build, generate } from './products.ts'
import { exitWith, run } from './run.ts'

/** `pnpm bench [name] [--json]` */
await generate().then(build)
  .then(() => run({ command: 'node', args: ['dist/bench.js', ...process.argv.slice(2)], folder: 'api', env: { NODE_ENV: 'production' } }))
  .catch(exitWith)
