import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { withBadge } from './title.ts'

/** How many wait for an answer, where it is seen from another tab. */
export function useTitleBadge(count: MaybeRefOrGetter<number>) {
  const route = useRoute()
  const { locale } = useI18n()
  // After the shell has written the name of the page.
  watch([() => toValue(count), () => route.fullPath, locale], () => {
    document.title = withBadge(document.title, toValue(count))
  }, { immediate: true, flush: 'post' })
  onScopeDispose(() => { document.title = withBadge(document.title, 0) })
}
