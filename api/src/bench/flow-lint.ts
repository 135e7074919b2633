import { lintBot, type LintWorld } from '../modules/flows/index.ts'
import { median, quantile } from './figures.ts'
import { longFlow, settings, STEPS } from './long-flow.ts'
import type { Stage } from './stage.ts'
import { rowOf, type Row } from './table.ts'

const ROUNDS = 30
/** What somebody who draws may wait for after each change. */
const MOST_MS = 200

/** One flow of five hundred steps, looked through as after each change of whoever draws it; the first round with texts that were never read before, each other with some that are new. */
export async function flowLint(_: Stage): Promise<Row[]> {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const flow = longFlow(round)
    const started = performance.now()
    const findings = lintBot({ settings, flows: [flow], tests: [] }, world)
    const took = performance.now() - started
    if (findings.length > 0) throw new Error(`The flow was to have no findings: ${findings[0]!.message}`)
    return took
  })
  return [rowOf({ name: `a flow of ${STEPS} steps looked through`, unit: 'ms', ours: median(times), reference: MOST_MS, target: { atMost: 1 }, beside: { 'first ms': times[0]!, 'p99 ms': quantile(times, 0.99) } })]
}

const world: LintWorld = { connectors: [{ key: 'bank', operations: [{ key: 'balance', inputs: [{ name: 'number', required: true }] }] }], channels: [], intents: [], entities: [], tables: [], requestTypes: [], files: [], bookable: { services: [], resources: [] }, payments: null, links: [] }
