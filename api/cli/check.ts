import { generate } from './products.ts'
import { exitWith, run, sideBySide, step } from './run.ts'

/** The longest first. */
const packages = ['api', 'web-admin', 'web-agent', 'ui', 'graphql', 'widget']

/** Types everywhere, and the contract against the one on the main branch. */
export async function check() {
  await step('generating the contract', generate)
  await step(`checking ${packages.join(', ')}`, () =>
    sideBySide(packages, folder => run({ command: 'pnpm', args: ['run', 'check'], folder, quiet: true })))
}

if (import.meta.main) await check().catch(exitWith)
