import { addDays, dayAt, minutesAt, spanOfDays } from '@botpro/ui/format/zone-day.ts'

/** A stretch of one day, in minutes of the clock on the wall. */
export interface Band {
  from: number
  until: number
}

export interface Stretch {
  from: string
  until: string
}

const END_OF_DAY = 1440

/** What of a stretch of time falls on a day. On a day on which the clock goes back it may end before it begins: then it is as long as it lasts. */
export function bandOn(day: string, { from, until }: Stretch, timeZone: string): Band | undefined {
  const { from: start, until: end } = spanOfDays(day, 1, timeZone)
  const [begins, ends] = [Math.max(Date.parse(from), Date.parse(start)), Math.min(Date.parse(until), Date.parse(end))]
  if (begins >= ends) return undefined
  const first = minutesAt(new Date(begins), timeZone)
  const last = ends === Date.parse(end) ? END_OF_DAY : minutesAt(new Date(ends), timeZone)
  return { from: first, until: last > first ? last : Math.min(END_OF_DAY, first + (ends - begins) / 60_000) }
}

/** The days that a stretch touches. */
export const daysOf = (first: string, count: number): string[] => Array.from({ length: count }, (_, at) => addDays(first, at))

export const isOn = (day: string, at: string, timeZone: string): boolean => dayAt(at, timeZone) === day

/** In order, those that touch joined. */
export function joined(bands: readonly Band[]): Band[] {
  const whole: Band[] = []
  for (const { from, until } of bands.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && last.until >= from) last.until = Math.max(last.until, until)
    else whole.push({ from, until })
  }
  return whole
}

/** What is left of some bands without others. */
export function without(bands: readonly Band[], taken: readonly Band[]): Band[] {
  return taken.reduce<Band[]>((left, { from, until }) => left.flatMap(band => {
    if (until <= band.from || from >= band.until) return [band]
    return [{ from: band.from, until: from }, { from: until, until: band.until }].filter(part => part.from < part.until)
  }), [...bands])
}

/** A gap in which hardly anything fits is not worth a button. */
export const SHORTEST_FREE = 10

export interface Worker {
  openings: readonly Band[]
  taken: readonly Band[]
}

/** When at least one of them is free, from a minute on. */
export const freeOf = (workers: readonly Worker[], from = 0): Band[] =>
  joined(workers.flatMap(({ openings, taken }) => without(joined(openings), taken)))
    .map(band => ({ ...band, from: Math.max(band.from, from) })).filter(band => band.until - band.from >= SHORTEST_FREE)

export interface Placed<Item> extends Band {
  item: Item
  /** Which of so many places beside each other it has. */
  lane: number
  lanes: number
}

/** As short as it may be and still be read. */
export const SHORTEST_SHOWN = 22

/** Beside each other where they overlap, each as wide as it can be. Whoever begins first is on the left. */
export function laidOut<Item>(items: readonly (Band & { item: Item })[]): Placed<Item>[] {
  const placed: Placed<Item>[] = []
  let cluster: Placed<Item>[] = []
  let end = -1
  const close = () => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane)) + 1
    placed.push(...cluster.map(one => ({ ...one, lanes })))
    cluster = []
  }
  for (const { item, from, until: ends } of items.toSorted((a, b) => a.from - b.from || b.until - a.until)) {
    const until = Math.min(END_OF_DAY, Math.max(ends, from + SHORTEST_SHOWN))
    if (from >= end) close()
    const taken = new Set(cluster.filter(one => one.until > from).map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane++
    cluster.push({ item, from, until, lane, lanes: 1 })
    end = Math.max(end, until)
  }
  close()
  return placed
}

const USUAL: Band = { from: 8 * 60, until: 18 * 60 }

/** From the first full hour to the last in which there is something. */
export function hoursShown(bands: readonly Band[]): Band {
  if (!bands.length) return USUAL
  const from = Math.floor(Math.min(...bands.map(band => band.from)) / 60) * 60
  const until = Math.ceil(Math.max(...bands.map(band => band.until)) / 60) * 60
  return { from, until: Math.max(until, from + 60) }
}
