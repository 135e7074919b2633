import { addDays, daysBetween, daysInMonth, type Day } from '../../../platform/day.ts'
import { overageDays } from './dues.ts'
import type { RatingFacts } from './facts.ts'
import type { Stretch } from './stretch.ts'

/**
 * How many units a month includes: each day on which overage is owed brings its part of what is included on it, and what is begun is
 * whole. `changes` are days on which another number may hold.
 */
export function monthQuota(facts: Pick<RatingFacts, 'covered' | 'suspended'>, month: Day, quotaOn: (day: Day) => number, changes: readonly Stretch[]): number {
  const edges = changes.flatMap(({ startsOn, endsOn }) => (endsOn ? [startsOn, endsOn] : [startsOn])).toSorted()
  let unitDays = 0
  for (const { startsOn, endsOn } of overageDays(facts, month)) {
    for (let day = startsOn; day < endsOn;) {
      const next = edges.find(edge => edge > day && edge < endsOn) ?? endsOn
      unitDays += quotaOn(day) * daysBetween(day, next)
      day = next
    }
  }
  return Math.ceil(unitDays / daysInMonth(month))
}

/** The day on which a quota runs out at the pace so far; empty where it does not within the month. `elapsed` counts today. */
export function runsOutOn({ month, used, quota, elapsed }: { month: Day; used: number; quota: number; elapsed: number }): Day | null {
  if (used <= 0 || elapsed <= 0) return null
  const day = Math.ceil((quota * elapsed) / used)
  return day > daysInMonth(month) ? null : addDays(month, Math.max(day, 1) - 1)
}
