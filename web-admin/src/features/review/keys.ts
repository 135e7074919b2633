export type Command = 'next' | 'previous' | 'guess-1' | 'guess-2' | 'guess-3' | 'question' | 'pick' | 'write' | 'edit' | 'dismiss' | 'undo' | 'messages' | 'help'

/** In the order in which the help shows them; every one of the keys does it. */
export const KEYS: { command: Command; keys: string[] }[] = [
  { command: 'next', keys: ['j', 'ArrowDown'] },
  { command: 'previous', keys: ['k', 'ArrowUp'] },
  { command: 'guess-1', keys: ['1'] },
  { command: 'guess-2', keys: ['2'] },
  { command: 'guess-3', keys: ['3'] },
  { command: 'question', keys: ['q'] },
  { command: 'pick', keys: ['/', 'Enter'] },
  { command: 'write', keys: ['n'] },
  { command: 'edit', keys: ['e'] },
  { command: 'dismiss', keys: ['x'] },
  { command: 'undo', keys: ['z'] },
  { command: 'messages', keys: ['o'] },
  { command: 'help', keys: ['?'] },
]

/** What needs the right to judge; the rest is looking. */
const JUDGING: Command[] = ['guess-1', 'guess-2', 'guess-3', 'question', 'pick', 'write', 'edit', 'dismiss', 'undo']
export const keysFor = (canJudge: boolean) => KEYS.filter(({ command }) => canJudge || !JUDGING.includes(command))

export const commandOf = (key: string, canJudge: boolean): Command | undefined =>
  keysFor(canJudge).find(({ keys }) => keys.includes(key.length === 1 ? key.toLowerCase() : key))?.command
