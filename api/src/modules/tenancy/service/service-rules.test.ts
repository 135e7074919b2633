import { expect, test } from 'vitest'
import { SERVICE_RULES, stateUnder, type HoldKind, type HoldScope } from './service-rules.ts'

const hold = (kind: HoldKind, scope: HoldScope = 'WHOLE') => ({ kind, scope })

test('the state is the worst that any hold says, in whatever order they are told', () => {
  expect(stateUnder([])).toBe('ACTIVE')
  expect(stateUnder([hold('CONTRACT', 'PART')])).toBe('RESTRICTED')
  expect(stateUnder([hold('LATE_PAYMENT'), hold('CONTRACT', 'PART')])).toBe('SUSPENDED')
  expect(stateUnder([hold('CONTRACT', 'PART'), hold('LATE_PAYMENT'), hold('CANCELLED')])).toBe('CANCELLED')
  expect(stateUnder([hold('CANCELLED'), hold('CONTRACT', 'PART')])).toBe('CANCELLED')
})

test('who may not begin may still answer while the service is held in part', () => {
  expect(SERVICE_RULES.RESTRICTED).toEqual({ isServed: true, mayBegin: false })
  expect(SERVICE_RULES.SUSPENDED).toEqual(SERVICE_RULES.CANCELLED)
})
