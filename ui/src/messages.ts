import accountEn from './account/messages.en.ts'
import accountEs from './account/messages.es.ts'
import appointmentsEn from './appointments/messages.en.ts'
import appointmentsEs from './appointments/messages.es.ts'
import commonEn from './i18n/messages.en.ts'
import commonEs from './i18n/messages.es.ts'
import type { Messages } from './i18n/i18n.ts'
import shellEn from './shell/messages.en.ts'
import shellEs from './shell/messages.es.ts'
import signInEn from './sign-in/messages.en.ts'
import signInEs from './sign-in/messages.es.ts'

/** The texts of everything in this package. An app adds its own, one name per feature. */
export const uiMessages: Messages = {
  es: { ...commonEs, account: accountEs, appointments: appointmentsEs, shell: shellEs, signIn: signInEs },
  en: { ...commonEn, account: accountEn, appointments: appointmentsEn, shell: shellEn, signIn: signInEn },
}

export const withUiMessages = (own: Messages): Messages => ({
  es: { ...uiMessages.es, ...own.es },
  en: { ...uiMessages.en, ...own.en },
})
