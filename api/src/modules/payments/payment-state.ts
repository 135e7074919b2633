export type PaymentState = 'CREATED' | 'LINKED' | 'PAID' | 'FAILED' | 'EXPIRED' | 'CANCELLED'

export type PaymentFailure =
  /** There is no link: the connector could not make one. */
  | 'NO_LINK'
  /** The provider says that it failed. */
  | 'DECLINED'
  /** Another amount, or another currency, was paid than was asked for. */
  | 'AMOUNT_DIFFERS'

/** As far as a payment has come. */
export interface PaymentProgress {
  state: PaymentState
  failure: PaymentFailure | null
}

// Whatever is heard of a payment, in whichever order and however often, it ends where the highest of it is. That somebody
// paid is beyond everything, since money has changed hands; that a link's time was over is beneath what the provider tells.
const STATES: Record<PaymentState, number> = { CREATED: 0, LINKED: 1, EXPIRED: 2, CANCELLED: 3, FAILED: 4, PAID: 5 }
const FAILURES: Record<PaymentFailure, number> = { NO_LINK: 0, DECLINED: 1, AMOUNT_DIFFERS: 2 }

const rankOf = ({ state, failure }: PaymentProgress) => STATES[state] * 10 + (failure ? FAILURES[failure] : 0)

/** Where it is after something was heard of it: only forward. */
export const advanced = (now: PaymentProgress, heard: PaymentProgress): PaymentProgress => (rankOf(heard) > rankOf(now) ? heard : now)

export const isOpen = (state: PaymentState): boolean => state === 'CREATED' || state === 'LINKED'
