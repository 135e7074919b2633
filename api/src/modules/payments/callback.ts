import { isId } from '../../platform/ids.ts'
import { amountOf, isCurrency } from './money.ts'
import type { PaymentProgress } from './payment-state.ts'

/** What a provider, or whoever stands before it, tells of one payment. */
export interface PaymentCallback {
  /** Ours, as it was given when the link was made; or theirs. */
  paymentId: string | null
  externalId: string | null
  status: 'PAID' | 'FAILED' | 'EXPIRED' | 'CANCELLED'
  amount: string | null
  currency: string | null
  reason: string | null
}

const STATUSES = ['PAID', 'FAILED', 'EXPIRED', 'CANCELLED'] as const
const textOf = (value: unknown, most = 200) => (typeof value === 'string' && value.trim() ? value.trim().slice(0, most) : null)

/** Null where it is none. */
export function callbackOf(body: Buffer): PaymentCallback | null {
  const told = parsed(body)
  const status = STATUSES.find(one => one === String(told?.['status']).toUpperCase())
  const paymentId = isId(told?.['paymentId']) ? told['paymentId'].toLowerCase() : null
  const externalId = textOf(told?.['externalId'])
  if (!told || !status || !(paymentId ?? externalId)) return null
  const currency = textOf(told['currency'])?.toUpperCase() ?? null
  return {
    paymentId, externalId, status, amount: amountOf(told['amount']), currency: currency && isCurrency(currency) ? currency : null, reason: textOf(told['reason'], 500),
  }
}

function parsed(body: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null
  } catch {
    return null
  }
}

/** What that says of a payment. Paid is only what is paid as it was asked for: what is not told cannot be believed. */
export function progressOf({ status, amount, currency }: PaymentCallback, asked: { amount: string; currency: string }): PaymentProgress {
  if (status === 'PAID') return amount === asked.amount && currency === asked.currency ? { state: 'PAID', failure: null } : { state: 'FAILED', failure: 'AMOUNT_DIFFERS' }
  return { state: status, failure: status === 'FAILED' ? 'DECLINED' : null }
}
