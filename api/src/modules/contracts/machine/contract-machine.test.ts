import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addDays, addMonths, daysBetween, localDay, type Day } from '../../../platform/day.ts'
import { bookOf, contractOf, inForce, TERMS } from './contract.fixture.ts'
import type { ContractBook, ContractFacts } from './contract-facts.ts'
import { advanceContracts, applySteps, contractSteps, dueOn } from './contract-machine.ts'

// Ten thousand cases on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const said = (book: ContractBook, today: Day) => contractSteps(book, today).map(({ kind, on, daysBefore }) => `${on} ${kind}${daysBefore ? ` ${daysBefore}` : ''}`)
const stateOf = (book: ContractBook, today: Day, id = 'a') => advanceContracts(book, today).contracts.find(one => one.id === id)!

/** Every day by itself: what a job does that never misses one. */
function dayByDay(book: ContractBook, from: Day, to: Day) {
  const steps = []
  for (let [now, day] = [book, from]; day <= to; day = addDays(day, 1)) {
    const due = contractSteps(now, day)
    steps.push(...due)
    now = applySteps(now, due)
  }
  return { steps, book: applySteps(book, steps) }
}

describe('a private company', () => {
  test('is renewed for another term each time one ends, after one courtesy letter', () => {
    const { steps } = dayByDay(bookOf(false, contractOf()), '2026-12-20', '2029-01-01')
    expect(steps.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
      '2027-01-01 CAME_INTO_FORCE', '2027-10-03 TO_RENEW', '2027-12-02 WARNED', '2028-01-01 RENEWED', '2028-10-03 TO_RENEW', '2028-12-02 WARNED', '2029-01-01 RENEWED',
    ])
  })

  test('that declined is not, and nothing follows by itself', () => {
    expect(said(bookOf(false, inForce({ declinedOn: '2027-05-01' })), '2040-01-01')).toEqual(['2027-10-03 TO_RENEW', '2028-01-01 EXPIRED'])
  })

  test('that began on 29 February ends on the 28th, and on the 29th again four years later', () => {
    const book = bookOf(false, contractOf({ startsOn: '2028-02-29', signedOn: '2028-02-29' }))
    expect(['2028-03-01', '2029-02-28', '2031-03-01'].map(day => stateOf(book, day).endsOn)).toEqual(['2029-02-28', '2030-02-28', '2032-02-29'])
  })
})

describe('a public institution', () => {
  test('is warned 90, 60, 45 and 30 days before, and its contract expires', () => {
    expect(dayByDay(bookOf(true, inForce()), '2027-02-01', '2028-06-01').steps.map(({ kind, on, daysBefore }) => [on, kind, daysBefore ?? '']).map(one => one.join(' ').trim())).toEqual([
      '2027-10-03 TO_RENEW', '2027-10-03 WARNED 90', '2027-11-02 WARNED 60', '2027-11-17 WARNED 45', '2027-12-02 WARNED 30', '2028-01-01 EXPIRED',
    ])
  })

  test('gets of the warnings that were missed the nearest alone, and those that follow', () => {
    expect(said(bookOf(true, inForce()), '2027-11-10')).toEqual(['2027-10-03 TO_RENEW', '2027-11-02 WARNED 60'])
    expect(said(advanceContracts(bookOf(true, inForce()), '2027-11-10'), '2027-12-05')).toEqual(['2027-12-02 WARNED 30'])
  })

  test('with a signed renewal is not warned, and the renewal takes force the moment the contract ends', () => {
    const book = bookOf(true, inForce(), contractOf({ id: 'b', previousId: 'a', startsOn: '2028-01-01', signedOn: '2027-06-01' }))
    expect(contractSteps(book, '2028-01-01').map(({ contractId, kind, on }) => `${on} ${contractId} ${kind}`)).toEqual([
      '2027-10-03 a TO_RENEW', '2028-01-01 a ENDED', '2028-01-01 b CAME_INTO_FORCE',
    ])
    expect(stateOf(book, '2028-01-01', 'b').endsOn).toBe('2029-01-01')
  })

  test('whose renewal is signed when the contract is over has it from that day', () => {
    const book = bookOf(true, inForce({ phase: 'EXPIRED', endsOn: '2028-01-01' }), contractOf({ id: 'b', previousId: 'a', startsOn: '2028-02-10', signedOn: '2028-02-10' }))
    expect(contractSteps(book, '2028-03-01').map(({ contractId, kind, on }) => `${on} ${contractId} ${kind}`)).toEqual(['2028-02-10 a ENDED', '2028-02-10 b CAME_INTO_FORCE'])
  })

  test('may go on for sixty days from the end, and no longer', () => {
    const asked = inForce({ phase: 'TO_RENEW', warnedDays: 30, provisionalUntil: '2028-03-01' })
    expect(said(bookOf(true, asked), '2028-12-01')).toEqual(['2028-01-01 PROVISIONAL', '2028-03-01 PROVISIONAL_OVER'])
    expect(stateOf(bookOf(true, asked), '2028-02-29').phase).toBe('PROVISIONAL')
    expect(stateOf(bookOf(true, asked), '2028-03-01').phase).toBe('EXPIRED')
  })
})

test('a quote that is sent and not signed lapses, one that was never sent does not', () => {
  const quote = contractOf({ phase: 'SENT', validUntil: '2027-01-05', startsOn: null, signedOn: null })
  expect(said(bookOf(false, quote, { ...quote, id: 'b', phase: 'QUOTED' }), '2027-02-01')).toEqual(['2027-01-05 LAPSED'])
})

// What may be told of any book, whatever the dates.

const day = fc.integer({ min: 0, max: 4000 }).map(days => addDays('2024-01-01', days))
const lastDays = fc.constantFrom('2024-01-31', '2024-02-29', '2025-02-28', '2027-08-31', '2027-12-31', '2028-02-29', '2030-06-30')
const terms = fc.constantFrom(TERMS, { ...TERMS, termMonths: 1 }, { ...TERMS, termMonths: 24, renewalWarningDays: [30, 10] }, { ...TERMS, termMonths: 3, renewalWarningDays: [365] })

const running = fc.record({ startsOn: fc.oneof(day, lastDays), terms, isDeclined: fc.boolean(), provisional: fc.option(fc.integer({ min: 1, max: 60 })) })
  .map(({ startsOn, terms, isDeclined, provisional }): ContractFacts => {
    const endsOn = addMonths(startsOn, terms.termMonths)
    return contractOf({ phase: 'IN_FORCE', startsOn, signedOn: startsOn, endsOn, terms, declinedOn: isDeclined ? startsOn : null, provisionalUntil: provisional === null ? null : addDays(endsOn, provisional) })
  })

const books = fc.record({
  isPublic: fc.boolean(), contract: running, renewed: fc.option(fc.integer({ min: -200, max: 200 })),
  quote: fc.option(day.map(validUntil => contractOf({ id: 'q', phase: 'SENT', validUntil, startsOn: null, signedOn: null }))),
}).map(({ isPublic, contract, renewed, quote }) => {
  // A renewal that is signed after the end is one of a contract that did end.
  const isLate = renewed !== null && renewed > 0
  const renewal = renewed !== null && (!isLate || isPublic || contract.declinedOn)
    ? [contractOf({ id: 'b', previousId: 'a', terms: contract.terms, startsOn: addDays(contract.endsOn!, isLate ? Math.min(renewed, contract.provisionalUntil ? daysBetween(contract.endsOn!, contract.provisionalUntil) : renewed) : 0) })] : []
  return { isPublic, contracts: [contract, ...renewal, ...quote ? [quote] : []] }
})

const stretches = fc.record({ book: books, days: fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 12 }) })
  .map(({ book, days }) => ({ book, days: days.map(one => addDays(book.contracts[0]!.startsOn!, one)) }))

test('looked at on any days, in any order and however often, everything stands where one look on the last day brings it', () => {
  fc.assert(fc.property(stretches, ({ book, days }) => {
    const looked = days.reduce(advanceContracts, book)
    const last = days.toSorted().at(-1)!
    expect(looked).toEqual(advanceContracts(book, last))
    expect(contractSteps(looked, last)).toEqual([])
  }), { numRuns: 10_000 })
})

test('steps come in order of dates, each once, and none before its day', () => {
  fc.assert(fc.property(stretches, ({ book, days: [today] }) => {
    const steps = contractSteps(book, today!)
    expect(steps.map(({ on }) => on)).toEqual(steps.map(({ on }) => on).toSorted())
    expect(steps.every(({ on }) => on <= today!)).toBe(true)
    expect(new Set(steps.map(step => JSON.stringify(step))).size).toBe(steps.length)
  }), { numRuns: 10_000 })
})

test('nothing happens before the day on which something is due, and something does on it', () => {
  fc.assert(fc.property(books, book => {
    const due = book.contracts.map(contract => dueOn(book, contract)).filter(one => one !== null).toSorted()[0]
    if (due === undefined) return
    expect(contractSteps(book, addDays(due, -1))).toEqual([])
    expect(contractSteps(book, due).length).toBeGreaterThan(0)
  }), { numRuns: 10_000 })
})

test('every term ends as many months after the first day as it has terms behind it, whatever the months are like', () => {
  fc.assert(fc.property(fc.oneof(day, lastDays), terms, fc.integer({ min: 0, max: 3000 }), (startsOn, kept, days) => {
    const contract = contractOf({ startsOn, terms: kept })
    const { term, endsOn } = stateOf(bookOf(false, contract), addDays(startsOn, days))
    // A plain model: count months until the day is within them.
    let model = 1
    while (addMonths(startsOn, kept.termMonths * model) <= addDays(startsOn, days)) model++
    expect([term, endsOn]).toEqual([model, addMonths(startsOn, kept.termMonths * model)])
  }), { numRuns: 10_000 })
})

test('where a zone is changed in between, the day that went back undoes nothing', () => {
  const zones = fc.constantFrom('America/Santo_Domingo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Beirut', 'Pacific/Apia')
  const moments = fc.array(fc.tuple(fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), zones), { minLength: 1, maxLength: 8 })
  fc.assert(fc.property(books, moments, (book, given) => {
    const days = given.toSorted(([one], [other]) => one.getTime() - other.getTime()).map(([moment, zone]) => localDay(moment, zone))
    const moved = days.reduce(advanceContracts, book)
    expect(moved).toEqual(advanceContracts(book, days.toSorted().at(-1)!))
  }), { numRuns: 10_000 })
})

test('warnings of one term go out each at most once and in their order, on whatever days the job runs', () => {
  fc.assert(fc.property(stretches, ({ book, days }) => {
    const warned: number[] = []
    let now: ContractBook = { ...book, isPublic: true }
    for (const today of days.toSorted()) {
      const steps = contractSteps(now, today).filter(step => step.contractId === 'a')
      const sent = steps.filter(step => step.kind === 'WARNED')
      expect(sent.length).toBeLessThanOrEqual(1)
      warned.push(...sent.map(step => step.daysBefore!))
      now = advanceContracts(now, today)
    }
    expect(warned).toEqual([...new Set(warned)].toSorted((one, other) => other - one))
  }), { numRuns: 10_000 })
})
