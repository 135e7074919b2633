import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AcceptInvitationDocument, type LinkStateQuery } from '../contract/graphql.ts'
import { useChange } from '../graphql/useChange.ts'
import { useEntrance } from './useSignIn.ts'

type Link = LinkStateQuery['linkState']
/** How the invited person stands to us, and so what she is asked for. */
export type Standing = 'newcomer' | 'member' | 'here'

/** Accepting an invitation. Who has an account accepts it signed in: the link alone does not open the account. */
export function useInvitation(token: () => string) {
  const { t } = useI18n()
  const come = useEntrance()
  const { change, busy } = useChange(AcceptInvitationDocument)
  const refusal = ref('')
  const isSpent = ref(false)
  const since = ref<Standing>()
  const standingOf = (link: Link): Standing =>
    since.value ?? (link.needsPassword ? 'newcomer' : link.signedIn ? 'here' : 'member')

  async function accept(person: { name?: string; password?: string } = {}) {
    refusal.value = ''
    const result = (await change({ input: { token: token(), ...person } }))?.acceptInvitation
    if (result?.__typename === 'SignedIn') await come(result.viewer)
    if (result?.__typename === 'LinkInvalid') isSpent.value = true
    if (result?.__typename === 'PasswordRefused') refusal.value = t(`signIn.refused.${result.reason}`)
    if (result?.__typename === 'SignInRequired') askForSignIn()
  }
  /** An account was made, or a session ended, while the page stood open. */
  function askForSignIn() {
    since.value = 'member'
    refusal.value = t('signIn.invitation.signInFirst')
  }
  async function acceptSignedIn() {
    since.value = 'here'
    await accept()
  }
  return { accept, acceptSignedIn, busy, refusal, isSpent, standingOf }
}
