import type { Appointments_ResourceFragment as Resource, AppointmentResourceKind } from '../../../contract/graphql.ts'
import { hoursIn, intervalsOf, problemOf, shiftsOf, WEEKDAYS, weekOf, type Shift, type Week } from '../../../shell/hours/hours.ts'
import { isKey } from '../../../shell/key-of.ts'

export interface DayDraft { id: string; date: string; shifts: Shift[]; note: string }

export interface ResourceDraft {
  version: number
  key: string
  name: string
  kind: AppointmentResourceKind
  place: string
  isActive: boolean
  week: Week
  days: DayDraft[]
  serviceIds: string[]
}

const MORNING: Shift = { opens: '08:00', closes: '12:00' }
const AFTERNOON: Shift = { opens: '14:00', closes: '18:00' }

/** The hours of an office, so that a new one is of use at once. */
export const newDraft = (): ResourceDraft => ({
  version: 0, key: '', name: '', kind: 'PERSON', place: '', isActive: true, days: [], serviceIds: [],
  week: weekOf(WEEKDAYS.slice(0, 5).flatMap(weekday => [{ weekday, ...MORNING }, { weekday, ...AFTERNOON }])),
})

export const newDay = (): DayDraft => ({ id: crypto.randomUUID(), date: '', shifts: [], note: '' })

/** What came from the server is told apart by its date, so that the same draft is made of the same resource. */
export const draftOf = ({ version, key, name, kind, place, isActive, hours, exceptions, services }: Resource): ResourceDraft => ({
  version, key, name, kind, place: place ?? '', isActive, week: weekOf(hours), serviceIds: services.map(({ id }) => id).sort(),
  days: exceptions.map(({ date, hours: own, note }) => ({ id: date, date, shifts: shiftsOf(own), note: note ?? '' })),
})

export const inputOf = ({ name, kind, place, isActive, week, days, serviceIds }: ResourceDraft) => ({
  name: name.trim(), kind, place: place.trim() || null, isActive, hours: intervalsOf(week), serviceIds,
  exceptions: days.map(({ date, shifts, note }) => ({ date, hours: hoursIn(shifts), note: note.trim() || null })),
})

export type Problem = 'name' | 'key' | 'hours' | 'dayDate' | 'dayTwice' | 'dayHours'
export interface Found { problem: Problem; at?: number }

/** The first thing that cannot be sent as it is. */
export function problemIn({ name, key, week, days }: ResourceDraft): Found | undefined {
  if (!name.trim()) return { problem: 'name' }
  if (!isKey(key.trim())) return { problem: 'key' }
  if (WEEKDAYS.some(day => problemOf(week[day]))) return { problem: 'hours' }
  for (const [at, { date, shifts }] of days.entries()) {
    if (!date) return { problem: 'dayDate', at }
    if (days.findIndex(other => other.date === date) < at) return { problem: 'dayTwice', at }
    if (problemOf(shifts)) return { problem: 'dayHours', at }
  }
}
