import { useEventListener, useResizeObserver } from '@vueuse/core'
import { computed, nextTick, ref, shallowRef, watch, type Ref } from 'vue'
import type { ThreadItem } from './useThreadItems.ts'

const NEAR_END = 48
const NEAR_TOP = 400

interface Options {
  scroller: Ref<HTMLElement | null>
  content: Ref<HTMLElement | null>
  conversationId: () => string
  items: () => ThreadItem[]
  onNearTop(): void
}

/** Stays at the end while one is there, stays where one reads while older or newer messages come. */
export function useThreadScroll({ scroller, content, conversationId, items, onNearTop }: Options) {
  const isAtEnd = ref(true)
  const countLeft = shallowRef(0)
  let lastTop = 0
  const distance = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => scrollHeight - scrollTop - clientHeight

  function toEnd() {
    if (scroller.value) scroller.value.scrollTop = scroller.value.scrollHeight
  }
  function look() {
    const element = scroller.value
    if (!element) return
    const hasMovedUp = element.scrollTop < lastTop
    lastTop = element.scrollTop
    // What is told of late may be of a height that was: only who moves up leaves the end.
    isAtEnd.value = distance(element) < NEAR_END || (isAtEnd.value && !hasMovedUp)
    if (isAtEnd.value) countLeft.value = items().length
    if (element.scrollTop < NEAR_TOP) onNearTop()
  }
  useEventListener(scroller, 'scroll', look, { passive: true })
  useResizeObserver(content, () => { if (isAtEnd.value) toEnd() })
  useResizeObserver(scroller, () => { if (isAtEnd.value) toEnd() })

  watch(conversationId, async () => {
    isAtEnd.value = true
    await nextTick()
    toEnd()
    countLeft.value = items().length
  }, { immediate: true, flush: 'post' })

  /** Before the list is drawn anew its height is remembered, so that what is added above moves nothing. */
  watch(() => items()[0]?.id, async (first, before) => {
    const element = scroller.value
    if (!element || !before || first === before) return
    const fromEnd = element.scrollHeight - element.scrollTop
    const older = items().findIndex(({ id }) => id === before)
    countLeft.value += Math.max(0, older)
    await nextTick()
    if (older > 0 && !isAtEnd.value) element.scrollTop = element.scrollHeight - fromEnd
  }, { flush: 'pre' })

  const below = computed(() => (isAtEnd.value ? 0 : Math.max(0, items().length - countLeft.value)))
  return { isAtEnd, below, toEnd }
}
