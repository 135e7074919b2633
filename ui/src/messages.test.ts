import { expect, test } from 'vitest'
import { ERROR_CODES } from './graphql/errors.ts'
import { testMessages } from './i18n/messages.testing.ts'
import { messages } from './messages.ts'

const sources = import.meta.glob<string>(['./**/*.vue', './**/*.ts', '!./contract/**', '!./**/*.test*.ts'], {
  query: '?raw', import: 'default', eager: true,
})
testMessages({ messages, sources })

test('every error code is explained in words', () => {
  const { es } = messages
  expect(ERROR_CODES.filter(code => !(es.errors as Record<string, string>)[code])).toEqual([])
})
