import { nextTick, ref, watch, type Ref } from 'vue'
import type { TimelineMessage } from '../thread/timeline.ts'

const NEAR = 160

/**
 * The scroller is laid out from its end (column-reverse): it stays there by itself, and older pages grow upwards
 * without moving what is read. So `scrollTop` is 0 at the end and negative above it.
 */
export function useScroll(
  scroller: Readonly<Ref<HTMLElement | null>>, timeline: Ref<TimelineMessage[]>, loadOlder: () => Promise<void>,
) {
  const isAway = ref(false)
  const missed = ref(0)

  function toEnd() {
    scroller.value?.scrollTo({ top: 0 })
    missed.value = 0
  }

  function look() {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = scroller.value ?? {}
    isAway.value = scrollTop < -NEAR
    if (!isAway.value) missed.value = 0
    if (scrollHeight - clientHeight + scrollTop < NEAR) void loadOlder()
  }

  watch(() => timeline.value.at(-1)?.key, async (key, before) => {
    if (!before || key === before) return
    const last = timeline.value.at(-1)
    if (isAway.value && last?.author !== 'CONTACT') missed.value++
    else await nextTick(toEnd)
  })

  return { isAway, missed, toEnd, look }
}
