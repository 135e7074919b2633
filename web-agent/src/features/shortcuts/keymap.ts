import type { Command } from '../../shell/commands.ts'

/** In the order and the groups in which the help sheet shows them. */
export const SHORTCUTS: { group: 'move' | 'views' | 'conversation' | 'other'; keys: string; command: Command }[] = [
  { group: 'move', keys: 'j', command: 'next' },
  { group: 'move', keys: 'k', command: 'previous' },
  { group: 'move', keys: 'Enter', command: 'open' },
  { group: 'move', keys: 'Escape', command: 'back' },
  { group: 'views', keys: 'g m', command: 'view-MINE' },
  { group: 'views', keys: 'g u', command: 'view-UNASSIGNED' },
  { group: 'views', keys: 'g a', command: 'view-ALL' },
  { group: 'views', keys: 'g p', command: 'view-URGENT' },
  { group: 'views', keys: 'g b', command: 'view-BOT' },
  { group: 'views', keys: 'g c', command: 'view-CLOSED' },
  { group: 'views', keys: 'p', command: 'urgent-first' },
  { group: 'conversation', keys: 'c', command: 'claim' },
  { group: 'conversation', keys: 'r', command: 'reply' },
  { group: 'conversation', keys: 'n', command: 'note' },
  { group: 'conversation', keys: 'a', command: 'assign' },
  { group: 'conversation', keys: 'e', command: 'close' },
  { group: 'conversation', keys: 'u', command: 'reopen' },
  { group: 'other', keys: '/', command: 'search' },
  { group: 'other', keys: '?', command: 'help' },
]

const SEQUENCE_MILLISECONDS = 1200
const starts = (keys: string, typed: string) => keys === typed || keys.startsWith(`${typed} `)

/** Turns strokes into commands. A first key that begins a sequence is waited upon for a moment. */
export function createKeymap(shortcuts: { keys: string; command: Command }[] = SHORTCUTS) {
  let pending = ''
  let pendingAt = 0
  return function press(key: string, at: number): Command | undefined {
    const before = at - pendingAt < SEQUENCE_MILLISECONDS ? pending : ''
    const typed = [before && `${before} ${key}`, key].find(one => one && shortcuts.some(({ keys }) => starts(keys, one)))
    const found = shortcuts.find(({ keys }) => keys === typed)
    pending = found ? '' : typed ?? ''
    pendingAt = at
    return found?.command
  }
}
