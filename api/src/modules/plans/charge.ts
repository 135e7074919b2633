/** What something costs by, in the order of an invoice. */
export const charges = ['SETUP', 'MONTHLY', 'MINIMUM', 'ONE_TIME', 'CONVERSATION', 'UIC', 'BIC', 'PREDICTIVE_CALLS'] as const
export type Charge = (typeof charges)[number]

/** Decimal texts, in one currency. */
export type Prices = Partial<Record<Charge, string>>

const AMOUNT = /^\d{1,12}(\.\d{1,6})?$/

/** Whether it is a decimal number that a price may be: not negative, 6 digits behind the point at most. */
export const isAmount = (text: string): boolean => AMOUNT.test(text)

const PERCENT = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/
export const isPercent = (text: string): boolean => PERCENT.test(text)

export const byCharge = (one: Charge, other: Charge): number => charges.indexOf(one) - charges.indexOf(other)
