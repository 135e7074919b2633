import type { Day } from '../../../platform/day.ts'
import { BadInput } from '../../../platform/errors.ts'
import { addMonths } from '../../../platform/day.ts'
import type { Account } from './account.ts'
import { advance, type Advanced } from './life.ts'

/** How far ahead one may look: who asks for more has made a mistake. */
const MONTHS_AHEAD = 36

/** What happens until a day if nobody does anything: the very same steps, on a copy in memory. */
export function simulate(account: Account, until: Day): Advanced {
  if (until > addMonths(account.day, MONTHS_AHEAD)) throw new BadInput('until', `At most ${MONTHS_AHEAD} months ahead.`)
  return advance(account, until)
}
