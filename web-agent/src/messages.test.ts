import { testMessages } from '@botpro/ui/i18n/messages.testing.ts'
import { messages } from './messages.ts'

const sources = import.meta.glob<string>(['./**/*.vue', './**/*.ts', '!./contract/**', '!./**/*.test.ts'], {
  query: '?raw', import: 'default', eager: true,
})
testMessages({ messages, sources })
