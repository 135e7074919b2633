import type { Json } from '@botpro/graphql/flows'
import type { InputType, OperationInput } from '../connector-description.ts'
import { isDay } from '../../../platform/day.ts'
import { CallProblem } from '../call-problem.ts'

const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/
const MOST_CHARACTERS = 20_000

/** The inputs of an operation, each of its kind; what it does not know is left aside. Throws BAD_INPUT. */
export function inputValues(inputs: readonly OperationInput[], given: Record<string, Json>): Record<string, Json> {
  if (JSON.stringify(given).length > MOST_CHARACTERS) throw new CallProblem('BAD_INPUT', 'The input is too long.')
  const values: Record<string, Json> = {}
  for (const { name, type, required } of inputs) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value === undefined || value === null || value === '') {
      if (required) throw new CallProblem('BAD_INPUT', `The input “${name}” is missing.`)
      continue
    }
    const taken = kinds[type](value)
    if (taken === undefined) throw new CallProblem('BAD_INPUT', `The input “${name}” is not of the kind ${type}.`)
    values[name] = taken
  }
  return values
}

type Kind = (value: Json) => Json | undefined

const kinds: Record<InputType, Kind> = {
  TEXT: value => (typeof value === 'object' ? undefined : String(value)),
  NUMBER: value => (typeof value === 'string' ? numberIn(value) : typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  DATE: value => (typeof value === 'string' && DATE.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)) ? value : undefined),
  YES_NO: value => (value === 'true' || value === 'false' ? value === 'true' : typeof value === 'boolean' ? value : undefined),
  OBJECT: value => (typeof value === 'object' ? value : undefined),
}

const numberIn = (text: string): number | undefined => (/^-?\d{1,15}(\.\d{1,10})?$/.test(text.trim()) ? Number(text) : undefined)
