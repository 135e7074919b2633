import type { ReadUnit } from '../../../platform/unit.ts'
import { busyWithin, calendarFor, type Calendar, type Offer, type Provider } from './bookable.queries.ts'
import { idOf, type FreeTime } from './free-time.ts'
import { busyOf, endOf, freeStarts } from './free-starts.ts'
import { dateOf, dayOf, earlier, later, openingsOf, type WorkingHours } from './openings.ts'
import { SPREAD_DAYS, spread } from './spread.ts'

/** Times of one service, from those who do it. */
export interface Search {
  offer: Offer
  providers: Provider[]
  from: Date
  until: Date
  most: number
  /** All of them in order, not a few of each day. */
  isWhole?: boolean
  except?: string
}

interface Found {
  start: Date
  provider: Provider
}

const DAY = 86_400_000
/** Further than the longest appointment and what is kept free around it. */
const REACH = 2 * DAY
const STRETCH = 14 * DAY

export async function findTimes(unit: ReadUnit, search: Search): Promise<FreeTime[]> {
  const { providers, until, most, isWhole, offer } = search
  if (providers.length === 0) return []
  const calendar = await calendarFor(unit)
  const found: Found[] = []
  for (let { from } = search; from < until && !isEnough(found, search, calendar); from = stretchFrom(from)) {
    found.push(...await stretchOf(unit, search, calendar, { from, until: earlier(until, stretchFrom(from)) }))
  }
  const few = isWhole ? found.slice(0, most) : spread(found, most, at => dateOf(at, calendar.timeZone))
  return few.map(time => freeTimeOf(offer, time))
}

const stretchFrom = (from: Date) => new Date(from.getTime() + STRETCH)

/** To choose well among times, those of several days have to be known. */
const isEnough = (found: Found[], { most, isWhole }: Search, { timeZone }: Calendar) =>
  found.length >= most && (isWhole === true || new Set(found.map(({ start }) => dateOf(start, timeZone))).size >= SPREAD_DAYS)

async function stretchOf(unit: ReadUnit, { offer, providers, except }: Search, calendar: Calendar, { from, until }: { from: Date; until: Date }): Promise<Found[]> {
  const [earliest, latest] = [dayOf(dateOf(from, calendar.timeZone), calendar.timeZone).from, new Date(until.getTime() + REACH)]
  const busy = await busyWithin(unit, { resourceIds: providers.map(({ id }) => id), from: new Date(from.getTime() - REACH), until: latest, except })
  const each = providers.map(provider => {
    const theirs = busy.filter(({ resourceId }) => resourceId === provider.id)
    const openings = openingsOf(workOf(provider, calendar), earliest, latest)
    const starts = [...freeStarts({ length: offer, openings, busy: theirs, from, until, timeZone: calendar.timeZone })]
    return { provider, load: theirs.length, starts }
  })
  return onePerStart(each)
}

/** Where several are free at one time, whoever has the least to do. */
function onePerStart(each: { provider: Provider; load: number; starts: Date[] }[]): Found[] {
  const byStart = new Map<number, Found>()
  for (const { provider, starts } of each.toSorted((a, b) => a.load - b.load))
    for (const start of starts) if (!byStart.has(start.getTime())) byStart.set(start.getTime(), { start, provider })
  return [...byStart.values()].sort((a, b) => a.start.getTime() - b.start.getTime())
}

const workOf = ({ hours, exceptions }: Provider, { timeZone, holidays }: Calendar): WorkingHours => ({ timeZone, hours, exceptions, holidays })

const freeTimeOf = (offer: Offer, { start, provider }: Found): FreeTime => ({
  id: idOf({ service: offer.key, resource: provider.key, start }), service: offer.key, resource: provider.key,
  resourceName: provider.name, start: start.toISOString(), end: endOf(offer, start).toISOString(),
})

/** Whether the resource works then, and nobody else has it. */
export async function isFreeAt(unit: ReadUnit, { offer, provider, start, except }: { offer: Offer; provider: Provider; start: Date; except?: string }): Promise<boolean> {
  const [wanted, end] = [busyOf(offer, start), endOf(offer, start)]
  const openings = openingsOf(workOf(provider, await calendarFor(unit)), new Date(start.getTime() - REACH), new Date(end.getTime() + REACH))
  if (!openings.some(({ from, to }) => from <= start && end <= to)) return false
  return (await busyWithin(unit, { resourceIds: [provider.id], from: wanted.from, until: wanted.to, except })).length === 0
}

/** The time in which whoever has to keep to the service's limits may book. */
export const bookableUntil = ({ horizonDays }: Offer, now: Date): Date => new Date(now.getTime() + horizonDays * DAY)
export const bookableFrom = ({ noticeMinutes }: Offer, now: Date, from?: Date): Date => {
  const soonest = new Date(now.getTime() + noticeMinutes * 60_000)
  return from ? later(from, soonest) : soonest
}
