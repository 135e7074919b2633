import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { RemoveLinkLogoDocument } from '../../contract/graphql.ts'
import { sendFile } from '../../shell/send-file.ts'

/** The company's picture in the middle of its codes. */
export function useLinkLogo(onChanged: () => void) {
  const { t } = useI18n()
  const { done } = useNotify()
  const removing = useChange(RemoveLinkLogoDocument)
  const problem = ref('')
  const isSending = ref(false)

  async function send(file: File) {
    isSending.value = true
    problem.value = ''
    const sent = await sendFile('/links/logo', file)
    isSending.value = false
    if ('refusal' in sent) return void (problem.value = t(`links.logo.problemOf.${sent.refusal}`))
    done(t('links.logo.saved'))
    onChanged()
  }
  async function remove() {
    problem.value = ''
    if (await removing.change({})) done(t('links.logo.removed'))
    onChanged()
  }
  return { send, remove, problem, isSending, isRemoving: removing.busy }
}
