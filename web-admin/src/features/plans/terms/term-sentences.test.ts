import { expect, test } from 'vitest'
import type { Terms_CommercialTermsFragment as Terms } from '../../../contract/graphql.ts'
import es from './messages.es.ts'
import { TERM_NAMES, TERM_SENTENCES, termsOf, typedOf } from './term-sentences.ts'

const { validFrom, ...terms }: Terms = {
  __typename: 'CommercialTerms', validFrom: '2026-01-01', termMonths: 12, renewalWarningDays: [90, 60, 45, 30], renewalSignedMonthsBefore: 1, provisionalDays: 60, quoteValidDays: 30, quotaAlertPercents: [80, 100],
  paymentTermDays: 30, draftReviewDays: 2, dueReminderDays: [-5, 1], overdueInvoicesForSuspension: 2, noticeDays: 0, suspensionDays: 30, taxName: 'ITBIS', taxPercent: '18',
}
const { __typename, ...numbers } = terms

test('what is typed without a change is what it was', () => {
  expect(termsOf(typedOf({ ...terms, validFrom }))).toEqual(numbers)
})

test('what is no number is named, in lists, too', () => {
  expect(termsOf({ ...typedOf({ ...terms, validFrom }), termMonths: 'doce' })).toEqual({ wrong: 'termMonths' })
  expect(termsOf({ ...typedOf({ ...terms, validFrom }), renewalWarningDays: '90, x' })).toEqual({ wrong: 'renewalWarningDays' })
  expect(termsOf({ ...typedOf({ ...terms, validFrom }), taxName: ' ' })).toEqual({ wrong: 'taxName' })
})

test('every number is in a sentence of its group', () => {
  expect(TERM_NAMES.toSorted()).toEqual(Object.keys(numbers).toSorted())
  expect(Object.values(TERM_SENTENCES).flat().map(([name]) => name).toSorted()).toEqual(Object.keys(es.sentence).toSorted())
})
