import { InvalidInput } from '../../platform/refusal.ts'
import { amountOf, isCurrency } from './money.ts'

export const MINUTES = [1, 7 * 24 * 60] as const
const MOST_REFERENCE = 100
const MOST_DESCRIPTION = 200

export interface TypedPayment {
  amount: string
  currency: string
  reference: string
  description: string
  minutes?: number | null
}

/** What is asked for, brought to its stored form, or the first thing that is wrong with it. */
export function paymentDetails({ minutes, ...typed }: TypedPayment): TypedPayment | InvalidInput {
  const [amount, currency] = [amountOf(typed.amount), typed.currency.trim().toUpperCase()]
  const [reference, description] = [typed.reference.trim(), typed.description.trim()]
  if (!amount) return new InvalidInput('amount', 'A number above 0 with at most two places, such as 1500.00.')
  if (!isCurrency(currency)) return new InvalidInput('currency', 'Three letters, such as DOP.')
  if (!reference || reference.length > MOST_REFERENCE) return new InvalidInput('reference', `Between 1 and ${MOST_REFERENCE} characters.`)
  if (!description || description.length > MOST_DESCRIPTION) return new InvalidInput('description', `Between 1 and ${MOST_DESCRIPTION} characters.`)
  if (minutes != null && (minutes < MINUTES[0] || minutes > MINUTES[1])) return new InvalidInput('minutes', `Between ${MINUTES.join(' and ')}.`)
  return { amount, currency, reference, description, minutes: minutes ?? null }
}
