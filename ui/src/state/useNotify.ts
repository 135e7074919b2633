import { useToast } from '@nuxt/ui/composables/useToast'
import { useI18n } from 'vue-i18n'

/** Short news in the corner. Refusals belong beside the field instead. */
export function useNotify() {
  const toast = useToast()
  const { t } = useI18n()
  return {
    done: (title = t('state.saved')) => toast.add({ title, icon: 'i-lucide-circle-check', color: 'success', duration: 3500 }),
    failed: (description: string) =>
      toast.add({ title: t('errors.changeTitle'), description, icon: 'i-lucide-circle-alert', color: 'error' }),
  }
}
