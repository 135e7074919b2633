import { addMonths, compare } from '../../../platform/day.ts'
import { amountText, Decimal } from '../../../platform/money.ts'
import { dues, type Due } from './dues.ts'
import type { Charge, Invoiced, Line, RatingFacts } from './facts.ts'

const ORDER: readonly Charge[] = ['SETUP', 'ONE_TIME', 'MONTHLY', 'MINIMUM', 'CONVERSATION', 'UIC', 'BIC', 'PREDICTIVE_CALLS']

type Named = Pick<Line, 'itemId' | 'charge' | 'month' | 'currency'>

const keyOf = ({ itemId, charge, month, currency }: Named) => `${month} ${charge} ${itemId ?? ''} ${currency}`

/**
 * The lines of a month's invoice: what is owed by what is known now, less what was invoiced. So a first month, a change in the month
 * before, an early end and months that are invoiced afterwards are one and the same, and rating twice adds nothing.
 */
export function rate(facts: RatingFacts): Line[] {
  const before = Map.groupBy(facts.invoiced.filter(line => isLookedAt(facts, line)), keyOf)
  const owed = new Map(dues(facts).map(due => [keyOf(due), due]))
  const lines = [...owed.values()].flatMap(due => lineOf(due, before.get(keyOf(due)) ?? []))
  const gone = [...before].filter(([key]) => !owed.has(key)).flatMap(([, lines]) => lineOf(nothing(lines[0]!), lines))
  return [...lines, ...gone].toSorted(inOrder)
}

const isLookedAt = ({ since, month }: RatingFacts, line: Invoiced) =>
  isOnce(line.charge) || (line.month >= since && line.month < addMonths(month, 1))

const isOnce = (charge: Charge) => charge === 'SETUP' || charge === 'ONE_TIME'

function lineOf({ amount, ...due }: Due, before: readonly Invoiced[]): Line[] {
  const left = before.reduce((rest, line) => rest.minus(line.amount), amount)
  if (left.isZero()) return []
  return [{ ...due, kind: before.length > 0 ? 'ADJUSTMENT' : 'CHARGE', amount: amountText(left, due.currency) }]
}

const nothing = ({ itemId, charge, month, name, currency }: Invoiced): Due => ({
  itemId, charge, month, name, currency, quantity: '0', unitPrice: '0', discountPercent: '0', days: null, ofDays: null, units: null, included: null, late: null, amount: new Decimal(0),
})

const inOrder = (one: Line, other: Line) =>
  ORDER.indexOf(one.charge) - ORDER.indexOf(other.charge) || compare(one.month, other.month) || compare(one.itemId ?? '', other.itemId ?? '') || compare(one.currency, other.currency)

