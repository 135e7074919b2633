import { expect, test } from 'vitest'
import { bookOf, contractOf, inForce } from './contract.fixture.ts'
import type { ContractFacts } from './contract-facts.ts'
import { possibleVerbs, renewalSignedBy, renewalStart } from './contract-verbs.ts'

const verbs = (contract: ContractFacts, { today = '2027-12-10', isPublic = true, isSuspended = false, others = [] as ContractFacts[] } = {}) =>
  possibleVerbs({ book: bookOf(isPublic, contract, ...others), contract, today, isSuspended })

test('a quote is signed when it was sent, and one that lapsed may have been signed before', () => {
  expect(verbs(contractOf({ phase: 'QUOTED' }))).toEqual(['CHANGE', 'SEND', 'WITHDRAW'])
  expect(verbs(contractOf({ phase: 'LAPSED' }))).toEqual(['CHANGE', 'SEND', 'WITHDRAW', 'SIGN'])
  expect(verbs(contractOf({ phase: 'WITHDRAWN' }))).toEqual([])
})

test('one contract runs at a time: a new one is signed where none does, a renewal beside the one that it renews', () => {
  const [fresh, renewal] = [contractOf({ id: 'n', phase: 'SENT' }), contractOf({ id: 'n', phase: 'SENT', previousId: 'a' })]
  expect(verbs(fresh, { others: [inForce()] })).not.toContain('SIGN')
  expect(verbs(fresh, { others: [inForce({ phase: 'CANCELLED' })] })).toContain('SIGN')
  expect(verbs(renewal, { others: [inForce({ phase: 'EXPIRED' })] })).toContain('SIGN')
  expect(verbs(renewal, { others: [inForce({ phase: 'CANCELLED' })] })).not.toContain('SIGN')
  expect(verbs(renewal, { others: [inForce(), contractOf({ id: 'c', previousId: 'a' })] })).not.toContain('SIGN')
})

test('service is suspended for want of a contract only when it expired and nothing provisional holds', () => {
  expect(verbs(inForce())).not.toContain('SUSPEND')
  expect(verbs(inForce({ phase: 'PROVISIONAL', provisionalUntil: '2028-03-01' }))).toEqual(['QUOTE_RENEWAL', 'CANCEL'])
  expect(verbs(inForce({ phase: 'EXPIRED', provisionalUntil: '2028-03-01' }), { today: '2028-03-01' })).toEqual(['QUOTE_RENEWAL', 'SUSPEND', 'CANCEL'])
  expect(verbs(inForce({ phase: 'EXPIRED' }), { today: '2028-02-01', isSuspended: true })).toEqual(['QUOTE_RENEWAL', 'ACCEPT_PROVISIONALLY', 'RESTORE', 'CANCEL'])
})

test('a customer goes on provisionally once, within sixty days of the end, and not when a renewal is signed', () => {
  const expired = inForce({ phase: 'EXPIRED' })
  expect(verbs(expired, { today: '2028-02-29' })).toContain('ACCEPT_PROVISIONALLY')
  expect(verbs(expired, { today: '2028-03-01' })).not.toContain('ACCEPT_PROVISIONALLY')
  expect(verbs(inForce({ phase: 'TO_RENEW' }))).toContain('ACCEPT_PROVISIONALLY')
  expect(verbs(inForce({ phase: 'TO_RENEW' }), { isPublic: false })).not.toContain('ACCEPT_PROVISIONALLY')
  expect(verbs(expired, { today: '2028-02-01', others: [contractOf({ id: 'b', previousId: 'a' })] })).not.toContain('ACCEPT_PROVISIONALLY')
})

test('a renewal is declined before the end, and the word taken back as long', () => {
  expect(verbs(inForce(), { isPublic: false })).toContain('DECLINE_RENEWAL')
  expect(verbs(inForce({ declinedOn: '2027-05-01' }), { isPublic: false })).toContain('UNDO_DECLINE')
  expect(verbs(inForce({ declinedOn: '2027-05-01' }), { isPublic: false, today: '2028-01-01' })).not.toContain('UNDO_DECLINE')
})

test('one renewal at a time is prepared', () => {
  expect(verbs(inForce())).toContain('QUOTE_RENEWAL')
  expect(verbs(inForce(), { others: [contractOf({ id: 'b', previousId: 'a', phase: 'QUOTED' })] })).not.toContain('QUOTE_RENEWAL')
  expect(verbs(inForce(), { others: [contractOf({ id: 'b', previousId: 'a', phase: 'WITHDRAWN' })] })).toContain('QUOTE_RENEWAL')
})

test.each([
  ['2027-11-30', '2028-01-01', false], ['2027-12-01', '2028-01-01', false], ['2027-12-02', '2028-01-01', true], ['2028-02-10', '2028-02-10', true],
])('a public institution that signs on %s has its renewal from %s, late: %s', (signedOn, startsOn, isLate) => {
  expect(renewalStart({ isPublic: true }, inForce(), signedOn)).toEqual({ startsOn, isLate })
})

test('a month before the 31st of March is the last of February', () => {
  expect(renewalSignedBy({ isPublic: true }, inForce({ endsOn: '2027-03-31' }))).toBe('2027-02-28')
  expect(renewalSignedBy({ isPublic: false }, inForce())).toBeNull()
  expect(renewalStart({ isPublic: false }, inForce(), '2027-12-31')).toEqual({ startsOn: '2028-01-01', isLate: false })
})
