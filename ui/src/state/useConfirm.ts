import { useOverlay } from '@nuxt/ui/composables/useOverlay'
import ConfirmDialog from './ConfirmDialog.vue'

export interface Question {
  title: string
  text?: string
  confirm?: string
  cancel?: string
  isDangerous?: boolean
  /** What has to be typed again before it can be confirmed, and what the field is called. */
  typeToConfirm?: string
  typeLabel?: string
}

/** Asks before something that cannot be taken back; resolves to whether it was confirmed. */
export function useConfirm() {
  const overlay = useOverlay()
  return async (question: Question): Promise<boolean> =>
    await overlay.create(ConfirmDialog, { destroyOnClose: true }).open({ question }).result === true
}
