import { useClipboard } from '@vueuse/core'
import { useI18n } from 'vue-i18n'
import { useNotify } from '../state/useNotify.ts'

/** Copies, and says when the browser does not let it. */
export function useCopy() {
  const { t } = useI18n()
  const { failed } = useNotify()
  const { copy: write, copied: isCopied } = useClipboard({ legacy: true, copiedDuring: 2000 })
  const copy = (text: string) => write(text).catch(() => failed(t('state.copyFailed')))
  return { copy, isCopied }
}
