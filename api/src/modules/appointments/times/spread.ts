interface Timed {
  start: Date
}

/** A few times are of so many days, where there are as many. */
export const SPREAD_DAYS = 3

/**
 * A few of many: the soonest, and others over the day and over several days, since who cannot come in the morning is not helped by five
 * mornings. Every time that is left out is one that another of its day stands for. In order.
 */
export function spread<Time extends Timed>(times: readonly Time[], most: number, dayOf: (at: Date) => string): Time[] {
  if (times.length <= most) return [...times]
  const days = [...Map.groupBy(times, ({ start }) => dayOf(start)).values()]
  const aDay = Math.max(1, Math.ceil(most / Math.min(SPREAD_DAYS, days.length)))
  const chosen = new Set<Time>()
  for (const day of days) for (const time of evenly(day, Math.min(aDay, most - chosen.size))) chosen.add(time)
  // Days with little left make room for more of the others.
  for (const time of times) if (chosen.size < most) chosen.add(time)
  return times.filter(time => chosen.has(time))
}

/** The first, the last, and those between at like distances. */
function evenly<Time>(times: readonly Time[], count: number): Time[] {
  if (count >= times.length) return [...times]
  if (count <= 1) return times.slice(0, count)
  return Array.from({ length: count }, (_, i) => times[Math.round(i * (times.length - 1) / (count - 1))]!)
}
