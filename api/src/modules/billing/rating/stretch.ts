import { daysBetween, type Day } from '../../../platform/day.ts'

/** Days in a row: `startsOn` is one of them, `endsOn` the first that is none any more; open where it has no end. */
export interface Stretch {
  startsOn: Day
  endsOn: Day | null
}

/** One that has an end. */
export interface Days {
  startsOn: Day
  endsOn: Day
}

const FOREVER = '9999-12-31'

export const holds = ({ startsOn, endsOn }: Stretch, day: Day): boolean => startsOn <= day && (endsOn === null || day < endsOn)

/** In order, none touching another: what two say of one day counts once. */
export function united(stretches: readonly Stretch[]): Days[] {
  if (stretches.length === 0) return []
  if (stretches.length === 1) return endless(stretches[0]!)
  const found: Days[] = []
  const known = stretches.flatMap(endless)
  for (const next of known.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))) {
    const last = found.at(-1)
    if (last && next.startsOn <= last.endsOn) last.endsOn = last.endsOn > next.endsOn ? last.endsOn : next.endsOn
    else found.push({ ...next })
  }
  return found
}

const endless = ({ startsOn, endsOn }: Stretch): Days[] => (endsOn === null ? [{ startsOn, endsOn: FOREVER }] : startsOn < endsOn ? [{ startsOn, endsOn }] : [])

/** The days that both have. */
export function shared(some: readonly Stretch[], others: readonly Stretch[]): Days[] {
  const right = united(others)
  return united(some).flatMap(one => right.map(other => ({
    startsOn: one.startsOn > other.startsOn ? one.startsOn : other.startsOn,
    endsOn: one.endsOn < other.endsOn ? one.endsOn : other.endsOn,
  }))).filter(({ startsOn, endsOn }) => startsOn < endsOn)
}

/** The days of the first that the second has not. */
export function without(some: readonly Stretch[], taken: readonly Stretch[]): Days[] {
  let left = united(some)
  for (const hole of united(taken)) {
    left = left.flatMap(one => [
      { startsOn: one.startsOn, endsOn: one.endsOn < hole.startsOn ? one.endsOn : hole.startsOn },
      { startsOn: one.startsOn > hole.endsOn ? one.startsOn : hole.endsOn, endsOn: one.endsOn },
    ]).filter(({ startsOn, endsOn }) => startsOn < endsOn)
  }
  return left
}

export const countDays = (days: readonly Days[]): number => days.reduce((count, { startsOn, endsOn }) => count + daysBetween(startsOn, endsOn), 0)
