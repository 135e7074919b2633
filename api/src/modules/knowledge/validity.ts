import { isDay } from '../../platform/day.ts'
import { InvalidInput } from '../../platform/refusal.ts'

/** On which days something is given, as `YYYY-MM-DD`; open where empty. */
export interface Validity {
  validFrom: string | null
  validUntil: string | null
}

/** What is wrong with the days that somebody typed. */
export function validityProblem({ validFrom, validUntil }: Partial<Validity>, at = ''): InvalidInput | undefined {
  if (validFrom && !isDay(validFrom)) return new InvalidInput(`${at}validFrom`, 'There is no such day.')
  if (validUntil && !isDay(validUntil)) return new InvalidInput(`${at}validUntil`, 'There is no such day.')
  if (validFrom && validUntil && validFrom > validUntil) return new InvalidInput(`${at}validUntil`, 'The last day comes before the first.')
  return undefined
}
