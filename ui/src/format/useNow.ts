import { useIntervalFn } from '@vueuse/core'
import { shallowRef } from 'vue'

/** The time, told again every so often, for what says "five minutes ago". */
export function useNow(everyMilliseconds = 30_000) {
  const now = shallowRef(new Date())
  useIntervalFn(() => (now.value = new Date()), everyMilliseconds)
  return now
}
