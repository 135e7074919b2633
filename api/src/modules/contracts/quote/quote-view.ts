import { byCharge, moneyOf, type Charge } from '../../plans/index.ts'
import type { QuotedLine } from './quote-lines.ts'
import { quoteTotals, type PartTotals } from './quote-totals.ts'

interface Priced { currency: string; taxPercent: string; taxName: string; termMonths: number }

const NO_TAX = { taxPercent: '0', termMonths: 1 }

/** Lines as the contract tells them, those of a preview too. */
export function linesView<Line extends QuotedLine>(lines: readonly Line[], { currency }: { currency: string }) {
  const totals = quoteTotals(lines, { currency, ...NO_TAX }).lines
  return lines.map((line, i) => ({
    ...line,
    prices: (Object.keys(line.prices) as Charge[]).sort(byCharge).map(charge => ({
      charge, price: moneyOf(line.prices[charge]!, currency), listPrice: moneyOf(line.listPrices[charge] ?? null, currency),
    })),
    once: moneyOf(totals[i]!.once.toFixed(), currency),
    monthly: moneyOf(totals[i]!.monthly.plus(totals[i]!.minimum).toFixed(), currency),
  }))
}

export function totalsView(lines: readonly QuotedLine[], { currency, taxPercent, taxName, termMonths }: Priced) {
  const { once, monthly, term } = quoteTotals(lines, { currency, taxPercent, termMonths })
  const shown = (part: PartTotals) => Object.fromEntries(Object.entries(part).map(([name, amount]) => [name, moneyOf(amount.toFixed(), currency)]))
  return { once: shown(once), monthly: shown(monthly), term: shown(term), taxName, taxPercent }
}
