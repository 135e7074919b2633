import { useIntervalFn } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'

const EVERY = 2_000

/** Asks again and again while something goes on, and nobody looks elsewhere. */
export function usePolling(goesOn: MaybeRefOrGetter<boolean>, ask: () => unknown, every = EVERY) {
  useIntervalFn(() => { if (toValue(goesOn) && !document.hidden) ask() }, every)
}
