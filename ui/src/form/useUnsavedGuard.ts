import { useEventListener } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useConfirm } from '../state/useConfirm.ts'

/** Asks before a page with unsaved changes is left, by link or by closing the window. */
export function useUnsavedGuard(isDirty: MaybeRefOrGetter<boolean>) {
  const confirm = useConfirm()
  const { t } = useI18n()
  const mayLeave = async () => !toValue(isDirty) || await confirm({
    title: t('unsaved.title'), text: t('unsaved.text'), isDangerous: true,
    confirm: t('unsaved.leave'), cancel: t('unsaved.stay'),
  })
  onBeforeRouteLeave(mayLeave)
  // The same page about something else, such as another question.
  onBeforeRouteUpdate((to, from) => to.path === from.path || mayLeave())
  useEventListener(window, 'beforeunload', event => { if (toValue(isDirty)) event.preventDefault() })
}
