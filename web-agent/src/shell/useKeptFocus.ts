import { useActiveElement, useEventListener } from '@vueuse/core'
import { nextTick, watch } from 'vue'

const HOMES = ['[role="log"]', '[data-row][aria-current="true"]', '[data-row]']

/** Who works by keys stands somewhere: when what had the focus has left the screen, the thread takes it, or else the list. */
export function useKeptFocus() {
  const active = useActiveElement({ triggerOnRemoval: true })
  let isByKeys = false
  let row: string | undefined
  useEventListener(document, 'keydown', () => { isByKeys = true }, { capture: true })
  useEventListener(document, 'pointerdown', () => { isByKeys = false }, { capture: true })

  const isLost = () => document.hasFocus() && (!document.activeElement || document.activeElement === document.body)
  const home = () => [...HOMES.slice(0, 1), ...(row ? [`[data-row="${row}"]`] : []), ...HOMES.slice(1)]
    .flatMap(selector => [...document.querySelectorAll<HTMLElement>(selector)])
    .find(element => element.checkVisibility())

  async function settle() {
    await nextTick()
    if (isByKeys && isLost()) home()?.focus({ preventScroll: true })
  }
  watch(active, element => {
    row = element?.closest<HTMLElement>('[data-row]')?.dataset.row ?? row
    if (!element || element === document.body) void settle()
  })
  return { settle }
}
