import { addMonths, type Day } from '../../../platform/day.ts'

export const phases = ['QUOTED', 'SENT', 'WITHDRAWN', 'LAPSED', 'SIGNED', 'IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL', 'ENDED', 'CANCELLED'] as const
export type ContractPhase = (typeof phases)[number]

/** What of the commercial terms a contract keeps as they were when it was quoted: they are part of what is signed. */
export interface ContractTerms {
  termMonths: number
  renewalWarningDays: number[]
  renewalSignedMonthsBefore: number
  provisionalDays: number
  quoteValidDays: number
}

/** Of one contract all that dates decide about. */
export interface ContractFacts {
  id: string
  /** Which it renews. */
  previousId: string | null
  phase: ContractPhase
  terms: ContractTerms
  /** The first day on which the quote can no longer be signed. */
  validUntil: Day | null
  signedOn: Day | null
  startsOn: Day | null
  /** Of the present term the first day that it no longer covers. */
  endsOn: Day | null
  /** Which term it is in, from 1. */
  term: number
  /** Since when it is known that one side does not want another term. */
  declinedOn: Day | null
  /** Of the warnings of this term the last one that was sent, in days before its end. */
  warnedDays: number | null
  /** The customer asked in writing to go on; the first day on which that no longer holds. */
  provisionalUntil: Day | null
  /** The first day on which it was over for good. */
  endedOn: Day | null
}

/** Of one tenant: contracts lead into each other, so none is looked at alone. */
export interface ContractBook {
  /** Public institutions do not renew by themselves. */
  isPublic: boolean
  contracts: ContractFacts[]
}

/** Signed and not over, whether in force or not. */
export const RUNNING: readonly ContractPhase[] = ['IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL']

export const isRunning = ({ phase }: Pick<ContractFacts, 'phase'>): boolean => RUNNING.includes(phase)

/** Whether it may be invoiced by. */
export const isInForce = ({ phase }: Pick<ContractFacts, 'phase'>): boolean => phase === 'IN_FORCE' || phase === 'TO_RENEW'

export const isQuote = ({ phase }: Pick<ContractFacts, 'phase'>): boolean => phase === 'QUOTED' || phase === 'SENT'

/** Counted from the first day each time, so that 29 February does not drift. */
export const endOfTerm = (startsOn: Day, { termMonths }: ContractTerms, term: number): Day => addMonths(startsOn, termMonths * term)

/** The renewal that is signed and waits for its day. */
export const signedRenewalOf = ({ contracts }: ContractBook, { id }: Pick<ContractFacts, 'id'>): ContractFacts | undefined =>
  contracts.find(one => one.previousId === id && one.phase === 'SIGNED')

/** A renewal that is prepared, sent or signed. */
export const openRenewalOf = ({ contracts }: ContractBook, { id }: Pick<ContractFacts, 'id'>): ContractFacts | undefined =>
  contracts.find(one => one.previousId === id && (one.phase === 'SIGNED' || isQuote(one)))
