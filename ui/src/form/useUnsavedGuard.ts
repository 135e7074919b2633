import { useEventListener } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useMayLeave } from './useMayLeave.ts'

/** Asks before a page with unsaved changes is left, by link or by closing the window. */
export function useUnsavedGuard(isDirty: MaybeRefOrGetter<boolean>) {
  const mayLeave = useMayLeave(isDirty)
  onBeforeRouteLeave(mayLeave)
  // The same page about something else, such as another question.
  onBeforeRouteUpdate((to, from) => to.path === from.path || mayLeave())
  useEventListener(window, 'beforeunload', event => { if (toValue(isDirty)) event.preventDefault() })
}
