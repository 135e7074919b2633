import type { BotContent } from '@botpro/graphql/flows'
import type { Difference } from '../testing/difference.ts'
import type { ReadUnit } from '../../../platform/unit.ts'

/** Something that the linter found. */
export interface Finding {
  /** Stable, in capitals. */
  code: string
  severity: 'ERROR' | 'WARNING'
  /** Key of the flow; none where it is about the whole bot. */
  flow?: string | null
  step?: string | null
  /** A path in the step, the flow or the settings. */
  field?: string | null
  /** English, for developers. */
  message: string
  /** What the words of screens name. */
  facts?: Record<string, unknown>
}

export interface TestResult {
  key: string
  name: string
  passed: boolean
  /** What was expected and what came; of those that failed. */
  message?: string
  /** The same in parts. */
  difference?: Difference | null
}

/** What is asked before anything is published. */
export interface PublishingChecks {
  /** In the unit, for what of the tenant's world the linter has to know: connectors, channels, intents. */
  lint(unit: ReadUnit, content: BotContent): Promise<Finding[]>
  /** Of every test of the content, in their order. Asked while no unit is open. */
  runTests(content: BotContent): Promise<TestResult[]>
}

const severities = ['ERROR', 'WARNING']

export const errorsFirst = (findings: Finding[]): Finding[] =>
  findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
