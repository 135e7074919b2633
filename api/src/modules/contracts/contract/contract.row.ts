import type { Day } from '../../../platform/day.ts'
import type { AgreedLine, CommercialNumbers, Prices } from '../../plans/index.ts'
import type { ContractFacts, ContractTerms } from '../machine/contract-facts.ts'

/** Who did something, as it is kept beside what was done. */
export interface Who { kind: string; name?: string; userId?: string }

/** With those of late payment, which stand on the paper too. */
export type SignedTerms = ContractTerms & Pick<CommercialNumbers, 'paymentTermDays' | 'overdueInvoicesForSuspension' | 'suspensionDays'>

/** A contract as it is kept. */
export interface ContractRow extends ContractFacts {
  terms: SignedTerms
  tenantId: string
  sellerId: string | null
  quoteNumber: string
  number: string | null
  currency: string
  taxName: string
  taxPercent: string
  note: string | null
  createdAt: Date
  createdBy: Who
  sentOn: Day | null
  signedBy: string | null
  signedTitle: string | null
  signedFileId: string | null
  acceptedLateBecause: string | null
  accountOwnerId: string | null
  accountOwnerName: string | null
  accountOwnerEmail: string | null
  dueOn: Day | null
  version: number
}

export interface LineRow extends AgreedLine {
  id: string
  contractId: string
  listPrices: Prices
}

export const eventKinds = [
  'QUOTED', 'CHANGED', 'SENT', 'WITHDRAWN', 'LAPSED', 'SIGNED', 'CAME_INTO_FORCE', 'TO_RENEW', 'WARNED', 'DECLINED', 'DECLINE_UNDONE', 'RENEWED', 'EXPIRED',
  'PROVISIONAL_ACCEPTED', 'PROVISIONAL', 'PROVISIONAL_OVER', 'SUSPENDED', 'RESTORED', 'ENDED', 'CANCELLED', 'OWNER_SET',
] as const
export type ContractEventKind = (typeof eventKinds)[number]

export interface NewContractEvent {
  kind: ContractEventKind
  day: Day
  /** The calendar does not say who. */
  byCalendar?: boolean
  reason?: string | null
  detail?: object
}
