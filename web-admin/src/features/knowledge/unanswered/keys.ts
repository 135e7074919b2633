export type Command = 'next' | 'previous' | 'nearest' | 'pick' | 'write' | 'dismiss' | 'undo' | 'messages'

/** In the order in which the hints show them; every one of the keys does it. */
export const KEYS: { command: Command; keys: string[]; isJudging: boolean }[] = [
  { command: 'next', keys: ['j', 'ArrowDown'], isJudging: false },
  { command: 'previous', keys: ['k', 'ArrowUp'], isJudging: false },
  { command: 'nearest', keys: ['1'], isJudging: true },
  { command: 'pick', keys: ['/'], isJudging: true },
  { command: 'write', keys: ['n', 'Enter'], isJudging: true },
  { command: 'dismiss', keys: ['x'], isJudging: true },
  { command: 'undo', keys: ['z'], isJudging: true },
  { command: 'messages', keys: ['o'], isJudging: false },
]

export const commandOf = (key: string, canJudge: boolean): Command | undefined =>
  KEYS.find(({ keys, isJudging }) => (canJudge || !isJudging) && keys.includes(key.length === 1 ? key.toLowerCase() : key))?.command
