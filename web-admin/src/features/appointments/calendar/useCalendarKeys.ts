import { isTaken } from '@botpro/ui/keys/isTaken.ts'
import { useEventListener } from '@vueuse/core'

export type CalendarCommand = 'today' | 'previous' | 'next' | 'day' | 'week' | 'book' | 'search'

export const KEYS: Record<string, CalendarCommand> = { t: 'today', ArrowLeft: 'previous', ArrowRight: 'next', d: 'day', s: 'week', w: 'week', n: 'book', '/': 'search' }

/** Strokes become commands, unless somebody is typing or something lies above. */
export function useCalendarKeys(run: (command: CalendarCommand) => void) {
  useEventListener(document, 'keydown', event => {
    const command = isTaken(event) ? undefined : KEYS[event.key]
    if (!command) return
    event.preventDefault()
    run(command)
  })
}
