import { addMonths, daysBetween, firstOfMonth, type Day } from '../../../platform/day.ts'
import { Decimal, prorated, rounded, sum, type Amount } from '../../../platform/money.ts'
import type { Charge, Counter, Line, RatedItem, RatingFacts } from './facts.ts'
import { countDays, shared, without, type Days } from './stretch.ts'

/** What is owed for a month by what is known now, whatever was invoiced of it. */
export type Due = Omit<Line, 'kind' | 'amount'> & { amount: Amount }

export const COUNTERS: readonly Counter[] = ['CONVERSATION', 'UIC', 'BIC', 'PREDICTIVE_CALLS']
/** What is begun is whole. */
const UNITS_OF_PRICE: Record<Counter, number> = { CONVERSATION: 1, UIC: 1, BIC: 1, PREDICTIVE_CALLS: 1000 }
const OF_WHATSAPP: readonly Counter[] = ['UIC', 'BIC']
const KINDS = ['PLAN', 'WHATSAPP', 'ADD_ON', 'SERVICE']

const NO_UNITS = { units: null, included: null, late: null }

/** A month as a tenant has it. */
interface Month {
  month: Day
  next: Day
  days: number
  /** Under contract. */
  covered: Days[]
  /** And not suspended. */
  free: Days[]
  suspended: Days[]
}

/** Days of a month on which usage beyond the quota is owed: under contract, and not suspended. */
export const overageDays = (facts: Pick<RatingFacts, 'covered' | 'suspended'>, month: Day): Days[] => monthOf(facts, month).free

function monthOf({ covered, suspended }: Pick<RatingFacts, 'covered' | 'suspended'>, month: Day): Month {
  const next = addMonths(month, 1)
  const inMonth = shared(covered, [{ startsOn: month, endsOn: next }])
  const free = suspended.length > 0 ? without(inMonth, suspended) : inMonth
  return { month, next, days: daysBetween(month, next), covered: inMonth, free, suspended: suspended.length > 0 ? shared(inMonth, suspended) : [] }
}

/** Everything from `since` on: the plan in advance up to the month itself, usage and the minimum of WhatsApp up to the one before. */
export function dues(facts: RatingFacts): Due[] {
  const found: Due[] = facts.items.flatMap(item => once(facts, item))
  for (let month = facts.since; month <= facts.month; month = addMonths(month, 1)) {
    const each = monthOf(facts, month)
    if (each.covered.length === 0) continue
    found.push(...facts.items.flatMap(item => monthly(each, item)))
    if (month < facts.month) found.push(...arrears(facts, each))
  }
  return found.filter(({ amount }) => !amount.isZero())
}

function once(facts: RatingFacts, item: RatedItem): Due[] {
  const charges = (['SETUP', 'ONE_TIME'] as const).filter(charge => item.prices[charge])
  if (charges.length === 0) return []
  const begins = without(shared([item], facts.covered), facts.suspended)[0]
  if (!begins || begins.startsOn >= addMonths(facts.month, 1)) return []
  return charges.filter(charge => charge !== 'SETUP' || !continues(facts.items, item)).map(charge => ({
    ...oneOf(item, charge), month: firstOfMonth(item.startsOn), days: null, ofDays: null, amount: rounded(priceOf(item, charge), item.currency),
  }))
}

/** The product was there until then: a renewal sets nothing up. */
const continues = (items: readonly RatedItem[], { id, productKey, startsOn }: RatedItem) =>
  items.some(other => other.id !== id && other.productKey === productKey && other.endsOn !== null && other.startsOn < startsOn && other.endsOn <= startsOn)

/** While suspended for late payment, of all that is paid monthly only the plan is. */
function monthly(month: Month, item: RatedItem): Due[] {
  if (!item.prices.MONTHLY) return []
  const days = shared([item], item.productKind === 'PLAN' ? month.covered : month.free)
  if (days.length === 0) return []
  return [{ ...oneOf(item, 'MONTHLY'), month: month.month, ...partOf(days, month), amount: shareOf(days, month, priceOf(item, 'MONTHLY'), item.currency) }]
}

function arrears(facts: RatingFacts, month: Month): Due[] {
  const overage = COUNTERS.flatMap(counter => overageOf(facts, counter, month))
  let spent = sum(overage.filter(({ charge }) => OF_WHATSAPP.includes(charge as Counter)).map(({ amount }) => amount))
  const minimum: Due[] = []
  for (const item of facts.items.filter(({ prices }) => prices.MINIMUM).toSorted(byKind)) {
    const { due, left } = minimumOf(month, item, spent)
    spent = left
    minimum.push(due)
  }
  return [...minimum, ...overage]
}

function overageOf(facts: RatingFacts, counter: Counter, { month, free }: Month): Due[] {
  const used = facts.used.filter(one => one.counter === counter && one.month === month)
  const units = used.reduce((count, one) => count + one.units, 0)
  const item = units > 0 ? pricing(facts.items, counter, free) : undefined
  if (!item) return []
  const included = facts.included(counter, month)
  const unitPrice = item.prices[counter]!
  const quantity = new Decimal(Math.ceil(Math.max(0, units - included) / UNITS_OF_PRICE[counter]))
  const late = used.reduce((count, one) => count + (one.late ?? 0), 0)
  return [{
    itemId: null, charge: counter, month, name: item.name, quantity: quantity.toString(), unitPrice, discountPercent: '0', days: null, ofDays: null,
    units, included, late: late || null, amount: rounded(quantity.times(unitPrice), item.currency), currency: item.currency,
  }]
}

/** Whose price counts: of what was there last in the month the plan's first. */
function pricing(items: readonly RatedItem[], counter: Counter, days: readonly Days[]): RatedItem | undefined {
  let best: { item: RatedItem; until: Day } | undefined
  for (const item of items.filter(({ prices }) => prices[counter] !== undefined).toSorted(byKind)) {
    const until = shared([item], days).at(-1)?.endsOn
    if (until && (!best || until > best.until)) best = { item, until }
  }
  return best?.item
}

/** The least that it costs: whole for the days of suspension, and what the other days lack. */
function minimumOf(month: Month, item: RatedItem, spent: Amount): { due: Due; left: Amount } {
  const share = (days: readonly Days[]) => shareOf(shared([item], days), month, new Decimal(item.prices.MINIMUM!).times(item.quantity), item.currency)
  const least = Decimal.max(0, share(month.free).minus(monthly(month, item)[0]?.amount ?? 0))
  const used = Decimal.min(spent, least)
  const due = { ...oneOf(item, 'MINIMUM'), discountPercent: '0', month: month.month, ...partOf(shared([item], month.covered), month), amount: share(month.suspended).plus(least).minus(used) }
  return { due, left: spent.minus(used) }
}

function oneOf(item: RatedItem, charge: Exclude<Charge, Counter>) {
  const { id, name, quantity, prices, discountPercent, currency } = item
  return { itemId: id, charge, name, quantity: String(quantity), unitPrice: prices[charge]!, discountPercent, currency, ...NO_UNITS }
}

const priceOf = ({ prices, quantity, discountPercent }: RatedItem, charge: Charge): Amount =>
  new Decimal(prices[charge]!).times(quantity).times(new Decimal(100).minus(discountPercent)).dividedBy(100)

function partOf(days: readonly Days[], month: Month) {
  const counted = countDays(days)
  return counted === month.days ? { days: null, ofDays: null } : { days: counted, ofDays: month.days }
}

const shareOf = (days: readonly Days[], { month, next, days: of }: Month, amount: Decimal.Value, currency: string): Amount => {
  if (days[0]?.startsOn === month && days[0].endsOn === next) return rounded(amount, currency)
  return sum(days.map(({ startsOn, endsOn }) => prorated(amount, currency, { of, from: daysBetween(month, startsOn), until: daysBetween(month, endsOn) })))
}

const byKind = (one: RatedItem, other: RatedItem) =>
  KINDS.indexOf(one.productKind) - KINDS.indexOf(other.productKind) || (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : one.id < other.id ? -1 : 1)
