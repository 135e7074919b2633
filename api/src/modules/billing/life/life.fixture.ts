import { addDays, firstOfMonth, type Day } from '../../../platform/day.ts'
import type { SubscriptionItem } from '../../plans/index.ts'
import type { Account, LifeTerms } from './account.ts'
import type { ContractBook, ContractFacts } from './contracts.ts'

export const TERMS: LifeTerms = {
  validFrom: '2026-01-01', paymentTermDays: 30, draftReviewDays: 2, dueReminderDays: [-5, 1], overdueInvoicesForSuspension: 2, noticeDays: 0, suspensionDays: 30,
}

export const CONTRACT_TERMS = { termMonths: 12, renewalWarningDays: [90, 60, 45, 30], renewalSignedMonthsBefore: 1, provisionalDays: 60, quoteValidDays: 30 }

export const contractOf = (changes: Partial<ContractFacts>): ContractFacts => ({
  id: 'a', previousId: null, phase: 'SIGNED', terms: CONTRACT_TERMS, validUntil: null, signedOn: null, startsOn: '2027-01-01', endsOn: null, term: 1, declinedOn: null,
  warnedDays: null, provisionalUntil: null, endedOn: null, ...changes,
})

export const bookOf = (isPublic: boolean, ...contracts: ContractFacts[]): ContractBook => ({ isPublic, contracts })

export const itemOf = (changes: Partial<SubscriptionItem>): SubscriptionItem => ({
  id: 'plan', productKey: 'STARTER', productKind: 'PLAN', name: { es: 'Starter', en: 'Starter' }, quantity: 1, currency: 'USD', discountPercent: '0',
  prices: { SETUP: '595', MONTHLY: '395', CONVERSATION: '0.05' }, startsOn: '2027-01-01', endsOn: null, contractId: null,
  entitlements: { CONVERSATIONS: 3000 }, ...changes,
})

/** A tenant whose contract is signed and waits for its day. */
export function accountOf(startsOn: Day, changes: Partial<Account> = {}): Account {
  return {
    tenantId: 't', day: addDays(startsOn, -1), currency: 'USD', terms: [TERMS], paymentTermDays: null, taxes: [{ name: 'ITBIS', percent: '18', from: '2020-01-01' }],
    book: bookOf(false, contractOf({ startsOn })), items: [], agreed: [{ contractId: 'a', items: [itemOf({})] }], overrides: [], used: [], pace: {}, countedOn: addDays(startsOn, -1),
    invoices: [], draftedMonth: firstOfMonth(addDays(startsOn, -1)), credit: '0.00', noticedOn: null, suspension: null, suspended: [], cancelledOn: null, payments: [], ...changes,
  }
}
