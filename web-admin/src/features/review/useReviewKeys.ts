import { isTaken } from '@botpro/ui/keys/isTaken.ts'
import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'
import { commandOf, type Command } from './keys.ts'

/** Strokes become commands, unless somebody is typing or something lies above the queue. */
export function useReviewKeys(canJudge: Ref<boolean>, run: (command: Command) => void) {
  useEventListener(document, 'keydown', event => {
    if (isTaken(event)) return
    const command = commandOf(event.key, canJudge.value)
    if (!command) return
    event.preventDefault()
    run(command)
  })
}
