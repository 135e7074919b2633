import { addDays, addMonths, firstOfMonth, type Day } from '../../../platform/day.ts'
import { Decimal } from '../../../platform/money.ts'
import { entitledTo, type Feature, type Subscribed } from '../../plans/index.ts'
import { COUNTERS, overageDays } from '../rating/dues.ts'
import type { Counter, Invoiced, RatingFacts, Used } from '../rating/facts.ts'
import { monthQuota } from '../rating/quota.ts'
import { rate } from '../rating/rate.ts'
import { countDays } from '../rating/stretch.ts'
import { taxOn, totalsOf, type Totals } from '../rating/totals.ts'
import type { Account, LifeInvoice } from './account.ts'
import { coverOf, gapBefore } from './contracts.ts'
import type { Life } from './life.ts'

/** Months that are looked at again for what changed in them. */
export const MONTHS_BACK = 3

/** The draft of a month, where anything is owed. Made again for the same month it is the same. */
export function draftMonth({ account, effects }: Life, month: Day): void {
  account.draftedMonth = month
  const { day } = account
  for (const invoice of draftsOf(account, month)) {
    account.invoices = [...account.invoices, { ...invoice, draftedOn: day }]
    effects.push({ day, kind: 'DRAFTED', invoiceId: invoice.id, month, amount: invoice.total })
  }
}

export type Draft = Omit<LifeInvoice, 'draftedOn'> & { totals: Totals }

/** One a currency. Where more is taken back than is owed it is a credit. */
export function draftsOf(account: Account, month: Day): Draft[] {
  const tax = taxOn(account.taxes, month) ?? { name: '', percent: '0' }
  return [...Map.groupBy(rate(ratingFacts(account, month)), line => line.currency)].map(([currency, lines]) => {
    const totals = totalsOf(lines.map(({ amount }) => amount), currency, tax)
    const kind = new Decimal(totals.total).lt(0) ? 'CREDIT' as const : 'INVOICE' as const
    return { id: `${month} ${currency}`, kind, month, state: 'DRAFT' as const, isHeld: false, issuedOn: null, dueOn: null, currency, total: totals.total, open: '0', lines, reminded: [], totals }
  })
}

export function ratingFacts(account: Account, month: Day): RatingFacts {
  const covered = coverOf(account.book)
  const facts = { covered, suspended: account.suspended }
  const since = sinceOf(account, month)
  return {
    ...facts, items: account.items, month, since, invoiced: invoicedOf(account),
    used: usedOf(account, facts, { since, month }),
    included: (counter, of) => monthQuota(facts, of, day => quotaOn(account, counter, day), [...account.items, ...account.overrides]),
  }
}

/** Further back than usual where the first invoice is written late, and where a contract took over months before it. */
export function sinceOf({ book, invoices }: Pick<Account, 'book' | 'invoices'>, month: Day): Day {
  const usual = addMonths(month, -MONTHS_BACK)
  const isFirst = !invoices.some(invoice => invoice.month !== null)
  const gaps = book.contracts.filter(({ startsOn }) => startsOn && startsOn >= usual).flatMap(contract => gapBefore(book, contract))
  const begins = (isFirst ? coverOf(book) : gaps).map(({ startsOn }) => firstOfMonth(startsOn))
  return [usual, ...begins].toSorted()[0]!
}

const invoicedOf = ({ invoices }: Account): Invoiced[] => invoices.flatMap(({ lines }) => lines)

/** What was counted, and what is assumed of the days since. */
function usedOf(account: Account, facts: Pick<RatingFacts, 'covered' | 'suspended'>, { since, month }: { since: Day; month: Day }): readonly Used[] {
  const paced = COUNTERS.filter(counter => account.pace[counter])
  if (paced.length === 0) return account.used
  const assumed: Used[] = []
  for (let of = since; of < month; of = addMonths(of, 1)) {
    const days = overageDays(facts, of).map(one => ({ ...one, startsOn: one.startsOn > account.countedOn ? one.startsOn : addDays(account.countedOn, 1) })).filter(one => one.startsOn < one.endsOn)
    assumed.push(...paced.map(counter => ({ month: of, counter, units: Math.round(account.pace[counter]! * countDays(days)) })))
  }
  return [...account.used, ...assumed]
}

const FEATURE_OF: Record<Counter, Feature> = { CONVERSATION: 'CONVERSATIONS', UIC: 'WHATSAPP_UIC', BIC: 'WHATSAPP_BIC', PREDICTIVE_CALLS: 'PREDICTIVE_CALLS' }

/** How many a month what the tenant has on a day includes. */
export function quotaOn(subscribed: Subscribed, counter: Counter, day: Day): number {
  const amount = entitledTo(subscribed, FEATURE_OF[counter], day)
  return typeof amount === 'number' ? amount : 0
}
