import { dayAt, minutesAt } from '@botpro/ui/format/zone-day.ts'
import type { AppointmentCard_AppointmentFragment as Appointment } from '../../../contract/graphql.ts'
import { bandOn, freeOf, joined, laidOut, type Band, type Placed } from './bands.ts'

export interface Opening {
  resourceId: string
  from: string
  until: string
}

export interface Resource {
  id: string
  name: string
}

/** A day, of one resource or of several. */
export interface Column {
  key: string
  day: string
  /** Empty for several. */
  resource?: Resource
  openings: Band[]
  free: Band[]
  appointments: Placed<Appointment>[]
}

export interface Facts {
  appointments: readonly Appointment[]
  openings: readonly Opening[]
  resources: readonly Resource[]
  timeZone: string
  now: Date
}

/** What is cancelled leaves its time to others. */
export const isCancelled = ({ state }: Pick<Appointment, 'state'>) => state === 'CANCELLED'

const stretchOf = ({ startsAt, endsAt }: Appointment) => ({ from: startsAt, until: endsAt })

/** Nothing is booked for a time that has passed. */
function nowOn(day: string, { now, timeZone }: Facts): number {
  const today = dayAt(now, timeZone)
  return day === today ? minutesAt(now, timeZone) : day < today ? 1440 : 0
}

function columnOf(day: string, resources: readonly Resource[], facts: Facts): Omit<Column, 'key'> {
  const { timeZone } = facts
  const ids = new Set(resources.map(({ id }) => id))
  const theirs = facts.appointments.filter(({ resource }) => ids.has(resource.id))
  const appointments = theirs.flatMap(item => {
    const band = bandOn(day, stretchOf(item), timeZone)
    return band ? [{ ...band, item }] : []
  })
  const workers = resources.map(({ id }) => ({
    openings: facts.openings.flatMap(one => (one.resourceId === id ? bandOn(day, one, timeZone) ?? [] : [])),
    taken: appointments.filter(({ item }) => item.resource.id === id && !isCancelled(item)),
  }))
  return {
    day, openings: joined(workers.flatMap(({ openings }) => openings)), free: freeOf(workers, nowOn(day, facts)), appointments: laidOut(appointments),
    resource: resources.length === 1 ? resources[0] : undefined,
  }
}

/** One day, a column for each of them. */
export const columnsByResource = (day: string, facts: Facts): Column[] =>
  facts.resources.map(resource => ({ key: resource.id, ...columnOf(day, [resource], facts), resource }))

/** Several days, all of them in each. */
export const columnsByDay = (days: readonly string[], facts: Facts): Column[] =>
  days.map(day => ({ key: day, ...columnOf(day, facts.resources, facts) }))

/** What one does after the other: what is booked, and in between what is free. */
export type Entry = { kind: 'FREE'; band: Band } | { kind: 'BOOKED'; appointment: Appointment; from: number }

export const entriesOf = ({ free, appointments }: Column): Entry[] => [
  ...free.map(band => ({ kind: 'FREE' as const, band, from: band.from })),
  ...appointments.map(({ item, from }) => ({ kind: 'BOOKED' as const, appointment: item, from })),
].sort((a, b) => a.from - b.from)
