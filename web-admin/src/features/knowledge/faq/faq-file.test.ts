import { expect, test } from 'vitest'
import { formatOfFile, formatOfText } from './faq-file.ts'

test.each([
  ['{"question":"¿Abren?","answer":"Sí"}', '', 'JSONL'],
  ['\uFEFF {"question":"¿Abren?"}', 'preguntas.txt', 'JSONL'],
  ['question,answer\n¿Abren?,Sí', '', 'CSV'],
  ['{raro', 'preguntas.CSV', 'CSV'],
  ['', 'preguntas.ndjson', 'JSONL'],
])('%s in a file called "%s" is read as %s', (text, name, format) => {
  expect(formatOfText(text, name)).toBe(format)
})

test('a file is known by its beginning where its name does not tell', () => {
  expect(formatOfFile('datos', new TextEncoder().encode('{"question":"x"}'))).toBe('JSONL')
})
