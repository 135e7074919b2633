import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'
import { walked, type Direction } from './canvas/walk.ts'
import type { Studio } from './studio-context.ts'
import type { StudioActions } from './useStudioActions.ts'

const WRITING = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]'
const ELSEWHERE = '[role="dialog"], [role="menu"], [role="listbox"]'
const PRESSABLE = 'a, button, [role="button"], [role="tab"], [role="switch"], summary'
const at = (event: Event, places: string) => event.target instanceof Element && event.target.closest(places) !== null

interface Keys { isFinding: Ref<boolean>; isHelping: Ref<boolean>; tidy(): unknown; fit(): unknown }

/** The studio by the keys alone. */
export function useStudioKeys(studio: Studio, actions: StudioActions, { isFinding, isHelping, tidy, fit }: Keys) {
  const { draft, current, panel, picking } = studio
  const pick = () => { if (draft.mayEdit.value) picking.value = actions.anywhere() }
  const find = () => { isFinding.value = true }

  const withControl: Record<string, (event: KeyboardEvent) => unknown> = {
    k: pick, f: find, z: event => (event.shiftKey ? draft.redo() : draft.undo()), y: draft.redo, s: () => void draft.save(),
  }
  /** Only where nothing is written. */
  const withControlOnCanvas: Record<string, () => unknown> = {
    d: () => actions.double(actions.chosen()), a: () => actions.choose(draft.flow.value.steps.map(({ id }) => id)),
  }
  const plain: Record<string, () => unknown> = {
    '/': pick, Delete: actions.removeChosen, Backspace: actions.removeChosen, t: tidy, 1: fit, '?': () => { isHelping.value = true },
    Enter: () => current.value && void actions.enter(current.value),
    Escape: () => (panel.value ? panel.value = null : actions.letGo()),
  }
  function walk(direction: Direction) {
    const to = walked(draft.flow.value, current.value ?? draft.flow.value.start, direction)
    if (!to) return
    actions.show(to)
    if (panel.value === 'step') actions.open(to)
  }
  function actOf(event: KeyboardEvent): (() => unknown) | undefined {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (event.altKey || event.isComposing) return undefined
    if (event.ctrlKey || event.metaKey) {
      if (at(event, ELSEWHERE)) return undefined
      if (withControl[key]) return () => withControl[key]!(event)
      return at(event, WRITING) ? undefined : withControlOnCanvas[key]
    }
    if (at(event, WRITING) || at(event, ELSEWHERE) || event.shiftKey && key !== '?' && key !== '/') return undefined
    if (event.key.startsWith('Arrow') && !at(event, '[role="tablist"], [role="radiogroup"], [data-panel]')) return () => walk(event.key as Direction)
    if (key === 'Enter' && at(event, PRESSABLE)) return undefined
    return plain[key]
  }
  function onKey(event: KeyboardEvent) {
    const act = actOf(event)
    if (!act) return
    event.preventDefault()
    event.stopImmediatePropagation()
    act()
  }
  // Before the shell, whose search answers to some of the same keys.
  useEventListener(window, 'keydown', onKey, { capture: true })

  const isOnCanvas = (event: Event) => !at(event, WRITING) && !at(event, ELSEWHERE) && (document.getSelection()?.isCollapsed ?? true)
  function onCopy(event: ClipboardEvent) {
    const ids = actions.chosen()
    if (!isOnCanvas(event) || !ids.size) return
    event.clipboardData?.setData('text/plain', actions.copied())
    event.preventDefault()
    if (event.type === 'cut') actions.remove(ids)
  }
  useEventListener(window, 'copy', onCopy)
  useEventListener(window, 'cut', onCopy)
  useEventListener(window, 'paste', event => {
    if (isOnCanvas(event) && actions.pasted(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
  })
}
