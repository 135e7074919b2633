import { nextTick, onMounted, watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'

/** On a telephone a row of tabs is longer than the screen: the one that is open is brought into sight. */
export function useOpenTab(row: Readonly<Ref<HTMLElement | null>>) {
  const route = useRoute()
  async function show() {
    await nextTick()
    const tab = row.value?.querySelector('[aria-current="page"]')
    if (!row.value || !tab) return
    const [frame, own] = [row.value.getBoundingClientRect(), tab.getBoundingClientRect()]
    // Not scrollIntoView: that would move the page as well.
    row.value.scrollLeft += own.left + own.width / 2 - frame.left - frame.width / 2
  }
  onMounted(show)
  watch(() => route.path, show)
}
