import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOn, freeOf, hoursShown, joined, laidOut, without, type Band } from './bands.ts'

const HERE = 'America/Santo_Domingo'
const at = (from: number, until: number) => ({ from, until })
const aBand = fc.tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 300 })).map(([from, long]) => at(from, Math.min(1440, from + long)))
const minutesIn = (bands: readonly Band[]) => new Set(bands.flatMap(({ from, until }) => Array.from({ length: until - from }, (_, i) => from + i)))

test('an appointment stands where the clock of the company says, wherever the browser is', () => {
  expect(bandOn('2026-12-01', { from: '2026-12-01T13:00:00Z', until: '2026-12-01T13:30:00Z' }, HERE)).toEqual(at(540, 570))
  expect(bandOn('2026-12-02', { from: '2026-12-01T13:00:00Z', until: '2026-12-01T13:30:00Z' }, HERE)).toBeUndefined()
})

test('what goes over midnight stands on both days', () => {
  const night = { from: '2026-12-02T03:00:00Z', until: '2026-12-02T05:00:00Z' }
  expect([bandOn('2026-12-01', night, HERE), bandOn('2026-12-02', night, HERE)]).toEqual([at(1380, 1440), at(0, 60)])
})

test('on days on which the clocks turn everything stands where the clock shows it, and lasts something', () => {
  const zone = 'America/New_York'
  expect(bandOn('2026-03-08', { from: '2026-03-08T06:30:00Z', until: '2026-03-08T07:30:00Z' }, zone)).toEqual(at(90, 210))
  // From the first half past one to the second one.
  expect(bandOn('2026-11-01', { from: '2026-11-01T05:30:00Z', until: '2026-11-01T06:30:00Z' }, zone)).toEqual(at(90, 150))
  expect(bandOn('2026-11-01', { from: '2026-11-01T04:00:00Z', until: '2026-11-02T05:00:00Z' }, zone)).toEqual(at(0, 1440))
})

test('what is left is every minute of the one that is none of the other, in as few pieces as can be', () => {
  fc.assert(fc.property(fc.array(aBand, { maxLength: 5 }), fc.array(aBand, { maxLength: 5 }), (bands, taken) => {
    const left = without(joined(bands), taken)
    expect(minutesIn(left)).toEqual(new Set([...minutesIn(bands)].filter(minute => !minutesIn(taken).has(minute))))
    expect(joined(left).length).toBe(left.length)
  }))
})

test('somebody is free when one of them is, and not before now', () => {
  const workers = [{ openings: [at(540, 720)], taken: [at(540, 600)] }, { openings: [at(540, 720)], taken: [at(570, 690)] }]
  expect(freeOf(workers)).toEqual([at(540, 570), at(600, 720)])
  expect(freeOf(workers, 650)).toEqual([at(650, 720)])
  expect(freeOf([{ openings: [at(540, 720)], taken: [at(545, 720)] }])).toEqual([])
})

test('two that overlap never lie above each other, and each is as wide as its neighbours let it be', () => {
  fc.assert(fc.property(fc.array(aBand, { maxLength: 12 }), bands => {
    const placed = laidOut(bands.map((band, item) => ({ ...band, item })))
    expect(placed.map(({ item }) => item).toSorted((a, b) => a - b)).toEqual(bands.map((_, item) => item))
    for (const one of placed) {
      expect(one.lane).toBeLessThan(one.lanes)
      for (const other of placed) if (one !== other && one.from < other.until && other.from < one.until) expect([one.lane, one.lanes]).not.toEqual([other.lane, one.lanes])
    }
  }))
})

test('what stands alone has the whole width, also beside a crowd', () => {
  const placed = laidOut([{ ...at(540, 600), item: 'a' }, { ...at(550, 610), item: 'b' }, { ...at(700, 730), item: 'c' }])
  expect(placed.map(({ item, lane, lanes }) => [item, lane, lanes])).toEqual([['a', 0, 2], ['b', 1, 2], ['c', 0, 1]])
})

test('the day is shown by full hours, from the first thing to the last', () => {
  expect(hoursShown([at(545, 600), at(1000, 1081)])).toEqual(at(540, 1140))
  expect(hoursShown([])).toEqual(at(480, 1080))
})
