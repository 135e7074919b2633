import type { Flow, Step } from '@botpro/graphql/flows'
import { lintBot, type LintWorld } from '../modules/flows/index.ts'
import { median, quantile } from './figures.ts'
import type { Stage } from './stage.ts'
import { rowOf, type Row } from './table.ts'

const STEPS = 500
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

const world: LintWorld = { connectors: [{ key: 'bank', operations: [{ key: 'balance', inputs: [{ name: 'number', required: true }] }] }], channels: [], intents: [], entities: [], tables: [], requestTypes: [], files: [], bookable: { services: [], resources: [] } }
const both = (ES: string, EN: string) => ({ ES, EN })
const words = { ES: ['persona'], EN: ['person'] }
const text = both('Hola', 'Hello')
const settings = {
  languages: ['ES' as const, 'EN' as const], mainFlow: 'long', words: { menu: {}, help: {}, person: words, cancel: {}, restart: {} },
  texts: { help: text, cancelled: text, notUnderstood: text, trouble: text, handOff: text, outOfHours: text },
}

/** Rounds of five: asks, calls, branches, says and sets, and each round leads to the next or back to the one before. */
function longFlow(round: number): Flow {
  const variables = Array.from({ length: STEPS / 5 }, (_, at): Flow['variables'] => [variableOf(`given${at}`), variableOf(`answer${at}`)]).flat()
  const steps = Array.from({ length: STEPS / 5 }, (_, at) => fiveSteps(at, at === round ? round : 0)).flat()
  return { key: 'long', name: 'Long', variables, triggers: [], start: 'ask0', steps }
}

const variableOf = (name: string): Flow['variables'][number] => ({ name, type: 'TEXT', scope: 'FLOW' })

function fiveSteps(at: number, round: number): Step[] {
  const position = { x: 0, y: 0 }
  const [next, before] = [`ask${(at + 1) % (STEPS / 5)}`, `ask${Math.max(0, at - 1)}`]
  return [
    { id: `ask${at}`, kind: 'ASK', position, text: both(`¿Cuál, ${at}.${round}?`, `Which, ${at}.${round}?`), answer: { type: 'TEXT' }, saveAs: `given${at}`, next: { answered: `call${at}`, failed: before } },
    { id: `call${at}`, kind: 'CALL', position, connector: 'bank', operation: 'balance', input: { number: { path: `given${at}` } }, saveAs: `answer${at}`, next: { done: `branch${at}`, failed: before } },
    { id: `branch${at}`, kind: 'BRANCH', position, rules: [{ id: 'many', when: { left: `answer${at}`, operator: 'GREATER', right: { literal: at } } }], next: { many: `say${at}`, otherwise: `set${at}` } },
    { id: `say${at}`, kind: 'SAY', position, messages: [{ kind: 'TEXT', text: both(`Son {{ answer${at} | money }} de {{ given${at} }} (${round}).`, `It is {{ answer${at} | money }} of {{ given${at} }} (${round}).`) }], next: { done: next } },
    { id: `set${at}`, kind: 'SET', position, assignments: [{ to: `answer${at}`, value: { template: `{{ answer${at} }}-${round}` } }], next: { done: next } },
  ]
}
