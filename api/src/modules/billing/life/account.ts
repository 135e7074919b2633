import type { Day } from '../../../platform/day.ts'
import { Decimal } from '../../../platform/money.ts'
import type { Override, SubscriptionItem } from '../../plans/index.ts'
import type { Counter, Line, Used } from '../rating/facts.ts'
import type { Stretch } from '../rating/stretch.ts'
import type { TaxRate } from '../rating/totals.ts'
import type { ContractBook, ContractStep } from './contracts.ts'

/** The numbers of late payment, from a day on. */
export interface LifeTerms {
  validFrom: Day
  paymentTermDays: number
  draftReviewDays: number
  dueReminderDays: number[]
  overdueInvoicesForSuspension: number
  noticeDays: number
  suspensionDays: number
}

export type InvoiceState = 'DRAFT' | 'ISSUED' | 'PAID'

export interface LifeInvoice {
  id: string
  /** CREDIT: less is owed by it. */
  kind: 'INVOICE' | 'CREDIT'
  /** Of the monthly run; empty where somebody wrote it. */
  month: Day | null
  state: InvoiceState
  /** Somebody wants to look at it before it is issued. */
  isHeld: boolean
  draftedOn: Day
  issuedOn: Day | null
  dueOn: Day | null
  currency: string
  total: string
  /** What is still owed of it, once it is issued. */
  open: string
  lines: readonly Line[]
  /** Reminders that went out, in days after the due day. */
  reminded: readonly number[]
}

/** Money that is to come, where one looks ahead. */
export interface LifePayment {
  on: Day
  amount: string
  /** Which is meant; otherwise the oldest are paid first. */
  invoiceId?: string | null
}

/** Items that begin when a contract comes into force. */
export interface AgreedItems {
  contractId: string
  items: readonly SubscriptionItem[]
}

/** Everything of a tenant that dates and money decide about. */
export interface Account {
  tenantId: string
  /** Up to and including which everything is done that was due. */
  day: Day
  currency: string
  terms: readonly LifeTerms[]
  /** Days to pay, where the tenant has other than the terms. */
  paymentTermDays: number | null
  taxes: readonly TaxRate[]
  book: ContractBook
  items: readonly SubscriptionItem[]
  agreed: readonly AgreedItems[]
  overrides: readonly Override[]
  used: readonly Used[]
  /** Units a day that are assumed of the days after this one. */
  pace: Partial<Record<Counter, number>>
  countedOn: Day
  invoices: readonly LifeInvoice[]
  /** The last month for which there was a run. */
  draftedMonth: Day
  /** What the tenant paid too much, or was credited. */
  credit: string
  noticedOn: Day | null
  suspension: { startsOn: Day; until: Day } | null
  /** Suspensions for late payment, past and present. */
  suspended: readonly Stretch[]
  cancelledOn: Day | null
  payments: readonly LifePayment[]
}

export const effectKinds = [
  'CONTRACT', 'DRAFTED', 'ISSUED', 'CREDITED', 'CREDIT_USED', 'REMINDED', 'OVERDUE', 'PAYMENT', 'PAID', 'NOTICED', 'NOTICE_WITHDRAWN', 'SUSPENDED', 'RESTORED', 'CANCELLED',
] as const
export type EffectKind = (typeof effectKinds)[number]

/** What happened on a day, in the order in which it did. */
export interface Effect {
  day: Day
  kind: EffectKind
  invoiceId?: string
  month?: Day
  amount?: string
  /** A day that follows from it: until when to pay, when service ends, until when it is suspended. */
  on?: Day
  /** Of a reminder, after the due day. */
  days?: number
  /** Of a warning how many invoices are overdue. */
  count?: number
  step?: ContractStep
}

export const termsOn = ({ terms }: Pick<Account, 'terms'>, day: Day): LifeTerms => terms.findLast(({ validFrom }) => validFrom <= day) ?? terms[0]!

export const isOwed = ({ kind, state, open }: Pick<LifeInvoice, 'kind' | 'state' | 'open'>): boolean => kind === 'INVOICE' && state === 'ISSUED' && new Decimal(open).gt(0)

/** Owed on a day after the one until which it had to be paid. */
export const overdueOn = (invoices: readonly LifeInvoice[], day: Day): LifeInvoice[] => invoices.filter(invoice => isOwed(invoice) && invoice.dueOn! < day)
