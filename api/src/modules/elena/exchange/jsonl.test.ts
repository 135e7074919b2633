import { expect, test } from 'vitest'
import { parseExchange, writeExchange } from './exchange.ts'

const set = { entityTypes: [], phrases: [
  { text: 'dónde está mi pedido A1', intent: 'track_order', language: 'es' as const, entities: [{ start: 21, end: 23, entity: 'order_code' }] },
  { text: 'hello', intent: 'greet', language: 'en' as const, entities: [] },
] }

test('what is written is read again as it was', () => {
  const { content } = writeExchange('JSONL', set)!
  const read = parseExchange('JSONL', content)
  expect(read.problems).toEqual([])
  expect(read.set.phrases).toEqual(set.phrases.map((phrase, at) => ({ ...phrase, line: at + 1 })))
})

test('each line that cannot be taken is named with its number, and the others are taken', () => {
  const lines = ['{"text":"a","intent":"b"}', 'x', '', '[]', '{"intent":"b"}', '{"text":"a","intent":" "}', '{"text":"a","intent":"b","entities":[{"start":"0"}]}', '{"text":"c","intent":"d"}\r']
  const { set: { phrases }, problems } = parseExchange('JSONL', lines.join('\n'))
  expect(phrases.map(({ line }) => line)).toEqual([1, 8])
  expect(problems.map(({ line, code }) => [line, code])).toEqual([[2, 'UNREADABLE'], [4, 'UNREADABLE'], [5, 'NO_TEXT'], [6, 'NO_INTENT'], [7, 'BAD_MARK']])
})
