import { setImmediate as breath } from 'node:timers/promises'
import type { BotContent } from '@botpro/graphql/flows'
import { compileBot } from '../engine/compiled.ts'
import { runTest, type TestOutcome } from './run-test.ts'

/** Every test of a bot, in their order. Between two of them others have their turn. */
export async function runTests(content: BotContent): Promise<TestOutcome[]> {
  const bot = compileBot(content)
  const outcomes: TestOutcome[] = []
  for (const test of content.tests) {
    outcomes.push(await runTest(bot, test))
    await breath()
  }
  return outcomes
}
