import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  ConfirmTwoFactorDocument, DisableTwoFactorDocument, RenewRecoveryCodesDocument, StartTwoFactorDocument, ViewerDocument,
  type StartTwoFactorMutation,
} from '../contract/graphql.ts'
import { useFormat } from '../format/useFormat.ts'
import { useChange } from '../graphql/useChange.ts'
import { useSession } from '../session/session.ts'

type Setup = Extract<StartTwoFactorMutation['startTwoFactor'], { __typename: 'TwoFactorSetup' }>

/** Setting up the second factor, and what is asked for afterwards. */
export function useTwoFactor() {
  const { t } = useI18n()
  const format = useFormat()
  const session = useSession()
  const { change: start, busy: isStarting } = useChange(StartTwoFactorDocument)
  const { change: confirm, busy: isConfirming } = useChange(ConfirmTwoFactorDocument)
  const { change: disable, busy: isDisabling } = useChange(DisableTwoFactorDocument)
  const { change: renew, busy: isRenewing } = useChange(RenewRecoveryCodesDocument)
  const setup = ref<Setup>()
  const codes = ref<string[]>()
  const refusal = ref('')
  const locked = (retryAt: string) => t('signIn.locked', { time: format.value.time(retryAt) })
  const readViewer = () => session.client.value.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise()

  async function begin(password: string) {
    refusal.value = ''
    const result = (await start({ input: { password } }))?.startTwoFactor
    if (result?.__typename === 'InvalidCredentials') refusal.value = t('account.twoFactor.wrongPassword')
    if (result?.__typename === 'SignInLocked') refusal.value = locked(result.retryAt)
    if (result?.__typename === 'TwoFactorSetup') setup.value = result
  }
  async function finish(code: string) {
    refusal.value = ''
    const result = (await confirm({ input: { code } }))?.confirmTwoFactor
    if (result?.__typename === 'InvalidCredentials') refusal.value = t('signIn.code.wrong')
    if (result?.__typename === 'SignInLocked') refusal.value = locked(result.retryAt)
    if (result?.__typename === 'RecoveryCodes') await show(result.codes)
  }
  async function show(next: string[]) {
    codes.value = next
    await readViewer()
  }
  async function turnOff(password: string) {
    refusal.value = ''
    const result = (await disable({ input: { password } }))?.disableTwoFactor
    if (result?.__typename === 'InvalidCredentials') refusal.value = t('account.twoFactor.wrongPassword')
    if (result?.__typename === 'SignInLocked') refusal.value = locked(result.retryAt)
    return result?.__typename === 'User'
  }
  async function renewCodes(password: string) {
    refusal.value = ''
    const result = (await renew({ input: { password } }))?.renewRecoveryCodes
    if (result?.__typename === 'InvalidCredentials') refusal.value = t('account.twoFactor.wrongPassword')
    if (result?.__typename === 'SignInLocked') refusal.value = locked(result.retryAt)
    if (result?.__typename === 'RecoveryCodes') await show(result.codes)
  }
  return { setup, codes, refusal, begin, finish, turnOff, renewCodes, isStarting, isConfirming, isDisabling, isRenewing }
}
