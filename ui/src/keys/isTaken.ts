const TYPING = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]'
const ELSEWHERE = '[role="dialog"], [role="menu"], [role="listbox"]'
const PRESSABLE = 'a, button, [role="button"], [role="tab"], summary'

/** Whether a stroke is meant for what has the focus, and not for the screen. */
export function isTaken({ key, target, ctrlKey, metaKey, altKey, defaultPrevented, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented || isComposing) return true
  if (!(target instanceof Element)) return false
  if (target.closest(TYPING) || target.closest(ELSEWHERE)) return true
  return key === 'Enter' && target.closest(PRESSABLE) !== null
}
