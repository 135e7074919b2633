import { useToast } from '@nuxt/ui/composables/useToast'
import { useI18n } from 'vue-i18n'

/** Short news in the corner. Refusals belong beside the field instead. */
export function useNotify() {
  const toast = useToast()
  const { t } = useI18n()
  return {
    /** `next`: where one may go on from there. */
    done: (title = t('state.saved'), next?: { label: string; to: string }) => toast.add({
      title, icon: 'i-lucide-circle-check', color: 'success', duration: next ? 7000 : 3500,
      ...next && { actions: [{ ...next, color: 'neutral' as const, variant: 'subtle' as const }] },
    }),
    /** Something was done that can still be taken back. Of what is about one thing, only the last can: what was before it is told no more. */
    undoable: (title: string, undo: () => unknown, about?: string) => {
      if (about) toast.toasts.value = toast.toasts.value.filter(({ id }) => id !== about)
      return toast.add({
        ...about && { id: about }, title, icon: 'i-lucide-circle-check', color: 'neutral', duration: 10_000,
        actions: [{ label: t('action.undo'), icon: 'i-lucide-undo-2', color: 'neutral', variant: 'subtle', onClick: () => { undo() } }],
      })
    },
    /** It was done, and something about it was not. */
    warned: (title: string) => toast.add({ title, icon: 'i-lucide-triangle-alert', color: 'warning', duration: 8000 }),
    failed: (description: string) =>
      toast.add({ title: t('errors.changeTitle'), description, icon: 'i-lucide-circle-alert', color: 'error' }),
  }
}
