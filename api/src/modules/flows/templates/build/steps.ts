import type {
  Answer, ChannelKind, Condition, Key, MenuOption, Priority, Saying, StepKind, StepOf, Value,
} from '@botpro/graphql/flows'
import type { Text } from './text.ts'

/** A step as it stands in a template: its id is the name it is written under, its place on the canvas is found. */
export type Draft = { [Kind in StepKind]: Omit<StepOf<Kind>, 'id' | 'position'> }[StepKind]

/** Where standard steps take over when a step names no other: see `standard.ts`. */
const LOST = 'lost'
const TROUBLE = 'trouble'

type Called = { name?: string; note?: string }
type Patience = { retries?: number; notUnderstood?: Text; help?: Text; variants?: { channels: ChannelKind[]; text: Text }[] }

const leads = (exits: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(exits).filter((exit): exit is [string, string] => exit[1] !== undefined))

const isText = (said: Text | Saying): said is Text => !('kind' in said)

/** Without `next` the flow ends there. */
export const say = (said: Text | Saying | (Text | Saying)[], next?: string): Draft => ({
  kind: 'SAY', next: leads({ done: next }),
  messages: [said].flat().map(one => (isText(one) ? { kind: 'TEXT', text: one } : one)),
})

type OptionTo = { title: Text; description?: Text; words?: string[]; to: string }

export const option = (title: Text, to: string, more: { description?: Text; words?: string[] } = {}): OptionTo => ({ title, to, ...more })

type MenuOf = Called & Patience & {
  text: Text
  options: Record<string, OptionTo>
  items?: { list: string; title: Text; description?: Text; most?: number; to: string }
  failed?: string
  saveAs?: string
}

const menuStep = (style: 'BUTTONS' | 'LIST') => ({ options, items, failed = LOST, ...rest }: MenuOf): Draft => ({
  kind: 'MENU', style, ...rest,
  options: Object.entries(options).map(([id, { to: _to, ...shown }]): MenuOption => ({ id, ...shown })),
  ...(items && { items: { list: items.list, title: items.title, description: items.description, most: items.most } }),
  next: leads({ ...Object.fromEntries(Object.entries(options).map(([id, { to }]) => [id, to])), chosen: items?.to, failed }),
})

/** At most three choices of twenty characters are buttons everywhere; more are a list. */
export const buttons = menuStep('BUTTONS')
export const list = menuStep('LIST')

export const ask = (
  { next, failed = LOST, ...asked }: Called & Patience & { text: Text; answer: Answer; saveAs: string; skipIfKnown?: boolean; next: string; failed?: string },
): Draft => ({ kind: 'ASK', ...asked, next: leads({ answered: next, failed }) })

export const branch = (rules: Record<string, { when: Condition; to: string }>, otherwise: string, called: Called = {}): Draft => ({
  kind: 'BRANCH', ...called,
  rules: Object.entries(rules).map(([id, { when }]) => ({ id, when })),
  next: leads({ ...Object.fromEntries(Object.entries(rules).map(([id, { to }]) => [id, to])), otherwise }),
})

export const set = (assignments: Record<string, Value>, next: string, called: Called = {}): Draft => ({
  kind: 'SET', ...called, assignments: Object.entries(assignments).map(([to, value]) => ({ to, value })), next: leads({ done: next }),
})

export const call = (
  connector: Key, operation: Key, input: Record<string, Value>,
  { next, failed = TROUBLE, ...more }: Called & { saveAs?: string; save?: { from: string; to: string }[]; waitText?: Text; next: string; failed?: string },
): Draft => ({ kind: 'CALL', connector, operation, input, ...more, next: leads({ done: next, failed }) })

export const lookUp = (table: Key, where: Record<string, Value>, { saveAs, found, missing, ...called }: Called & { saveAs: string; found: string; missing: string }): Draft =>
  ({ kind: 'LOOK_UP', table, where, saveAs, ...called, next: leads({ found, missing }) })

type Verified = Called & { text?: Text; notUnderstood?: Text; attempts?: number; saveAs?: string; next: string; failed: string }

export const verifyByCode = ({ via, to, minutes = 10, next, failed, ...more }: Verified & { via: 'SMS' | 'EMAIL' | 'WHATSAPP'; to: Value; minutes?: number }): Draft =>
  ({ kind: 'VERIFY', method: { kind: 'CODE', via, to, minutes }, ...more, next: leads({ verified: next, failed }) })

export const verifyByKnownData = ({ questions, next, failed, ...more }: Verified & { questions: { id: string; text: Text; expected: Value }[] }): Draft =>
  ({ kind: 'VERIFY', method: { kind: 'KNOWN_DATA', questions }, ...more, next: leads({ verified: next, failed }) })

export const answerFromKnowledge = ({ answered, unanswered, ...more }: Called & { question?: Value; saveAs?: string; answered?: string; unanswered: string }): Draft =>
  ({ kind: 'ANSWER', ...more, next: leads({ answered, unanswered }) })

export const subFlow = (
  flow: Key, { next, failed = LOST, parameters = {}, results = {}, ...called }: Called & { parameters?: Record<string, Value>; results?: Record<string, string>; next: string; failed?: string },
): Draft => ({
  kind: 'SUB_FLOW', flow, parameters, ...called,
  results: Object.entries(results).map(([from, to]) => ({ from, to })), next: leads({ done: next, failed }),
})

/** On with another flow, for good. */
export const jump = (flow: Key, parameters?: Record<string, Value>): Draft => ({ kind: 'JUMP', flow, ...(parameters && { parameters }), next: {} })

export const wait = ({ elapsed, happened, written, ...more }: Called & { minutes?: number; until?: string; event?: Key; saveAs?: string; elapsed?: string; happened?: string; written?: string }): Draft =>
  ({ kind: 'WAIT', ...more, next: leads({ elapsed, happened, written }) })

export const handOff = ({ next, ...more }: Called & { text?: Text; queue?: string; priority?: Priority; summary?: Text; next?: string }): Draft =>
  ({ kind: 'HAND_OFF', ...more, next: leads({ returned: next }) })

export const request = (
  type: Key, { next, failed = TROUBLE, ...more }: Called & { title: Text; fields: Record<string, Value>; priority?: Priority; saveAs?: string; next: string; failed?: string },
): Draft => ({ kind: 'REQUEST', type, ...more, next: leads({ done: next, failed }) })

export const survey = (
  key: Key, { next, skipped, ...more }: Called & { intro?: Text; thanks?: Text; questions: StepOf<'SURVEY'>['questions']; next?: string; skipped?: string },
): Draft => ({ kind: 'SURVEY', survey: key, ...more, next: leads({ done: next, skipped }) })

export const tag = (add: string[], next: string, remove: string[] = []): Draft => ({ kind: 'TAG', add, remove, next: leads({ done: next }) })

type AppointmentOf = Omit<StepOf<'APPOINTMENT'>, 'id' | 'kind' | 'position' | 'next' | 'action' | 'note'> & { next: string; failed?: string }

export const appointment = (action: StepOf<'APPOINTMENT'>['action'], { next, failed = TROUBLE, ...more }: AppointmentOf): Draft =>
  ({ kind: 'APPOINTMENT', action, ...more, next: leads({ done: next, failed }) }) as Draft

export const payment = (
  { paid, failed, expired, ...more }: Called & { amount: Value; reference: Value; description: Text; text: Text; minutes?: number; saveAs?: string; paid: string; failed: string; expired: string },
): Draft => ({ kind: 'PAYMENT', ...more, next: leads({ paid, failed, expired }) })

/** The flow is over; `outcome` is its name in the figures. */
export const end = (outcome: string, more: { failed?: boolean; closes?: boolean } = {}): Draft => ({ kind: 'END', outcome, ...more, next: {} })
