import { InvalidInput } from '../../platform/refusal.ts'
import { usualStates } from './request-states.ts'
import type { LocalName, RequestTypeDetails } from './request-type.entity.ts'

type TypedName = { es?: string | null; en?: string | null }

export interface TypedRequestType {
  name: TypedName
  fields: { name: string; label: TypedName }[]
  states: { key: string; name: TypedName; isFinal: boolean }[]
}

const KEY = /^[a-z][a-z0-9_-]{0,59}$/
/** As variables of flows are called. */
const FIELD = /^[a-z][A-Za-z0-9_]{0,59}$/
const MOST_FIELDS = 50
const MOST_STATES = 20
const MOST_NAME = 120

export const isRequestKey = (key: string): boolean => KEY.test(key)

/** What somebody says of a type, trimmed; or the first thing that is wrong. */
export function requestTypeDetails(typed: TypedRequestType): RequestTypeDetails | InvalidInput {
  const details = {
    name: localName(typed.name),
    fields: typed.fields.map(field => ({ name: field.name.trim(), label: localName(field.label) })),
    states: typed.states.length > 0 ? typed.states.map(state => ({ ...state, key: state.key.trim(), name: localName(state.name) })) : [...usualStates],
  }
  return nameProblem(details.name, 'name') ?? fieldsProblem(details) ?? statesProblem(details) ?? details
}

const localName = ({ es, en }: TypedName): LocalName => ({ ...es?.trim() && { es: es.trim() }, ...en?.trim() && { en: en.trim() } })

const nameProblem = ({ es, en }: LocalName, field: string) =>
  (!es && !en || [es, en].some(name => (name?.length ?? 0) > MOST_NAME)
    ? new InvalidInput(field, `Between 1 and ${MOST_NAME} characters, in one language at least.`) : undefined)

const firstProblem = <Item>(items: readonly Item[], problemOf: (item: Item, index: number) => InvalidInput | undefined) => {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index)
    if (problem) return problem
  }
  return undefined
}

function fieldsProblem({ fields }: RequestTypeDetails): InvalidInput | undefined {
  if (fields.length > MOST_FIELDS) return new InvalidInput('fields', `At most ${MOST_FIELDS} fields.`)
  return firstProblem(fields, ({ name, label }, at) => {
    if (!FIELD.test(name)) return new InvalidInput(`fields.${at}.name`, 'Letters, digits and `_`, beginning with a small letter.')
    if (fields.findIndex(other => other.name === name) < at) return new InvalidInput(`fields.${at}.name`, 'Each name once.')
    return nameProblem(label, `fields.${at}.label`)
  })
}

function statesProblem({ states }: RequestTypeDetails): InvalidInput | undefined {
  if (states.length > MOST_STATES) return new InvalidInput('states', `At most ${MOST_STATES} states.`)
  if (!states.some(state => state.isFinal)) return new InvalidInput('states', 'A request has to come to an end: make a state final.')
  if (states[0]!.isFinal) return new InvalidInput('states.0.isFinal', 'What is new is not done with.')
  return firstProblem(states, ({ key, name }, at) => {
    if (!isRequestKey(key)) return new InvalidInput(`states.${at}.key`, 'Small letters, digits, `-` and `_`, beginning with a letter.')
    if (states.findIndex(other => other.key === key) < at) return new InvalidInput(`states.${at}.key`, 'Each key once.')
    return nameProblem(name, `states.${at}.name`)
  })
}
