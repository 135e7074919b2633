import { expect, test } from 'vitest'
import { ERROR_CODES } from './graphql/errors.ts'
import { testMessages } from './i18n/messages.testing.ts'
import { uiMessages } from './messages.ts'

const sources = import.meta.glob<string>(['./**/*.vue', './**/*.ts', '!./contract/**', '!./**/*.test*.ts'], {
  query: '?raw', import: 'default', eager: true,
})
testMessages({ messages: uiMessages, sources })

test('every error code is explained in words', () => {
  const { es } = uiMessages
  expect(ERROR_CODES.filter(code => !(es.errors as Record<string, string>)[code])).toEqual([])
})
