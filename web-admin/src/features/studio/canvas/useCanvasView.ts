import type { VueFlowStore } from '@vue-flow/core'
import { nextTick, onBeforeUnmount, watch, type ShallowRef } from 'vue'
import { useTrace } from '../../simulator/useTrace.ts'
import { stepById } from '../document/flow-document.ts'
import type { Studio } from '../studio-context.ts'
import { boxOf, surrounding, viewShowing } from './geometry.ts'

const LAST_VIEWS = new Map<string, { x: number; y: number; zoom: number }>()

/** What of the canvas is in sight. */
export function useCanvasView({ draft, bot, current, panel }: Studio, canvas: VueFlowStore, ground: Readonly<ShallowRef<HTMLElement | null>>) {
  const { key } = draft.flow.value
  /** Where it was left; else the beginning, from near enough to be read. */
  const place = `${bot.value.id}/${key}`
  const firstView = LAST_VIEWS.get(place) ?? startView()
  onBeforeUnmount(() => LAST_VIEWS.set(place, { ...canvas.viewport.value }))

  function startView() {
    const start = stepById(draft.flow.value, draft.flow.value.start) ?? draft.flow.value.steps[0]!
    return { x: 96 - start.position.x * 0.9, y: 260 - start.position.y * 0.9, zoom: 0.9 }
  }
  function fit(isSmooth: boolean) {
    const all = surrounding(draft.flow.value.steps.map(boxOf))
    void canvas.fitBounds(all, { padding: 0.12, duration: isSmooth ? 250 : 0 })
  }
  async function reveal(id: string, takesFocus: boolean) {
    // Once the panel stands, or has gone, as much of the ground is seen as there is.
    await nextTick()
    const step = stepById(draft.flow.value, id)
    if (!step) return
    const to = ground.value ? viewShowing(boxOf(step), canvas.viewport.value, { width: ground.value.clientWidth, height: ground.value.clientHeight }) : undefined
    if (to) await canvas.setViewport(to, { duration: 0 })
    if (takesFocus) requestAnimationFrame(() => focusStep(id))
  }
  const focusStep = (id: string) => ground.value?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  watch(current, id => { if (id && document.activeElement?.getAttribute('data-step') !== id) void reveal(id, !isWriting()) })
  const { trace } = useTrace()
  /** What is played is followed: to where the conversation stands, or to what was done last. */
  watch(trace, now => {
    const stands = now?.standsAt ?? now?.visits.at(-1)
    if (stands?.flow === key) void reveal(stands.step, false)
  })
  /** Whoever writes in the panel keeps the focus there. */
  const isWriting = () => document.activeElement?.closest('[data-panel], [role="dialog"]') !== null && document.activeElement !== document.body
  watch(panel, (now, before) => {
    const id = current.value
    if (!id || Boolean(now) === Boolean(before)) return
    if (now) return void reveal(id, false)
    // Where the panel was left, the keys go on with the step.
    void nextTick(() => { if (document.activeElement === document.body) focusStep(id) })
  })
  return { firstView, fit }
}
