import { setImmediate as breath } from 'node:timers/promises'
import type { BotContent, FlowTest } from '@botpro/graphql/flows'
import { compileBot } from '../engine/compiled.ts'
import { runTest, type TestOutcome } from './run-test.ts'

interface TestsToRun {
  tests?: readonly FlowTest[]
  /** Asked now and then: what nobody waits for any more is left. */
  isOver?: () => Promise<boolean>
}

/** Side by side; each of them rests whenever it asks for something. */
const AT_ONCE = 8

/** Every test of a bot, or these, in their order. Between two of them others have their turn. */
export async function runTests(content: BotContent, { tests = content.tests, isOver }: TestsToRun = {}): Promise<TestOutcome[]> {
  const bot = compileBot(content)
  const outcomes: TestOutcome[] = []
  const left = tests.entries()
  let hasEnded = false
  const runner = async () => {
    for (const [at, test] of left) {
      if (hasEnded) return
      outcomes[at] = await runTest(bot, test)
      await breath()
      if (isOver && await isOver()) hasEnded = true
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, runner))
  if (hasEnded) throw new TestsLeft()
  return outcomes
}

/** Nobody waits for the tests that were still to run. */
export class TestsLeft extends Error {}
