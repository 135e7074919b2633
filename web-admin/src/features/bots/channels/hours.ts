import type { BotChannelHours, ChannelRow_BotChannelFragment as BotChannel, Weekday } from '../../../contract/graphql.ts'
import { intervalsOf, problemOf, WEEKDAYS, type Week } from '../../../shell/hours/hours.ts'

export const HOURS: BotChannelHours[] = ['ALWAYS', 'OPEN', 'CLOSED', 'WEEKLY']
type Interval = BotChannel['intervals'][number]

/** Weekly hours need at least one shift, and each must be sound. */
export const isComplete = (hours: BotChannelHours, week: Week): boolean =>
  hours !== 'WEEKLY' || (WEEKDAYS.every(day => !problemOf(week[day])) && intervalsOf(week).length > 0)

/** Each day's hours in one line, days without any left out. */
export const dayLines = (intervals: readonly Interval[]): [day: Weekday, shifts: string][] =>
  WEEKDAYS.map((day): [Weekday, string] => [day, intervals.filter(({ weekday }) => weekday === day).map(({ opens, closes }) => `${opens}–${closes}`).toSorted().join(', ')]).filter(([, shifts]) => shifts)
