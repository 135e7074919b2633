import account from './account/messages.en.ts'
import appointments from './appointments/messages.en.ts'
import common from './i18n/messages.en.ts'
import shell from './shell/messages.en.ts'
import signIn from './sign-in/messages.en.ts'

/** The texts of everything in this package. An app adds its own, one name per feature. */
export default {
  ...common, account, appointments, shell, signIn,
}
