import { isTaken } from '@botpro/ui/keys/isTaken.ts'
import { useEventListener } from '@vueuse/core'
import type { Commands } from '../../shell/commands.ts'
import { createKeymap } from './keymap.ts'

/** Strokes become commands, unless somebody is typing or something lies above the desk. */
export function useShortcuts({ run }: Commands) {
  const press = createKeymap()
  useEventListener(document, 'keydown', event => {
    if (isTaken(event)) return
    const command = press(event.key, event.timeStamp)
    if (command && run(command)) event.preventDefault()
  })
}
