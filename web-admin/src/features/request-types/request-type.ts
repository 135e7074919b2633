import type { RequestTypes_ServiceRequestTypeFragment as RequestType } from '../../contract/graphql.ts'

export interface NameDraft { es: string; en: string }
/** `id` tells rows apart while they are moved; nobody else knows it. */
export interface FieldDraft { id: string; name: string; label: NameDraft }
export interface StateDraft { id: string; key: string; name: NameDraft; isFinal: boolean }
export interface RequestTypeDraft { version: number; key: string; name: NameDraft; fields: FieldDraft[]; states: StateDraft[] }

export const MOST_FIELDS = 50
export const MOST_STATES = 20
const KEY = /^[a-z][a-z0-9_-]{0,59}$/
const FIELD = /^[a-z][A-Za-z0-9_]{0,59}$/

const nameIn = (name?: { es: string | null; en: string | null }): NameDraft => ({ es: name?.es ?? '', en: name?.en ?? '' })
const newId = () => crypto.randomUUID()

export const newField = (): FieldDraft => ({ id: newId(), name: '', label: nameIn() })
export const newState = (): StateDraft => ({ id: newId(), key: '', name: nameIn(), isFinal: false })

/** The states that every request may have, so that a new type is of use at once. */
const usual: [string, string, string, boolean][] = [
  ['new', 'Recibida', 'Received', false], ['in-progress', 'En proceso', 'In progress', false], ['waiting', 'Espera al cliente', 'Waiting for the customer', false],
  ['done', 'Resuelta', 'Done', true], ['rejected', 'Rechazada', 'Rejected', true],
]
export const newDraft = (): RequestTypeDraft => ({
  version: 0, key: '', name: nameIn(), fields: [], states: usual.map(([key, es, en, isFinal]) => ({ id: key, key, name: { es, en }, isFinal })),
})

/** What came from the server is told apart by its own name, so that the same draft is made of the same type. */
export const draftOf = ({ version, key, name, fields, states }: RequestType): RequestTypeDraft => ({
  version, key, name: nameIn(name),
  fields: fields.map(field => ({ id: field.name, name: field.name, label: nameIn(field.label) })),
  states: states.map(state => ({ id: state.key, key: state.key, name: nameIn(state.name), isFinal: state.isFinal })),
})

const inputOfName = ({ es, en }: NameDraft) => ({ es: es.trim() || null, en: en.trim() || null })
export const inputOf = ({ name, fields, states }: RequestTypeDraft) => ({
  name: inputOfName(name),
  fields: fields.map(field => ({ name: field.name.trim(), label: inputOfName(field.label) })),
  states: states.map(({ key, name: called, isFinal }) => ({ key: key.trim(), name: inputOfName(called), isFinal })),
})

export type Problem = 'name' | 'key' | 'fieldName' | 'fieldTwice' | 'fieldLabel' | 'stateKey' | 'stateTwice' | 'stateName' | 'noEnd' | 'firstIsEnd'
/** Which part of the form is wrong, and in which row. */
export interface Found { problem: Problem; at?: number }

const isNamed = ({ es, en }: NameDraft) => Boolean(es.trim() || en.trim())

function firstOf<Row>(rows: readonly Row[], problemOf: (row: Row, at: number) => Problem | undefined): Found | undefined {
  for (const [at, row] of rows.entries()) {
    const problem = problemOf(row, at)
    if (problem) return { problem, at }
  }
}

/** The first thing that cannot be sent as it is. */
export function problemIn({ key, name, fields, states }: RequestTypeDraft): Found | undefined {
  if (!isNamed(name)) return { problem: 'name' }
  if (!KEY.test(key.trim())) return { problem: 'key' }
  const wrongField = firstOf(fields, (field, at) => {
    if (!FIELD.test(field.name.trim())) return 'fieldName'
    if (fields.findIndex(other => other.name.trim() === field.name.trim()) < at) return 'fieldTwice'
    return isNamed(field.label) ? undefined : 'fieldLabel'
  })
  if (wrongField) return wrongField
  const wrongState = firstOf(states, (state, at) => {
    if (!KEY.test(state.key.trim())) return 'stateKey'
    if (states.findIndex(other => other.key.trim() === state.key.trim()) < at) return 'stateTwice'
    return isNamed(state.name) ? undefined : 'stateName'
  })
  if (wrongState) return wrongState
  if (states[0]?.isFinal) return { problem: 'firstIsEnd', at: 0 }
  return states.some(({ isFinal }) => isFinal) ? undefined : { problem: 'noEnd' }
}
