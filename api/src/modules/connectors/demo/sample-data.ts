import type { Json, LocalText } from '@botpro/graphql/flows'
import { type DemoOperation, DemoProblem } from './demo-system.ts'

export type DemoInput = Record<string, Json>
type InputOf = DemoOperation['inputs'][number]

/** What a number ends in decides what happens, so that a flow's failures can be tried by anybody: 503 is down, 504 too slow, 404 unknown. */
const TRIPWIRES: Record<string, () => DemoProblem> = {
  503: () => new DemoProblem('UNAVAILABLE', 503, 'The sample system is down for this number, on purpose.'),
  504: () => new DemoProblem('TIMEOUT', 504, 'The sample system is too slow for this number, on purpose.'),
  404: () => new DemoProblem('NOT_FOUND', 404, 'Nothing is kept under this number.'),
}

/** Of a cédula, the last digit only checks the others. */
const ending = (digits: string) => (digits.length === 11 ? digits.slice(0, -1) : digits).slice(-3)

export const digitsOf = (value: string) => value.replace(/\D/g, '')

export const unknown = (what: string) => new DemoProblem('NOT_FOUND', 404, `The sample system knows no such ${what}.`)

/** What was sent, as text; nothing counts as left out. */
export function textOf(input: DemoInput, name: string): string {
  const value = input[name]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

export function requiredText(input: DemoInput, name: string): string {
  const value = textOf(input, name)
  if (!value) throw new DemoProblem('INVALID_INPUT', 400, `The sample system needs “${name}”.`)
  return value
}

/** The digits of a number that identifies something; some of them fail on purpose. */
export function requiredNumber(input: DemoInput, name: string): string {
  const digits = digitsOf(requiredText(input, name))
  const trip = TRIPWIRES[ending(digits)]
  if (trip) throw trip()
  return digits
}

/** A cédula (11 digits) or an RNC (9). */
export function requiredDocument(input: DemoInput, name = 'document'): string {
  const digits = requiredNumber(input, name)
  if (digits.length !== 11 && digits.length !== 9) throw unknown('document')
  return digits
}

/** The same number for the same words, always; it spreads sample figures, and keeps nothing secret. */
export function spread(words: string, below: number): number {
  let hash = 2166136261
  for (const letter of words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619) >>> 0
  return hash % below
}

/** `PRE-482901`: the last digit says how far the matter is; what has just been opened ends in 1. */
export const newNumber = (prefix: string, input: DemoInput) => `${prefix}-${10000 + spread(JSON.stringify(input), 90000)}1`

/** Where a matter of this number stands: its last digit chooses one of the states, from 1; 0 and what lies beyond are unknown. */
export function stateOf<State>(number: string, states: readonly State[]): State {
  const state = states[Number(number.at(-1)) - 1]
  if (state === undefined || number.length < 4) throw unknown('number')
  return state
}

export const inWords = ({ language }: DemoInput, { ES, EN }: LocalText): string => (language === 'EN' ? EN : ES) ?? ''

const DAY = 86_400_000
/** The calendar day so many days from now, as it is in Santo Domingo. */
export const dayFrom = (now: Date, days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Santo_Domingo' }).format(new Date(now.getTime() + days * DAY))

export const mapUrl = ({ latitude, longitude }: { latitude: number; longitude: number }) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`

export const pesos = (amount: number): Json => ({ amount: amount.toFixed(2), currency: 'DOP' })

/** What an input is, in Spanish and in English. */
type InWords = readonly [ES: string, EN: string]

export const required = (name: string, [ES, EN]: InWords, type: InputOf['type'] = 'TEXT'): InputOf => ({ name, type, required: true, description: { ES, EN } })
export const optional = (name: string, words: InWords, type: InputOf['type'] = 'TEXT'): InputOf => ({ ...required(name, words, type), required: false })
export const language = optional('language', ['ES o EN: en qué idioma se dan los nombres y las explicaciones.', 'ES or EN: in which language names and explanations are given.'])
export const documentInput = required('document', ['Cédula o RNC. Con 001-0000503-2 el sistema está caído, con 001-0000504-0 tarda demasiado y 001-0000404-3 no se conoce.', 'Cédula or RNC. 001-0000503-2 finds the system down, 001-0000504-0 too slow, 001-0000404-3 unknown.'])
