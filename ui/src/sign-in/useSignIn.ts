import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { CompleteTwoFactorDocument, SignInDocument, type SignInInput } from '../contract/graphql.ts'
import { useFormat } from '../format/useFormat.ts'
import { useChange } from '../graphql/useChange.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { useSession, type Viewer } from '../session/session.ts'

/** Only an address of this app: a link must not lead a person who just signed in to somewhere else. */
export const safeNext = (next: unknown) =>
  typeof next === 'string' && next.startsWith('/') && !next.startsWith('//') ? next : '/'

/** What comes after every way of signing in. */
export function useEntrance() {
  const session = useSession()
  const router = useRouter()
  const route = useRoute()
  const { greet } = useLanguage()
  return async function come(viewer: Viewer) {
    await greet(viewer.user.language)
    session.renew()
    await router.replace(safeNext(route.query.next))
  }
}

interface Ways {
  /** What follows; by default she goes in. */
  come?: (viewer: Viewer) => Promise<void>
  /** Says that the password is wrong; by default without saying whether the account exists. */
  wrong?: () => string
}

/** Sign-in with its two steps. `refusal` says in words why not. */
export function useSignIn({ come = useEntrance(), wrong }: Ways = {}) {
  const { t } = useI18n()
  const format = useFormat()
  const { change: signIn, busy: isSigningIn } = useChange(SignInDocument)
  const { change: complete, busy: isCompleting } = useChange(CompleteTwoFactorDocument)
  const challenge = ref('')
  const refusal = ref('')
  const locked = (retryAt: string) => t('signIn.locked', { time: format.value.time(retryAt) })

  async function start(input: SignInInput) {
    refusal.value = ''
    const result = (await signIn({ input }))?.signIn
    if (result?.__typename === 'SignedIn') await come(result.viewer)
    if (result?.__typename === 'TwoFactorRequired') challenge.value = result.challenge
    if (result?.__typename === 'InvalidCredentials') refusal.value = wrong?.() ?? t('signIn.wrong')
    if (result?.__typename === 'SignInLocked') refusal.value = locked(result.retryAt)
  }
  async function finish(code: string, isRecovery: boolean) {
    refusal.value = ''
    const result = (await complete({ input: { challenge: challenge.value, code } }))?.completeTwoFactor
    if (result?.__typename === 'SignedIn') await come(result.viewer).then(startOver)
    if (result?.__typename === 'InvalidCredentials') refusal.value = t(isRecovery ? 'signIn.code.wrongRecovery' : 'signIn.code.wrong')
    if (result?.__typename === 'SignInLocked') refusal.value = locked(result.retryAt)
  }
  function startOver() {
    challenge.value = ''
    refusal.value = ''
  }
  return { challenge, refusal, start, finish, startOver, isSigningIn, isCompleting }
}
