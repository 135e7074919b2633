import type { Flow, Step } from '@botpro/graphql/flows'

/** Of the longest flow that anybody is to draw. */
export const STEPS = 500
const COLUMNS = 25

const both = (ES: string, EN: string) => ({ ES, EN })
const words = { ES: ['persona'], EN: ['person'] }
const text = both('Hola', 'Hello')
/** Of a bot that such a flow stands in. */
export const settings = {
  languages: ['ES' as const, 'EN' as const], mainFlow: 'long', words: { menu: {}, help: {}, person: words, cancel: {}, restart: {} },
  texts: { help: text, cancelled: text, notUnderstood: text, trouble: text, handOff: text, outOfHours: text },
}

/** Rounds of five: asks, calls, branches, says and sets, and each round leads to the next or back to the one before; in rows, each beside the other. One round's texts are new with each `round`. */
export function longFlow(round = 0): Flow {
  const variables = Array.from({ length: STEPS / 5 }, (_, at): Flow['variables'] => [variableOf(`given${at}`), variableOf(`answer${at}`)]).flat()
  const steps = Array.from({ length: STEPS / 5 }, (_, at) => fiveSteps(at, at === round ? round : 0)).flat().map(placed)
  return { key: 'long', name: 'Long', variables, triggers: [], start: 'ask0', steps }
}

const variableOf = (name: string): Flow['variables'][number] => ({ name, type: 'TEXT', scope: 'FLOW' })

const placed = (step: Step, at: number): Step => ({ ...step, position: { x: (at % COLUMNS) * 320, y: Math.floor(at / COLUMNS) * 240 } })

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
