import { useColorMode as useStoredColorMode } from '@vueuse/core'
import { computed } from 'vue'

export type ColorMode = 'system' | 'light' | 'dark'
const ICONS = { system: 'i-lucide-monitor', light: 'i-lucide-sun', dark: 'i-lucide-moon' } as const

/** `public/assets/color-mode-1.js` reads the same key before the first paint. */
export function useColorMode() {
  const { store } = useStoredColorMode({ storageKey: 'botpro-color-mode' })
  const mode = computed<ColorMode>({
    get: () => (store.value === 'auto' ? 'system' : store.value),
    set: next => (store.value = next === 'system' ? 'auto' : next),
  })
  return { mode, icons: ICONS }
}
