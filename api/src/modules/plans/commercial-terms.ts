import type { Day } from '../../platform/day.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { isPercent } from './charge.ts'

/** The numbers of contracts and of late payment; what each is, stands in the contract (`CommercialTerms`). */
export interface CommercialNumbers {
  termMonths: number
  renewalWarningDays: number[]
  renewalSignedMonthsBefore: number
  provisionalDays: number
  quoteValidDays: number
  quotaAlertPercents: number[]
  paymentTermDays: number
  draftReviewDays: number
  dueReminderDays: number[]
  overdueInvoicesForSuspension: number
  noticeDays: number
  suspensionDays: number
  taxName: string
  taxPercent: string
}

export interface CommercialTerms extends CommercialNumbers {
  validFrom: Day
}

const ALL = 'select valid_from as "validFrom", terms from commercial_terms order by valid_from'

/** All that were ever written down, the oldest first: who looks ahead needs those to come. */
export async function allTerms(unit: ReadUnit): Promise<CommercialTerms[]> {
  const rows = await unit.sql<{ validFrom: Day; terms: CommercialNumbers }>('commercial-terms', ALL)
  return rows.map(({ validFrom, terms }) => ({ validFrom, ...terms }))
}

/** Those that hold on a day; before the first, the first. */
export const termsAt = (all: readonly CommercialTerms[], day: Day): CommercialTerms => all.findLast(({ validFrom }) => validFrom <= day) ?? all[0]!

export const termsOn = async (unit: ReadUnit, day: Day): Promise<CommercialTerms> => termsAt(await allTerms(unit), day)

type Range = [least: number, most: number]
const RANGES = {
  termMonths: [1, 120], renewalSignedMonthsBefore: [0, 12], provisionalDays: [0, 365], quoteValidDays: [1, 365], paymentTermDays: [0, 365],
  draftReviewDays: [0, 20], overdueInvoicesForSuspension: [1, 24], noticeDays: [0, 90], suspensionDays: [1, 365],
} satisfies Partial<Record<keyof CommercialNumbers, Range>>
const LISTS = { renewalWarningDays: [1, 365], quotaAlertPercents: [1, 1000], dueReminderDays: [-60, 90] } satisfies Partial<Record<keyof CommercialNumbers, Range>>
const MOST_IN_LIST = 12

const isWithin = (value: number, [least, most]: Range) => value >= least && value <= most

/** The first number that makes no sense, or undefined. */
export function termsProblem(terms: CommercialNumbers): InvalidInput | undefined {
  for (const [name, range] of Object.entries(RANGES) as [keyof typeof RANGES, Range][])
    if (!isWithin(terms[name], range)) return new InvalidInput(name, `Must be between ${range[0]} and ${range[1]}.`)
  for (const [name, range] of Object.entries(LISTS) as [keyof typeof LISTS, Range][]) {
    const isTwice = new Set(terms[name]).size < terms[name].length
    if (isTwice || terms[name].length > MOST_IN_LIST || !terms[name].every(value => isWithin(value, range)))
      return new InvalidInput(name, `At most ${MOST_IN_LIST} numbers between ${range[0]} and ${range[1]}, each once.`)
  }
  if (!isPercent(terms.taxPercent)) return new InvalidInput('taxPercent', 'Must be a decimal number from 0 to 100.')
  if (!/^.{1,30}$/.test(terms.taxName.trim())) return new InvalidInput('taxName', 'Must have 1 to 30 characters.')
}
