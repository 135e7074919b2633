import type { ContractBook, ContractFacts, ContractTerms } from './contract-facts.ts'

export const TERMS: ContractTerms = { termMonths: 12, renewalWarningDays: [90, 60, 45, 30], renewalSignedMonthsBefore: 1, provisionalDays: 60, quoteValidDays: 30 }

export const contractOf = (changes: Partial<ContractFacts> = {}): ContractFacts => ({
  id: 'a', previousId: null, phase: 'SIGNED', terms: TERMS, validUntil: null, signedOn: '2026-12-15', startsOn: '2027-01-01', endsOn: null, term: 1,
  declinedOn: null, warnedDays: null, provisionalUntil: null, endedOn: null, ...changes,
})

export const inForce = (changes: Partial<ContractFacts> = {}): ContractFacts => contractOf({ phase: 'IN_FORCE', endsOn: '2028-01-01', ...changes })

export const bookOf = (isPublic: boolean, ...contracts: ContractFacts[]): ContractBook => ({ isPublic, contracts })
