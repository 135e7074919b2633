import type { NamesTold } from './customer.ts'
import type { Rates } from './rates.ts'
import type { TellingFaults } from './webhook-sender.ts'

/** How the double misbehaves. Shares are between 0 and 1. */
export interface WhatsappFaults extends TellingFaults, Rates {
  /** Accepted, and answered with a 500 all the same. */
  failAfterAccepting: number
  /** Accepted, and never answered. */
  silentAfterAccepting: number
  /** Not accepted, and answered with this code, in so many of all sends. */
  refuse: { code: number; share: number } | null
  /** Accepted, and told as failed with this code later. */
  failLater: { code: number; share: number } | null
  /** Before it answers a send. */
  answerAfterMs: number
  /** The statuses of a send come before its answer. */
  statusBeforeAnswer: boolean
  /** Statuses name the message by its own id alone, as providers do that know no references. */
  forgetsReference: boolean
  /** How many `delivered` are left out, as when the chat is open on her phone. */
  dropDelivered: number
  /** Statuses come in another order than they happened. */
  shufflesStatuses: boolean
  /** The token was taken back. */
  isRevoked: boolean
  /** Whether a closed window is answered at once, or told by a status. */
  windowTold: 'ANSWER' | 'STATUS'
  /** v23 and older tell of conversations, newer ones do not. */
  version: 'v23' | 'v24'
  pricing: 'SENT' | 'DELIVERED' | 'BOTH'
  names: NamesTold
}

export const noFaults = (): WhatsappFaults => ({
  batch: 1, unicode: 'ESCAPED', perSecond: 80, pair: { burst: 45, everyMs: 6000 },
  failAfterAccepting: 0, silentAfterAccepting: 0, refuse: null, failLater: null, answerAfterMs: 0, statusBeforeAnswer: false, forgetsReference: false,
  dropDelivered: 0, shufflesStatuses: false, isRevoked: false, windowTold: 'ANSWER', version: 'v24', pricing: 'BOTH', names: 'BOTH',
})
