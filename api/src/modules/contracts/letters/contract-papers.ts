import { addDays } from '../../../platform/day.ts'
import { Decimal, rounded } from '../../../platform/money.ts'
import { byCharge, type Charge } from '../../plans/index.ts'
import type { TenantRow } from '../../tenancy/index.ts'
import type { ContractRow, LineRow } from '../contract/contract.row.ts'
import { quoteTotals, type LineTotals, type PartTotals } from '../quote/quote-totals.ts'
import type { Block, Cell, PaperDocument, Party } from './document.ts'
import { letterWords, type PaperWords } from './letter-texts.ts'
import { dayWords, moneyWords, percentWords } from './words.ts'

/** What quotes and contracts are written from. */
export interface PaperSource {
  row: ContractRow
  lines: readonly LineRow[]
  tenant: TenantRow
  issuer: Party
  createdAt: Date
  /** Its own day in the tenant's zone. */
  day: string
}

const USAGE = ['CONVERSATION', 'UIC', 'BIC', 'PREDICTIVE_CALLS'] as const satisfies Charge[]
type Usage = (typeof USAGE)[number]
const isUsage = (charge: Charge): charge is Usage => (USAGE as readonly Charge[]).includes(charge)

export function quotePaper(source: PaperSource): PaperDocument {
  const { row, tenant: { language }, issuer, day } = source
  const { paper, labels } = letterWords[language]
  const words = (on: string) => dayWords(on, language)
  return {
    ...sheet(source, paper.quote),
    facts: [
      { label: labels.number, value: row.quoteNumber }, { label: labels.date, value: words(day) },
      { label: labels.validUntil, value: words(addDays(row.validUntil!, -1)) },
    ],
    blocks: [{ kind: 'TEXT', text: paper.quoteLead({ seller: issuer.name, isRenewal: row.previousId !== null }) }, ...body(source), { kind: 'NOTE', text: paper.signHere }, signing(source, false)],
  }
}

export function contractPaper(source: PaperSource & { endsOn: string }): PaperDocument {
  const { row, tenant: { language, name }, issuer, endsOn } = source
  const { paper, labels } = letterWords[language]
  const words = (on: string) => dayWords(on, language)
  const [startsOn, lastDay] = [words(row.startsOn!), words(addDays(endsOn, -1))]
  return {
    ...sheet(source, paper.contract),
    facts: [
      { label: labels.number, value: row.number! }, { label: labels.date, value: words(row.signedOn!) }, { label: labels.quote, value: row.quoteNumber },
      { label: labels.from, value: startsOn }, { label: labels.until, value: lastDay },
    ],
    blocks: [{ kind: 'TEXT', text: paper.contractLead({ seller: issuer.name, customer: name, startsOn, lastDay }) }, ...body(source), signing(source, true)],
  }
}

const sheet = ({ tenant, issuer, createdAt }: PaperSource, title: string) =>
  ({ language: tenant.language, title, createdAt, from: issuer, to: { name: tenant.name, lines: [] } })

function body(source: PaperSource): Block[] {
  const { row, lines, tenant: { language } } = source
  const { paper } = letterWords[language]
  const totals = quoteTotals(lines, { currency: row.currency, taxPercent: row.taxPercent, termMonths: row.terms.termMonths })
  const money = (amount: Decimal.Value) => moneyWords(amount, row.currency, language)
  const priced = lines.map((line, i) => ({ line, totals: totals.lines[i]! }))
  const once = priced.filter(({ line: { prices } }) => prices.SETUP !== undefined || prices.ONE_TIME !== undefined)
  const monthly = priced.filter(({ line: { prices } }) => prices.MONTHLY !== undefined || prices.MINIMUM !== undefined)
  return [
    ...once.length ? [heading(paper.onceHeading), table(source, once.map(one => onceRow(source, one)), sumsOf(source, totals.once, paper.totalOnce))] : [],
    ...monthly.length ? [heading(paper.monthlyHeading), table(source, monthly.map(one => monthlyRow(source, one)), sumsOf(source, totals.monthly, paper.totalMonthly))] : [],
    { kind: 'FACTS', facts: [{ label: paper.totalTerm(row.terms.termMonths), value: money(totals.term.total) }] },
    ...usage(source),
    heading(paper.conditionsHeading),
    { kind: 'LIST', items: conditions(source, paper) },
  ]
}

const heading = (text: string): Block => ({ kind: 'HEADING', text })

function table({ tenant: { language } }: PaperSource, rows: Cell[][], sums: { label: string; value: string; isTotal?: boolean }[]): Block {
  const { paper } = letterWords[language]
  return {
    kind: 'TABLE', rows, sums,
    columns: [{ label: paper.description, isWide: true }, { label: paper.quantity, align: 'right' }, { label: paper.price, align: 'right' }, { label: paper.amount, align: 'right' }],
  }
}

function sumsOf({ row, tenant: { language } }: PaperSource, part: PartTotals, label: string) {
  const { paper } = letterWords[language]
  const money = (amount: Decimal.Value) => moneyWords(amount, row.currency, language)
  return [
    { label: paper.subtotal, value: money(part.subtotal) },
    { label: paper.tax(row.taxName, percentWords(row.taxPercent, language)), value: money(part.tax) },
    { label, value: money(part.total), isTotal: true },
  ]
}

interface Priced { line: LineRow; totals: LineTotals }

function onceRow({ row, tenant: { language } }: PaperSource, { line, totals }: Priced): Cell[] {
  const { paper } = letterWords[language]
  const label = line.prices.SETUP !== undefined ? paper.setUp : paper.oneTime
  const price = new Decimal(line.prices.SETUP ?? 0).plus(line.prices.ONE_TIME ?? 0)
  return [{ text: nameOf(line, language), small: [label, ...discountOf(line, language)] }, String(line.quantity), moneyWords(price, row.currency, language), moneyWords(totals.once, row.currency, language)]
}

function monthlyRow({ row, tenant: { language } }: PaperSource, { line, totals }: Priced): Cell[] {
  const { paper } = letterWords[language]
  const { MONTHLY, MINIMUM } = line.prices
  const small = [...MINIMUM === undefined ? [] : [`${paper.minimum}: ${moneyWords(rounded(MINIMUM, row.currency), row.currency, language)}`], ...MONTHLY === undefined ? [] : discountOf(line, language)]
  return [{ text: nameOf(line, language), small }, String(line.quantity), moneyWords(MONTHLY ?? MINIMUM!, row.currency, language), moneyWords(totals.monthly.plus(totals.minimum), row.currency, language)]
}

const nameOf = ({ name }: LineRow, language: 'ES' | 'EN') => (language === 'ES' ? name.es : name.en)

const discountOf = ({ discountPercent }: LineRow, language: 'ES' | 'EN') =>
  (new Decimal(discountPercent).isZero() ? [] : [letterWords[language].paper.discount(percentWords(discountPercent, language))])

/** What a unit costs that no quota covers. */
function usage({ row, lines, tenant: { language } }: PaperSource): Block[] {
  const { paper } = letterWords[language]
  const rows = lines.flatMap(line => (Object.keys(line.prices) as Charge[]).filter(isUsage).sort(byCharge).map(charge =>
    [{ text: paper.charges[charge], small: [nameOf(line, language)] }, moneyWords(line.prices[charge]!, row.currency, language)]))
  if (rows.length === 0) return []
  return [heading(paper.usageHeading), { kind: 'TABLE', columns: [{ label: paper.description, isWide: true }, { label: paper.price, align: 'right' }], rows }]
}

function conditions({ row, lines, tenant: { language, institution } }: PaperSource, { conditions }: PaperWords): string[] {
  const { terms } = row
  const minimum = lines.find(({ prices }) => prices.MINIMUM !== undefined)?.prices.MINIMUM
  return conditions({
    isPublic: institution === 'PUBLIC', termMonths: terms.termMonths, signedMonthsBefore: terms.renewalSignedMonthsBefore, provisionalDays: terms.provisionalDays, paymentDays: terms.paymentTermDays,
    overdueInvoices: terms.overdueInvoicesForSuspension, suspensionDays: terms.suspensionDays,
    minimum: minimum === undefined ? null : moneyWords(minimum, row.currency, language), hasWhatsapp: lines.some(({ productKind }) => productKind === 'WHATSAPP'),
  })
}

function signing({ row, tenant: { language, name }, issuer }: PaperSource, isSigned: boolean): Block {
  const customer = isSigned ? { party: name, name: row.signedBy!, title: row.signedTitle!, date: dayWords(row.signedOn!, language) } : { party: name }
  return { kind: 'SIGNATURES', parties: [{ party: issuer.name }, customer] }
}
