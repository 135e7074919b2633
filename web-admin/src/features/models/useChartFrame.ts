import { useChartColors } from '@botpro/ui/chart/useChartColors.ts'
import { computed } from 'vue'

export const faded = (color: string, alpha: number) => color.replace(/[\d.]+\)$/, `${alpha})`)

/** What the pictures of a report have in common: type, lines, tooltip, and no motion for who wants none. */
export function useChartFrame() {
  const colors = useChartColors()
  // A canvas knows nothing to inherit from: with that word the whole font is refused, its size as well.
  const { fontFamily } = getComputedStyle(document.body)
  const frame = computed(() => ({
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily, color: colors.value.text },
    tooltip: {
      backgroundColor: colors.value.background, borderColor: colors.value.line, confine: true,
      textStyle: { fontFamily, color: colors.value.strong, fontSize: 12 }, extraCssText: 'max-width:18rem;white-space:normal',
    },
  }))
  /** An axis of shares from 0 to 1, in hundredths. */
  const shares = (name: string) => ({
    type: 'value' as const, min: 0, max: 1, interval: 0.25, name, nameLocation: 'middle' as const, nameGap: 30,
    nameTextStyle: { color: colors.value.text, fontSize: 11 },
    splitLine: { lineStyle: { color: colors.value.line } },
    axisLabel: { color: colors.value.text, fontSize: 11, formatter: (value: number) => String(Math.round(value * 100)) },
  })
  return { colors, frame, shares }
}
