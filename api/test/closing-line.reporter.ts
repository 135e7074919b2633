import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with “N passed, N failed”, after saying what could not run on this machine and why. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const broken = modules.filter(module => module.state() === 'failed' && module.errors().length > 0).length
    const count = (state: string) => tests.filter(test => test.result().state === state).length
    const [passed, failed, skipped] = [count('passed'), count('failed') + broken + errors.length, count('skipped')]
    // Vitest prints its summary in the same moment; the closing line is to stand below it.
    process.once('exit', () => {
      for (const line of notRun(tests)) console.log(line)
      console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
    })
  }
}

interface Finished {
  fullName: string
  result(): { state: string; note?: string }
}

const notRun = (tests: readonly Finished[]) =>
  tests.filter(test => test.result().state === 'skipped').map(test => `Not run: ${test.fullName} (${test.result().note ?? 'skipped'})`)
