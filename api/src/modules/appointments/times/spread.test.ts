import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

const at = (text: string) => ({ start: new Date(`2026-12-${text}:00Z`) })
const dayOf = (start: Date) => start.toISOString().slice(0, 10)
const shown = (times: { start: Date }[]) => times.map(({ start }) => start.toISOString().slice(8, 16))

const full = ['01', '02', '03', '04'].flatMap(day => ['09:00', '10:00', '11:00', '14:00', '15:00', '16:00'].map(time => at(`${day}T${time}`)))

test('six of many are the soonest, and mornings and afternoons of three days', () => {
  expect(shown(spread(full, 6, dayOf))).toEqual(['01T09:00', '01T16:00', '02T09:00', '02T16:00', '03T09:00', '03T16:00'])
})

test('where one day alone has anything, all are of it', () => {
  expect(shown(spread(full.slice(0, 6), 3, dayOf))).toEqual(['01T09:00', '01T14:00', '01T16:00'])
})

test('days with little left make room for more of the others', () => {
  expect(spread([...full.slice(0, 1), ...full.slice(6, 7), ...full.slice(12)], 9, dayOf)).toHaveLength(9)
})

test('as many are chosen as there are and as were asked for, in order, each once, the soonest always among them', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { maxLength: 60 }).map(hours =>
    hours.toSorted((a, b) => a - b).map(one => ({ start: new Date(Date.UTC(2026, 0, 1, one)) })))
  fc.assert(fc.property(times, fc.integer({ min: 1, max: 24 }), (all, most) => {
    const few = spread(all, most, dayOf)
    expect(few).toHaveLength(Math.min(most, all.length))
    expect(few).toEqual(all.filter(time => few.includes(time)))
    if (all.length) expect(few[0]).toBe(all[0])
  }))
})
