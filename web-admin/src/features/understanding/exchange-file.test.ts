import { expect, test } from 'vitest'
import { exchangeFileOf, formatOfText } from './exchange-file.ts'

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

test('a ZIP file is taken for an agent and travels whole', () => {
  const file = exchangeFileOf('agente.zip', Uint8Array.from([0x50, 0x4b, 3, 4, 255]))
  expect(file).toMatchObject({ format: 'DIALOGFLOW', content: 'UEsDBP8=' })
})

test('a text keeps its accents', () => {
  expect(exchangeFileOf('frases.csv', new TextEncoder().encode('text,intent\n¿dónde?,x')).content).toContain('¿dónde?')
})
