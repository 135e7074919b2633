import type { Appointments_ServiceFragment as Service } from '../../../contract/graphql.ts'
import { isKey } from '../../../shell/key-of.ts'
import { inputOfText, textIn, type TextDraft } from '../text-draft.ts'

/** `id` tells rows apart while they change; nobody else knows it. */
export interface ReminderDraft { id: string; minutesBefore: number; text: TextDraft }

export interface ServiceDraft {
  version: number
  key: string
  name: TextDraft
  instructions: TextDraft
  minutes: number
  minutesBefore: number
  minutesAfter: number
  noticeMinutes: number
  horizonDays: number
  cancelMinutes: number
  price: string
  currency: string
  isActive: boolean
  reminders: ReminderDraft[]
  templateName: string
}

export const MOST_REMINDERS = 5
export const GAPS = ['name', 'service', 'date', 'time', 'person', 'place'] as const
const DAY = 1440
const MONTH = 30 * DAY

const REMINDER: TextDraft = {
  es: 'Hola {{name}}: le recordamos su cita de {{service}} el {{date}} a las {{time}} con {{person}}.',
  en: 'Hello {{name}}: this is a reminder of your appointment, {{service}}, on {{date}} at {{time}} with {{person}}.',
}
/** The day before, then two hours, then what is left. */
const TIMES = [DAY, 120, 2 * DAY, 60, 7 * DAY, 30]

export const newReminder = (others: readonly ReminderDraft[]): ReminderDraft => ({
  id: crypto.randomUUID(), minutesBefore: TIMES.find(time => others.every(({ minutesBefore }) => minutesBefore !== time)) ?? 15, text: { ...REMINDER },
})

export const newDraft = (currency = ''): ServiceDraft => ({
  version: 0, key: '', name: textIn(), instructions: textIn(), minutes: 30, minutesBefore: 0, minutesAfter: 0, noticeMinutes: 60, horizonDays: 60, cancelMinutes: 120,
  price: '', currency, isActive: true, reminders: [{ id: 'first', minutesBefore: DAY, text: { ...REMINDER } }], templateName: '',
})

/** What came from the server is told apart by its own time, so that the same draft is made of the same service. */
export const draftOf = ({ name, instructions, price, currency, reminders, templateName, ...service }: Service, tenantCurrency = ''): ServiceDraft => ({
  version: service.version, key: service.key, name: textIn(name), instructions: textIn(instructions), minutes: service.minutes, minutesBefore: service.minutesBefore,
  minutesAfter: service.minutesAfter, noticeMinutes: service.noticeMinutes, horizonDays: service.horizonDays, cancelMinutes: service.cancelMinutes, isActive: service.isActive,
  price: price ?? '', currency: currency ?? tenantCurrency, templateName: templateName ?? '',
  reminders: reminders.map(({ minutesBefore, text }) => ({ id: String(minutesBefore), minutesBefore, text: textIn(text) })),
})

export const inputOf = ({ version: _version, key: _key, name, instructions, price, currency, reminders, templateName, ...rest }: ServiceDraft) => ({
  ...rest, name: inputOfText(name), instructions: instructions.es.trim() ? inputOfText(instructions) : null, price: price.trim() || null,
  currency: price.trim() ? currency.trim().toUpperCase() : null, templateName: templateName.trim() || null,
  reminders: reminders.map(({ minutesBefore, text }) => ({ minutesBefore, text: inputOfText(text) })),
})

export type Problem =
  | 'name' | 'key' | 'minutes' | 'instructions' | 'around' | 'noticeMinutes' | 'horizonDays' | 'cancelMinutes' | 'price' | 'currency'
  | 'reminderTime' | 'reminderTwice' | 'reminderText' | 'reminderGap'
/** Which part of the form is wrong, and in which row. */
export interface Found { problem: Problem; at?: number; gap?: string }

const isBetween = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most
const GAP = /\{\{\s*([^{}]*?)\s*\}\}/g
const wrongGap = ({ es, en }: TextDraft) => [...`${es} ${en}`.matchAll(GAP)].map(([, name]) => name!).find(name => !(GAPS as readonly string[]).includes(name))

function problemInReminders(reminders: readonly ReminderDraft[]): Found | undefined {
  for (const [at, { minutesBefore, text }] of reminders.entries()) {
    if (!isBetween(minutesBefore, 5, MONTH)) return { problem: 'reminderTime', at }
    if (reminders.findIndex(other => other.minutesBefore === minutesBefore) < at) return { problem: 'reminderTwice', at }
    if (!text.es.trim()) return { problem: 'reminderText', at }
    const gap = wrongGap(text)
    if (gap !== undefined) return { problem: 'reminderGap', at, gap }
  }
}

/** The first thing that cannot be sent as it is, as the form goes from above to below. */
export function problemIn(draft: ServiceDraft): Found | undefined {
  const { name, key, instructions, price, currency } = draft
  const first: [boolean, Problem][] = [
    [Boolean(name.es.trim()), 'name'], [isKey(key.trim()), 'key'], [!instructions.en.trim() || Boolean(instructions.es.trim()), 'instructions'], [isBetween(draft.minutes, 5, DAY), 'minutes'],
    [isBetween(draft.minutesBefore, 0, 480) && isBetween(draft.minutesAfter, 0, 480), 'around'], [isBetween(draft.noticeMinutes, 0, MONTH), 'noticeMinutes'],
    [isBetween(draft.horizonDays, 1, 365), 'horizonDays'], [isBetween(draft.cancelMinutes, 0, MONTH), 'cancelMinutes'],
    [!price.trim() || /^\d{1,12}(\.\d{1,2})?$/.test(price.trim()), 'price'], [!price.trim() || /^[A-Za-z]{3}$/.test(currency.trim()), 'currency'],
  ]
  const wrong = first.find(([isRight]) => !isRight)
  return wrong ? { problem: wrong[1] } : problemInReminders(draft.reminders)
}
