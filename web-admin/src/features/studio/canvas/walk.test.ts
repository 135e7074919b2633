import { expect, test } from 'vitest'
import { flowOf, menu, say } from '../document/flow.testing.ts'
import { inOrder, walked } from './walk.ts'

const at = (step: ReturnType<typeof say>, y: number) => ({ ...step, position: { x: 0, y } })
const flow = flowOf([menu('m', { yes: 'a', no: 'b' }), at(say('a', { done: 'c' }), 0), at(say('b', { done: 'c' }), 100), say('c', { done: 'm' }), say('alone')])

test('right leads along a connection, left back, down and up to what stands beside it', () => {
  expect(walked(flow, 'm', 'ArrowRight')).toBe('a')
  expect(walked(flow, 'a', 'ArrowDown')).toBe('b')
  expect(walked(flow, 'b', 'ArrowUp')).toBe('a')
  expect(walked(flow, 'a', 'ArrowLeft')).toBe('m')
  expect(walked(flow, 'a', 'ArrowUp')).toBeUndefined()
})

test('the list holds every step once, also those that nothing leads to, and ends in a circle', () => {
  expect(inOrder(flow).map(({ id }) => id)).toEqual(['m', 'a', 'c', 'b', 'alone'])
})
