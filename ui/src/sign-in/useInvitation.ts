import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AcceptInvitationDocument, type AcceptInvitationInput } from '../contract/graphql.ts'
import { useChange } from '../graphql/useChange.ts'
import { useEntrance } from './useSignIn.ts'

/** Accepting an invitation; a known person with a second factor is asked for it, as at sign-in. */
export function useInvitation() {
  const { t } = useI18n()
  const come = useEntrance()
  const { change, busy } = useChange(AcceptInvitationDocument)
  const refusal = ref('')
  const isSpent = ref(false)
  const challenge = ref('')

  async function accept(input: AcceptInvitationInput) {
    refusal.value = ''
    const result = (await change({ input }))?.acceptInvitation
    if (result?.__typename === 'SignedIn') await come(result.viewer)
    if (result?.__typename === 'TwoFactorRequired') challenge.value = result.challenge
    if (result?.__typename === 'LinkInvalid') isSpent.value = true
    if (result?.__typename === 'PasswordRefused') refusal.value = t(`signIn.refused.${result.reason}`)
  }
  return { accept, busy, refusal, isSpent, challenge }
}
