import { expect, test } from 'vitest'
import { formatOfFile, formatOfText } from './exchange-file.ts'

test.each([
  ['{"text":"hola","intent":"saludo"}\n{"text":"adiós","intent":"despedida"}\n', '', 'JSONL'],
  ['text,intent\nhola,saludo', '', 'CSV'],
  ['version: "3.1"\nnlu:\n- intent: saludo', '', 'RASA_YAML'],
  ['{"luis_schema_version":"7.0.0","utterances":[]}', 'app.json', 'LUIS'],
  ['{"projectFileVersion":"2023-04-01","metadata":{"projectKind":"Conversation"}}', '', 'LUIS'],
  ['{"name":"saludo","userSays":[]}', 'saludo.json', 'DIALOGFLOW'],
  ['[{"text":"hola","intent":"saludo"}]', '', 'JSON'],
  ['hola', 'frases.jsonl', 'JSONL'],
])('%s is read as what it looks like', (text, name, format) => {
  expect(formatOfText(text, name)).toBe(format)
})

test('a line that is cut at the end of a beginning does not hide that there is one a line', () => {
  const line = '{"text":"hola","intent":"saludo"}\n'
  expect(formatOfText(line.repeat(3) + line.slice(0, 9))).toBe('JSONL')
})

test('a ZIP file is taken for an agent', () => {
  expect(formatOfFile('agente.zip', Uint8Array.from([0x50, 0x4b, 3, 4, 255]))).toBe('DIALOGFLOW')
})
