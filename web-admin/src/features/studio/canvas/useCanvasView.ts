import type { VueFlowStore } from '@vue-flow/core'
import { nextTick, onBeforeUnmount, watch, type ShallowRef } from 'vue'
import { stepById } from '../document/flow-document.ts'
import type { Studio } from '../studio-context.ts'
import { boxOf, NODE_WIDTH, surrounding } from './geometry.ts'

const LAST_VIEWS = new Map<string, { x: number; y: number; zoom: number }>()

/** What of the canvas is in sight. */
export function useCanvasView({ draft, current, panel }: Studio, canvas: VueFlowStore, ground: Readonly<ShallowRef<HTMLElement | null>>) {
  const { key } = draft.flow.value
  /** Where it was left; else the beginning, from near enough to be read. */
  const firstView = LAST_VIEWS.get(key) ?? startView()
  onBeforeUnmount(() => LAST_VIEWS.set(key, { ...canvas.viewport.value }))

  function startView() {
    const start = stepById(draft.flow.value, draft.flow.value.start) ?? draft.flow.value.steps[0]!
    return { x: 96 - start.position.x * 0.9, y: 260 - start.position.y * 0.9, zoom: 0.9 }
  }
  function fit(isSmooth: boolean) {
    const all = surrounding(draft.flow.value.steps.map(boxOf))
    void canvas.fitBounds(all, { padding: 0.12, duration: isSmooth ? 250 : 0 })
  }
  function isSeen(id: string): boolean {
    const step = stepById(draft.flow.value, id)
    if (!step || !ground.value) return false
    const { x, y, zoom } = canvas.viewport.value
    const box = boxOf(step)
    const [left, top] = [box.x * zoom + x, box.y * zoom + y]
    return left >= 8 && top >= 8 && left + box.width * zoom <= ground.value.clientWidth - 8 && top + box.height * zoom <= ground.value.clientHeight - 8
  }
  async function reveal(id: string, takesFocus: boolean) {
    const step = stepById(draft.flow.value, id)
    if (!step) return
    if (!isSeen(id)) {
      const box = boxOf(step)
      await canvas.setCenter(box.x + NODE_WIDTH / 2, box.y + box.height / 2, { zoom: Math.max(canvas.viewport.value.zoom, 0.7), duration: 0 })
    }
    await nextTick()
    if (takesFocus) requestAnimationFrame(() => focusStep(id))
  }
  const focusStep = (id: string) => ground.value?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  watch(current, id => { if (id && document.activeElement?.getAttribute('data-step') !== id) void reveal(id, !isWriting()) })
  /** Whoever writes in the panel keeps the focus there. */
  const isWriting = () => document.activeElement?.closest('[data-panel], [role="dialog"]') !== null && document.activeElement !== document.body
  // Where the panel was left, the keys go on with the step.
  watch(panel, (now, before) => { if (before && !now && current.value) void nextTick(() => { if (document.activeElement === document.body) focusStep(current.value!) }) })
  return { firstView, fit }
}
