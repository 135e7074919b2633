import { generate } from './products.ts'
import { exitWith, run, step } from './run.ts'

const packages = ['graphql', 'api', 'ui', 'web-admin', 'web-agent', 'widget']

/** Types everywhere, and the contract against the one on the main branch. */
export async function check() {
  await step('generating the contract', generate)
  for (const folder of packages) {
    await step(`checking ${folder}`, () => run({ command: 'pnpm', args: ['run', 'check'], folder, quiet: true }))
  }
}

if (import.meta.main) await check().catch(exitWith)
