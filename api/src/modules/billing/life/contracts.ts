import { type Day } from '../../../platform/day.ts'
import { isInForce, signedRenewalOf, type ContractBook, type ContractFacts } from '../../contracts/index.ts'
import { dueOn } from '../../contracts/index.ts'
import type { Stretch } from '../rating/stretch.ts'

export { applySteps, contractSteps, type ContractStep } from '../../contracts/index.ts'
export type { ContractBook, ContractFacts } from '../../contracts/index.ts'

/** The days that are invoiced: those under contract, and those between two contracts once the second is in force. */
export const coverOf = (book: ContractBook): Stretch[] => book.contracts.flatMap(contract => [...ownDays(book, contract), ...gapBefore(book, contract)])

/** Ends only where it is known that it does. */
function ownDays(book: ContractBook, contract: ContractFacts): Stretch[] {
  const { phase, startsOn, endsOn, endedOn, declinedOn } = contract
  if (!startsOn || phase === 'QUOTED' || phase === 'SENT' || phase === 'WITHDRAWN' || phase === 'LAPSED') return []
  if (phase === 'SIGNED') return [{ startsOn, endsOn: null }]
  if (phase === 'CANCELLED') return [{ startsOn, endsOn: first(endsOn, endedOn) ?? startsOn }]
  const goesOn = isInForce(contract) && !book.isPublic && !declinedOn && !signedRenewalOf(book, contract)
  return [{ startsOn, endsOn: goesOn ? null : endsOn }]
}

/** Somebody accepted that the months without contract are invoiced, in writing or by what was signed. */
export function gapBefore(book: ContractBook, contract: ContractFacts): Stretch[] {
  const previous = book.contracts.find(({ id }) => id === contract.previousId)
  const began = isInForce(contract) || ['EXPIRED', 'PROVISIONAL', 'ENDED', 'CANCELLED'].includes(contract.phase)
  if (!previous?.endsOn || !contract.startsOn || !began || previous.endsOn >= contract.startsOn) return []
  return [{ startsOn: previous.endsOn, endsOn: contract.startsOn }]
}

const first = (one: Day | null, other: Day | null) => (one && other ? (one < other ? one : other) : one ?? other)

/** Final, for everything that runs or waits to begin. */
export const cancelled = (book: ContractBook, on: Day): ContractBook => ({
  ...book,
  contracts: book.contracts.map(contract => (isInForce(contract) || ['SIGNED', 'EXPIRED', 'PROVISIONAL'].includes(contract.phase)
    ? { ...contract, phase: 'CANCELLED', endedOn: on } : contract)),
})

export const contractsDue = (book: ContractBook): Day | null => book.contracts.map(contract => dueOn(book, contract)).filter(day => day !== null).toSorted()[0] ?? null

export const isInForceNow = ({ contracts }: ContractBook): boolean => contracts.some(isInForce)
