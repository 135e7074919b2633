import { expect, test } from 'vitest'
import { mergeMessages } from './merge.ts'
import { message } from './message.fixture.ts'

test('an older state never replaces a newer one', () => {
  const read = message({ status: 'READ', version: 3 })
  expect(mergeMessages([read], [message({ status: 'SENT', version: 2 })])).toEqual([read])
})

test('messages stand in the order of the thread, whenever they arrive', () => {
  const [first, second, third] = [1, 2, 3].map(position => message({ position }))
  expect(mergeMessages([third!], [second!, first!])).toEqual([first, second, third])
})

test('hearing everything twice changes nothing', () => {
  const all = [1, 2].map(position => message({ position }))
  expect(mergeMessages(mergeMessages([], all), all)).toEqual(all)
})
