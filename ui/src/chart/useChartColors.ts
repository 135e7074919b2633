import { computed, nextTick, ref, watch } from 'vue'
import { useColorMode } from '../shell/useColorMode.ts'

const TOKENS = {
  text: '--ui-text-muted', strong: '--ui-text-highlighted', line: '--ui-border', background: '--ui-bg',
  first: '--ui-color-neutral-400', second: '--ui-color-primary-500', third: '--ui-color-success-500', alarm: '--ui-color-error-500',
}
export type ChartColors = Record<keyof typeof TOKENS, string>

/** A canvas understands no custom properties and few colour spaces: the browser says what they are in RGB. */
function rgbOf(token: string) {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!context) return '#888888'
  const probe = document.body.appendChild(Object.assign(document.createElement('i'), { hidden: true }))
  probe.style.color = `var(${token})`
  context.fillStyle = getComputedStyle(probe).color
  probe.remove()
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data
  return `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`
}

/** The colours of the screen for charts; they follow light and dark. */
export function useChartColors() {
  const { mode } = useColorMode()
  const turns = ref(0)
  watch(mode, () => nextTick(() => { turns.value += 1 }))
  return computed(() => {
    void turns.value
    return Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, rgbOf(token)])) as ChartColors
  })
}
