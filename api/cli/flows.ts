import { generate } from './products.ts'
import { exitWith, run } from './run.ts'

/** `pnpm --silent flows test …`: see `flows-commands.ts`, which needs decorators and so is not run by Node alone. */
await generate().catch(exitWith)
await run({ command: 'tsx', args: ['--tsconfig', 'tsconfig.json', 'cli/flows-commands.ts', ...process.argv.slice(2)], folder: 'api' }).catch(() => process.exit(1))
