import { isDay } from '../../../platform/day.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { overlappingWeekday } from '../../tenancy/index.ts'
import type { DayException, DayHours, WeekHours } from '../times/openings.ts'
import type { ResourceDetails, ResourceKind } from './bookable-resource.entity.ts'

export interface TypedResource {
  name: string
  kind: ResourceKind
  place?: string | null
  isActive: boolean
  hours: WeekHours[]
  exceptions: { date: string; hours: DayHours[]; note?: string | null }[]
}

const MOST_HOURS = 42
const MOST_EXCEPTIONS = 200

/** What somebody says of a resource, trimmed and in order; or the first thing that is wrong. */
export function resourceDetails(typed: TypedResource): ResourceDetails | InvalidInput {
  const details: ResourceDetails = {
    name: typed.name.trim(), kind: typed.kind, place: typed.place?.trim() || null, isActive: typed.isActive,
    hours: typed.hours.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    exceptions: typed.exceptions.map(exceptionOf).sort((a, b) => a.date.localeCompare(b.date)),
  }
  return textsProblem(details) ?? hoursProblem(details.hours) ?? exceptionsProblem(details.exceptions) ?? details
}

const exceptionOf = ({ date, hours, note }: TypedResource['exceptions'][number]): DayException => ({
  date, hours: hours.map(({ opens, closes }) => ({ opens, closes })), note: note?.trim() || null,
})

function textsProblem({ name, place }: ResourceDetails): InvalidInput | undefined {
  if (name.length < 1 || name.length > 120) return new InvalidInput('name', 'Between 1 and 120 characters.')
  if ((place?.length ?? 0) > 200) return new InvalidInput('place', 'At most 200 characters.')
}

function hoursProblem(hours: WeekHours[]): InvalidInput | undefined {
  if (hours.length > MOST_HOURS) return new InvalidInput('hours', `At most ${MOST_HOURS}.`)
  const weekday = overlappingWeekday(hours)
  if (weekday) return new InvalidInput('hours', `On ${weekday}, hours overlap, or do not end after they begin.`)
}

function exceptionsProblem(exceptions: DayException[]): InvalidInput | undefined {
  if (exceptions.length > MOST_EXCEPTIONS) return new InvalidInput('exceptions', `At most ${MOST_EXCEPTIONS}.`)
  for (const [i, { date, hours, note }] of exceptions.entries()) {
    if (!isDay(date)) return new InvalidInput('exceptions', `${date} is not a day.`)
    if (exceptions[i + 1]?.date === date) return new InvalidInput('exceptions', `${date} is there twice.`)
    if (hours.length > 6 || overlappingWeekday(hours.map(one => ({ weekday: 'MONDAY', ...one })))) return new InvalidInput('exceptions', `On ${date}, hours overlap, or do not end after they begin.`)
    if ((note?.length ?? 0) > 120) return new InvalidInput('exceptions', 'Notes have at most 120 characters.')
  }
}
