import { amountText } from '../../platform/money.ts'

/** As the contract tells an amount. */
export const moneyOf = (amount: string | null, currency: string) => (amount === null ? null : { amount: amountText(amount, currency), currency })
