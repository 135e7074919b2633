import { InvalidInput } from '../../../platform/refusal.ts'
import { textProblem, trimmed, type TypedText } from '../local-text.ts'
import { gapProblem } from '../reminders/reminder-text.ts'
import type { Reminding, ServiceDetails } from './bookable-service.entity.ts'

export interface TypedService {
  name: TypedText
  instructions?: TypedText | null
  minutes: number
  minutesBefore: number
  minutesAfter: number
  noticeMinutes: number
  horizonDays: number
  cancelMinutes: number
  price?: string | null
  currency?: string | null
  isActive: boolean
  reminders: { minutesBefore: number; text: TypedText }[]
  templateName?: string | null
}

const MONTH = 30 * 1440
const RANGES = {
  minutes: [5, 1440], minutesBefore: [0, 480], minutesAfter: [0, 480], noticeMinutes: [0, MONTH], horizonDays: [1, 365], cancelMinutes: [0, MONTH],
} as const
const LONGEST_TEXT = 1000
const MOST_REMINDERS = 5

/** What somebody says of a service, trimmed; or the first thing that is wrong. */
export function serviceDetails(typed: TypedService): ServiceDetails | InvalidInput {
  const details: ServiceDetails = {
    name: trimmed(typed.name), instructions: typed.instructions?.es.trim() ? trimmed(typed.instructions) : null,
    minutes: typed.minutes, minutesBefore: typed.minutesBefore, minutesAfter: typed.minutesAfter, noticeMinutes: typed.noticeMinutes,
    horizonDays: typed.horizonDays, cancelMinutes: typed.cancelMinutes, price: typed.price?.trim() || null,
    currency: typed.price?.trim() ? typed.currency?.trim() || null : null, isActive: typed.isActive, reminders: remindersOf(typed), templateName: typed.templateName?.trim() || null,
  }
  return textsProblem(details) ?? numbersProblem(details) ?? priceProblem(details) ?? remindersProblem(details.reminders) ?? details
}

const remindersOf = ({ reminders }: TypedService): Reminding[] =>
  reminders.map(({ minutesBefore, text }) => ({ minutesBefore, text: trimmed(text) })).sort((a, b) => b.minutesBefore - a.minutesBefore)

function textsProblem({ name, instructions, templateName }: ServiceDetails): InvalidInput | undefined {
  if (templateName && !/^[a-z0-9_]{1,512}$/.test(templateName)) return new InvalidInput('templateName', 'Small letters, digits and underscores.')
  return textProblem('name', name, 120) ?? (instructions ? textProblem('instructions', instructions, LONGEST_TEXT) : undefined)
}

function numbersProblem(details: ServiceDetails): InvalidInput | undefined {
  for (const [field, [least, most]] of Object.entries(RANGES) as [keyof typeof RANGES, readonly [number, number]][])
    if (details[field] < least || details[field] > most) return new InvalidInput(field, `From ${least} to ${most}.`)
}

function priceProblem({ price, currency }: ServiceDetails): InvalidInput | undefined {
  if (price === null) return undefined
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(price)) return new InvalidInput('price', 'A number with at most two decimals.')
  if (!currency || !Intl.supportedValuesOf('currency').includes(currency)) return new InvalidInput('currency', 'Must be an ISO 4217 code.')
}

function remindersProblem(reminders: Reminding[]): InvalidInput | undefined {
  if (reminders.length > MOST_REMINDERS) return new InvalidInput('reminders', `At most ${MOST_REMINDERS}.`)
  if (new Set(reminders.map(({ minutesBefore }) => minutesBefore)).size < reminders.length) return new InvalidInput('reminders', 'Each at a time of its own.')
  for (const [i, { minutesBefore, text }] of reminders.entries()) {
    if (minutesBefore < 5 || minutesBefore > MONTH) return new InvalidInput(`reminders.${i}.minutesBefore`, `From 5 to ${MONTH}.`)
    const problem = textProblem(`reminders.${i}.text`, text, LONGEST_TEXT) ?? gapProblem(`reminders.${i}.text`, text)
    if (problem) return problem
  }
}

/** What flows call things. */
export const keyProblem = (key: string): InvalidInput | undefined =>
  (/^[a-z][a-z0-9_-]{0,59}$/.test(key) ? undefined : new InvalidInput('key', 'Small letters, digits, - and _, beginning with a letter; at most 60.'))
