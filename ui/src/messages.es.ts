import account from './account/messages.es.ts'
import appointments from './appointments/messages.es.ts'
import common from './i18n/messages.es.ts'
import shell from './shell/messages.es.ts'
import signIn from './sign-in/messages.es.ts'

/** The texts of everything in this package. An app adds its own, one name per feature. */
export default {
  ...common, account, appointments, shell, signIn,
}
