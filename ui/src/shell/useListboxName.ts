import { watch, type ComponentPublicInstance } from 'vue'

/** The list in the kit's command palette has no name, and takes none. */
export function useListboxName(palette: () => ComponentPublicInstance | null | undefined, name: () => string) {
  watch([palette, name], () => {
    const around = (palette()?.$el as Node | undefined)?.parentElement
    around?.querySelector('[role="listbox"]')?.setAttribute('aria-label', name())
  }, { flush: 'post' })
}
