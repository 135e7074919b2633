import type { BotChannelHours, ChannelRow_BotChannelFragment as BotChannel, Weekday } from '../../../contract/graphql.ts'
import { formOf, inputOf, isSound, WEEKDAYS, type CalendarForm } from '../../calendar/week.ts'

export const HOURS: BotChannelHours[] = ['ALWAYS', 'OPEN', 'CLOSED', 'WEEKLY']
export type Week = CalendarForm['week']
type Interval = BotChannel['intervals'][number]

const asCalendar = (intervals: readonly Interval[]) => formOf({ __typename: 'BusinessCalendar', timeZone: '', intervals: [...intervals], holidays: [], isOpen: false, changesAt: null, version: 0 })
export const weekOf = (intervals: readonly Interval[]): Week => asCalendar(intervals).week
export const intervalsOf = (week: Week) => inputOf({ version: 0, week, holidays: [] }).intervals

/** Weekly hours need at least one shift, and each must be sound. */
export const isComplete = (hours: BotChannelHours, week: Week): boolean =>
  hours !== 'WEEKLY' || (isSound({ version: 0, week, holidays: [] }) && intervalsOf(week).length > 0)

/** Each day's hours in one line, days without any left out. */
export const dayLines = (intervals: readonly Interval[]): [day: Weekday, shifts: string][] =>
  WEEKDAYS.map((day): [Weekday, string] => [day, intervals.filter(({ weekday }) => weekday === day).map(({ opens, closes }) => `${opens}–${closes}`).toSorted().join(', ')]).filter(([, shifts]) => shifts)
