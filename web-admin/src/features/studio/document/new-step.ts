import type { Variable } from '@botpro/graphql/flows'
import { freeName, type Flow, type Point, type Step, type StepKind } from './flow-document.ts'

/** Stands where something of the company’s has yet to be chosen: a connector, a table, a flow. */
export const UNCHOSEN = 'unchosen'
/** Stands where a variable has yet to be chosen. */
export const UNSET = 'unset'

const DEFAULTS: { [Kind in StepKind]: object } = {
  SAY: { messages: [{ kind: 'TEXT', text: {} }] },
  MENU: { text: {}, style: 'BUTTONS', options: [{ id: 'option_1', title: {} }, { id: 'option_2', title: {} }] },
  ASK: { text: {}, answer: { type: 'TEXT' }, saveAs: 'answer' },
  BRANCH: { rules: [{ id: 'rule_1', when: { all: [{ left: 'channel.kind', operator: 'EQUALS', right: { literal: 'WHATSAPP' } }] } }] },
  SET: { assignments: [{ to: UNCHOSEN, value: { literal: '' } }] },
  CALL: { connector: UNCHOSEN, operation: UNCHOSEN, input: {} },
  LOOK_UP: { table: UNCHOSEN, where: {}, saveAs: 'found' },
  VERIFY: { method: { kind: 'CODE', via: 'SMS', to: { path: 'contact.phone' } } },
  ANSWER: {},
  SUB_FLOW: { flow: UNCHOSEN, parameters: {}, results: [] },
  JUMP: {},
  WAIT: { minutes: 60 },
  HAND_OFF: {},
  REQUEST: { type: UNCHOSEN, title: {}, fields: {} },
  SURVEY: { survey: 'satisfaction', questions: [{ id: 'question_1', text: {}, type: 'CSAT' }] },
  TAG: { add: [], remove: [] },
  APPOINTMENT: { action: 'FIND' },
  PAYMENT: { amount: { path: 'amount' }, reference: { path: 'conversation.id' }, description: {}, text: {} },
  END: {},
}

export const newStep = (kind: StepKind, id: string, position: Point): Step =>
  ({ id, kind, position: { x: Math.round(position.x), y: Math.round(position.y) }, next: {}, ...structuredClone(DEFAULTS[kind]) }) as Step

/** `chance` keeps a step from getting the name of one that is gone: figures are kept by it. */
export function newStepId(kind: StepKind, taken: Iterable<string>, chance = Math.random): string {
  const tail = Math.floor(chance() * 36 ** 4).toString(36).padStart(4, '0')
  return freeName(`${kind.toLowerCase()}_${tail}`, taken)
}

/** A new step that keeps something does so in a variable of its own, which the flow then has; `wanted`: what an answer is called. */
export function withVariable(flow: Flow, step: Step, wanted?: string): { flow: Flow; step: Step } {
  if (step.kind !== 'ASK' && step.kind !== 'LOOK_UP') return { flow, step }
  const name = freeName((step.kind === 'ASK' && wanted) || step.saveAs, flow.variables.map(variable => variable.name))
  const variable: Variable = { name, type: step.kind === 'ASK' ? 'TEXT' : 'OBJECT', scope: 'FLOW' }
  return { flow: { ...flow, variables: [...flow.variables, variable] }, step: { ...step, saveAs: name } }
}
