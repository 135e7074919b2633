import { useEventListener } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave } from 'vue-router'
import { useConfirm } from '../state/useConfirm.ts'

/** Asks before a page with unsaved changes is left, by link or by closing the window. */
export function useUnsavedGuard(isDirty: MaybeRefOrGetter<boolean>) {
  const confirm = useConfirm()
  const { t } = useI18n()
  onBeforeRouteLeave(async () => !toValue(isDirty) || await confirm({
    title: t('unsaved.title'), text: t('unsaved.text'), isDangerous: true,
    confirm: t('unsaved.leave'), cancel: t('unsaved.stay'),
  }))
  useEventListener(window, 'beforeunload', event => { if (toValue(isDirty)) event.preventDefault() })
}
