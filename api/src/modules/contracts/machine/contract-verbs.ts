import { addDays, addMonths, type Day } from '../../../platform/day.ts'
import { isRunning, openRenewalOf, signedRenewalOf, type ContractBook, type ContractFacts } from './contract-facts.ts'

export const contractVerbs = [
  'CHANGE', 'SEND', 'WITHDRAW', 'SIGN', 'QUOTE_RENEWAL', 'DECLINE_RENEWAL', 'UNDO_DECLINE', 'ACCEPT_PROVISIONALLY', 'SUSPEND', 'RESTORE', 'CANCEL',
] as const
export type ContractVerb = (typeof contractVerbs)[number]

export interface Situation {
  book: ContractBook
  contract: ContractFacts
  today: Day
  /** Whether the service is suspended by an operator because there is no contract in force. */
  isSuspended: boolean
}

/** What people may do to a contract as it stands, whoever they are. */
export const possibleVerbs = (situation: Situation): ContractVerb[] => contractVerbs.filter(verb => POSSIBLE[verb](situation))

export const isPossible = (verb: ContractVerb, situation: Situation): boolean => POSSIBLE[verb](situation)

const POSSIBLE: Record<ContractVerb, (situation: Situation) => boolean> = {
  CHANGE: ({ contract: { phase } }) => phase === 'QUOTED' || phase === 'SENT' || phase === 'LAPSED',
  SEND: ({ contract: { phase } }) => phase === 'QUOTED' || phase === 'SENT' || phase === 'LAPSED',
  WITHDRAW: ({ contract: { phase } }) => phase === 'QUOTED' || phase === 'SENT' || phase === 'LAPSED',
  // One that was signed in time may be written down later.
  SIGN: ({ book, contract }) => (contract.phase === 'SENT' || contract.phase === 'LAPSED') && isFree(book, contract),
  QUOTE_RENEWAL: ({ book, contract }) => isRunning(contract) && !openRenewalOf(book, contract),
  DECLINE_RENEWAL: ({ book, contract, today }) => isUndecided({ book, contract, today }) && contract.declinedOn === null,
  UNDO_DECLINE: ({ book, contract, today }) => isUndecided({ book, contract, today }) && contract.declinedOn !== null,
  ACCEPT_PROVISIONALLY: mayGoOnProvisionally,
  SUSPEND: ({ contract: { phase }, isSuspended }) => phase === 'EXPIRED' && !isSuspended,
  RESTORE: ({ isSuspended, contract }) => isSuspended && isRunning(contract),
  CANCEL: ({ contract }) => isRunning(contract) || contract.phase === 'SIGNED',
}

/** One contract runs at a time: a new one is signed where none does, a renewal while that which it renews does. */
function isFree({ contracts }: ContractBook, { id, previousId }: ContractFacts): boolean {
  const others = contracts.filter(one => one.id !== id && (isRunning(one) || one.phase === 'SIGNED'))
  return previousId === null ? others.length === 0 : others.length === 1 && others[0]!.id === previousId && isRunning(others[0]!)
}

const isUndecided = ({ book, contract, today }: Pick<Situation, 'book' | 'contract' | 'today'>) =>
  (contract.phase === 'IN_FORCE' || contract.phase === 'TO_RENEW') && today < contract.endsOn! && !signedRenewalOf(book, contract)

/** Once, and no longer than the terms allow from the end of the contract. */
function mayGoOnProvisionally({ book, contract, today }: Situation): boolean {
  const endsItself = book.isPublic || contract.declinedOn !== null
  return (contract.phase === 'EXPIRED' || (contract.phase === 'TO_RENEW' && endsItself)) && contract.provisionalUntil === null
    && today < provisionalEnd(contract) && !signedRenewalOf(book, contract)
}

/** Counted from the end of the contract, whenever the customer asks. */
export const provisionalEnd = ({ endsOn, terms }: ContractFacts): Day => addDays(endsOn!, terms.provisionalDays)

/** The last day on which a renewal of it can be signed in time; none where it renews itself. */
export const renewalSignedBy = ({ isPublic }: Pick<ContractBook, 'isPublic'>, { endsOn, terms }: Pick<ContractFacts, 'endsOn' | 'terms'>): Day | null =>
  (isPublic && endsOn ? addMonths(endsOn, -terms.renewalSignedMonthsBefore) : null)

export interface RenewalStart {
  startsOn: Day
  /** An operator has to say why it is taken all the same. */
  isLate: boolean
}

/** A renewal takes force the moment the contract ends, or, where that is over, on the day on which it was signed. */
export function renewalStart(book: Pick<ContractBook, 'isPublic'>, previous: ContractFacts, signedOn: Day): RenewalStart {
  const by = renewalSignedBy(book, previous)
  return { startsOn: signedOn > previous.endsOn! ? signedOn : previous.endsOn!, isLate: by !== null && signedOn > by }
}
