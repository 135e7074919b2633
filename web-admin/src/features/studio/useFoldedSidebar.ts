import { useDashboard } from '@nuxt/ui/utils/dashboard'
import { onBeforeUnmount, onMounted } from 'vue'

/** A canvas wants the width: the menu of the shell is folded while one is open, and unfolded again where it was; also where the page is left from here, since the browser remembers it. */
export function useFoldedSidebar() {
  const { sidebarCollapsed, collapseSidebar } = useDashboard() as { sidebarCollapsed?: { value: boolean }; collapseSidebar?: (folded: boolean) => void }
  let wasOpen = false
  const unfold = () => { if (wasOpen) collapseSidebar?.(false) }
  onMounted(() => {
    wasOpen = sidebarCollapsed?.value === false
    if (wasOpen) collapseSidebar?.(true)
    addEventListener('pagehide', unfold)
  })
  onBeforeUnmount(() => {
    removeEventListener('pagehide', unfold)
    unfold()
  })
}
