import { useNow } from '@botpro/ui/format/useNow.ts'
import { createSharedComposable } from '@vueuse/core'

/** One clock for everything on the screen that counts seconds. */
export const useTick = createSharedComposable(() => useNow(1000))
/** And one for what counts minutes. */
export const useMinute = createSharedComposable(() => useNow(20_000))
