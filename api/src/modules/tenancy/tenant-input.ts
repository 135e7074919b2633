import { InvalidInput } from '../../platform/refusal.ts'
import { isTimeZone, type Holiday, type OpeningInterval } from './business-calendar.ts'
import type { TenantProfile } from './tenant.entity.ts'

const SLUG = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/
const NAME_LENGTH = 120
const MOST_INTERVALS = 70
const MOST_HOLIDAYS = 200

/** Each of these answers the first thing that cannot be taken, or undefined. */
export function nameProblem(name: string, field = 'name'): InvalidInput | undefined {
  const length = [...name.trim()].length
  if (length < 1 || length > NAME_LENGTH)
    return new InvalidInput(field, `Must have 1 to ${NAME_LENGTH} characters.`)
}

export function slugProblem(slug: string): InvalidInput | undefined {
  if (!SLUG.test(slug)) return new InvalidInput('slug', 'Lower-case letters, digits and hyphens, 3 to 40.')
}

export function currencyProblem(currency: string): InvalidInput | undefined {
  const known = Intl.supportedValuesOf('currency').includes(currency)
  if (!known) return new InvalidInput('currency', 'Must be an ISO 4217 code.')
}

export function profileProblem({ name, timeZone }: TenantProfile): InvalidInput | undefined {
  if (!isTimeZone(timeZone)) return new InvalidInput('timeZone', 'Must be an IANA time zone.')
  return nameProblem(name)
}

export function calendarProblem(intervals: OpeningInterval[], holidays: Holiday[]): InvalidInput | undefined {
  if (intervals.length > MOST_INTERVALS) return new InvalidInput('intervals', `At most ${MOST_INTERVALS}.`)
  if (holidays.length > MOST_HOLIDAYS) return new InvalidInput('holidays', `At most ${MOST_HOLIDAYS}.`)
  return holidays.map(holidayProblem).find(problem => problem) ?? repeatedHoliday(holidays)
}

function holidayProblem({ date, name }: Holiday): InvalidInput | undefined {
  const exists = new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)
  return exists ? nameProblem(name, 'holidays') : new InvalidInput('holidays', `${date} is not a day.`)
}

function repeatedHoliday(holidays: Holiday[]): InvalidInput | undefined {
  const dates = holidays.map(holiday => holiday.date)
  const twice = dates.find((date, index) => dates.indexOf(date) !== index)
  if (twice) return new InvalidInput('holidays', `${twice} is there twice.`)
}
