import type { Messages } from '@botpro/ui/i18n/i18n.ts'
import en from './messages.en.ts'
import es from './messages.es.ts'

/** All texts in both languages, for tests: a page brings the ones it shows. */
export const messages: Messages = { es, en }
