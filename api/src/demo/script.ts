import type { Language } from '../platform/language.ts'

/** One way in which a conversation may go, written as a play. See `stepsOf` for its grammar. */
export interface Script {
  /** For those who edit it; shown nowhere. */
  about: string
  language?: Language
  /** What `{amount}` may be: from, to, in steps of. */
  amount?: readonly [number, number, number]
  play: string
}

export type Step =
  | { kind: 'PICK'; optionId: string }
  | { kind: 'CLIENT' | 'AGENT' | 'NOTE'; text: string }
  | { kind: 'ASSIGN' | 'CLOSE' }

const CUE = /^(> |client: |agent: |note: |assign$|close$)/

/**
 * `> loans` picks an option of the menu last shown; `client:`, `agent:` and `note:` speak; `assign` passes the
 * conversation to a colleague; `close` ends it. The bot speaks by itself, and agents claim when they first speak.
 */
export const stepsOf = ({ play }: Script): Step[] =>
  play.split('\n').map(line => line.trim()).filter(line => line).map(stepOf)

function stepOf(line: string): Step {
  const cue = CUE.exec(line)?.[0].trim()
  if (!cue) throw new Error(`No step of a script: ${line}`)
  const text = line.slice(cue.length).trim()
  if (cue === '>') return { kind: 'PICK', optionId: text }
  if (cue === 'assign' || cue === 'close') return { kind: cue === 'assign' ? 'ASSIGN' : 'CLOSE' }
  return { kind: cue.slice(0, -1).toUpperCase() as 'CLIENT' | 'AGENT' | 'NOTE', text }
}

/** Whether a person answers in it, or the bot alone. */
export const hasAgent = (script: Script): boolean => stepsOf(script).some(step => step.kind === 'AGENT')
