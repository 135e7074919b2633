import { BusinessCalendar, type OpeningInterval } from '../../tenancy/index.ts'

export type BotChannelHours = 'ALWAYS' | 'OPEN' | 'CLOSED' | 'WEEKLY'

export interface ServingHours {
  hours: BotChannelHours
  intervals: OpeningInterval[]
}

/** Whether a bot of these hours answers at a moment, where the tenant's people work by this calendar. */
export function isServing({ hours, intervals }: ServingHours, calendar: BusinessCalendar, at: Date): boolean {
  switch (hours) {
    case 'ALWAYS': return true
    case 'OPEN': return calendar.isOpen(at)
    case 'CLOSED': return !calendar.isOpen(at)
    case 'WEEKLY': return new BusinessCalendar(calendar.timeZone, intervals, []).isOpen(at)
  }
}

/**
 * Whether there may be a moment at which both answer. Hours of one's own and those of the company are never let beside each other:
 * the company's change, and nobody would be asked.
 */
export function mayMeet(one: ServingHours, other: ServingHours): boolean {
  const kinds = new Set([one.hours, other.hours])
  if (kinds.has('OPEN') && kinds.has('CLOSED')) return false
  if (kinds.size === 1 && kinds.has('WEEKLY')) return one.intervals.some(mine => other.intervals.some(theirs => shareTime(mine, theirs)))
  return true
}

const shareTime = (mine: OpeningInterval, theirs: OpeningInterval): boolean =>
  mine.weekday === theirs.weekday && mine.opens < theirs.closes && theirs.opens < mine.closes
