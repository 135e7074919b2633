import { InvalidInput } from '../../platform/refusal.ts'
import type { PredictiveModelDetails } from './predictive-model.entity.ts'

const MAX_NAME = 80
const MAX_ADDRESS = 500
const MAX_MODEL = 200
const MAX_KEY = 500
const MONTHLY_CALLS = [1, 10_000_000] as const
const TIMEOUT_MS = [500, 7000] as const

/** What somebody says of a model, trimmed; or the first thing that is wrong. `plain` are the addresses that need no https. */
export function modelDetails(typed: PredictiveModelDetails, plain: readonly string[] = []): PredictiveModelDetails | InvalidInput {
  const uses = typed.uses.map(({ purpose, model }) => ({ purpose, model: model.trim() }))
  const details = { ...typed, uses, name: typed.name.trim(), baseUrl: typed.baseUrl.trim().replace(/\/+$/, '') }
  return nameProblem(details) ?? addressProblem(details.baseUrl, plain) ?? usesProblem(details) ?? limitsProblem(details) ?? details
}

const nameProblem = ({ name }: PredictiveModelDetails) =>
  (name.length < 1 || name.length > MAX_NAME ? new InvalidInput('name', `Between 1 and ${MAX_NAME} characters.`) : undefined)

function addressProblem(baseUrl: string, plain: readonly string[]): InvalidInput | undefined {
  const url = URL.canParse(baseUrl) && baseUrl.length <= MAX_ADDRESS ? new URL(baseUrl) : undefined
  const isPlain = url?.protocol === 'http:' && (plain.includes(url.host) || plain.includes(url.hostname))
  if (!url || (url.protocol !== 'https:' && !isPlain)) return new InvalidInput('baseUrl', 'Must be an https address.')
  if (url.username || url.password) return new InvalidInput('baseUrl', 'The key does not belong into the address.')
  if (url.search || url.hash) return new InvalidInput('baseUrl', 'Must end where the paths of the interface begin.')
}

function usesProblem({ uses }: PredictiveModelDetails): InvalidInput | undefined {
  if (uses.length === 0) return new InvalidInput('uses', 'It has to be there for something.')
  if (new Set(uses.map(({ purpose }) => purpose)).size < uses.length) return new InvalidInput('uses', 'Each purpose once.')
  const wrong = uses.findIndex(({ model }) => model.length < 1 || model.length > MAX_MODEL)
  if (wrong >= 0) return new InvalidInput(`uses.${wrong}.model`, `Between 1 and ${MAX_MODEL} characters.`)
}

function limitsProblem({ monthlyCalls, timeoutMs }: PredictiveModelDetails): InvalidInput | undefined {
  if (isOutside(monthlyCalls, MONTHLY_CALLS)) return new InvalidInput('monthlyCalls', `Between ${MONTHLY_CALLS.join(' and ')}.`)
  if (isOutside(timeoutMs, TIMEOUT_MS)) return new InvalidInput('timeoutMs', `Between ${TIMEOUT_MS.join(' and ')}.`)
}

const isOutside = (value: number, [least, most]: readonly [number, number]) => value < least || value > most

/** What may stand in a header, and nothing else. */
export const isKey = (key: string): boolean => key.length <= MAX_KEY && /^[\x21-\x7e]+$/.test(key)
