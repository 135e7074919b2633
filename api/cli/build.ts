import { build, generate } from './products.ts'
import { exitWith, step } from './run.ts'

await step('generating the contract', generate).then(build).catch(exitWith)
