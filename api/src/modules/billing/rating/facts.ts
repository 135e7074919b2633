import type { Day } from '../../../platform/day.ts'
import type { Stretch } from './stretch.ts'

export type Charge = 'SETUP' | 'MONTHLY' | 'MINIMUM' | 'ONE_TIME' | Counter
/** What is counted, and costs per unit beyond the quota. */
export type Counter = 'CONVERSATION' | 'UIC' | 'BIC' | 'PREDICTIVE_CALLS'

/** A subscription item, as far as rating looks at it. */
export interface RatedItem extends Stretch {
  id: string
  productKey: string
  productKind: 'PLAN' | 'WHATSAPP' | 'ADD_ON' | 'SERVICE'
  name: { es: string; en: string }
  quantity: number
  currency: string
  prices: Partial<Record<Charge, string>>
  discountPercent: string
}

/** Units of a calendar month of the tenant's zone, of days on which overage is owed. */
export interface Used {
  month: Day
  counter: Counter
  units: number
  /** How many of them came to light after the month in which they were opened had been invoiced; less than nothing where units are taken back. */
  late?: number
}

/** What earlier invoices say, drafts too. */
export interface Invoiced {
  itemId: string | null
  charge: Charge
  month: Day
  amount: string
  currency: string
  name: { es: string; en: string }
}

export interface RatingFacts {
  items: readonly RatedItem[]
  /** Days under contract, and those without one that a contract in force took over. */
  covered: readonly Stretch[]
  /** Days of suspension for late payment. */
  suspended: readonly Stretch[]
  /** How many units the month includes, of the days on which overage is owed. */
  included(counter: Counter, month: Day): number
  used: readonly Used[]
  invoiced: readonly Invoiced[]
  /** The first day of the month that is invoiced in advance. */
  month: Day
  /** The first month that is looked at: earlier ones stay as they were invoiced. */
  since: Day
}

export interface Line {
  itemId: string | null
  charge: Charge
  month: Day
  /** ADJUSTMENT: the month was invoiced before, and something in it has changed. */
  kind: 'CHARGE' | 'ADJUSTMENT'
  name: { es: string; en: string }
  quantity: string
  unitPrice: string
  discountPercent: string
  /** Of the month, where a part of it counts. */
  days: number | null
  ofDays: number | null
  /** Of usage: how many units there were, how many of them the month includes, and how many were late. */
  units: number | null
  included: number | null
  late: number | null
  amount: string
  currency: string
}
