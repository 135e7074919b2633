import { watchEffect, type Ref } from 'vue'
import { colorOr, readableOn, textOn } from './contrast.ts'

/** The tenant's colour as the stylesheet wants it: to put text on, and as text on both of our surfaces. */
export function useColors(color: Ref<string | undefined>) {
  watchEffect(() => {
    const brand = colorOr(color.value)
    const { style } = document.documentElement
    style.setProperty('--brand', brand)
    style.setProperty('--on-brand', textOn(brand))
    style.setProperty('--accent-light', readableOn('#ffffff', brand))
    style.setProperty('--accent-dark', readableOn('#27272a', brand))
  })
}
