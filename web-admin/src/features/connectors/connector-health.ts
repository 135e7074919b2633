import type { ConnectorState } from '../../contract/graphql.ts'

export type HealthWord = 'WORKS' | 'FAILED' | 'RESTING' | 'PROBING' | 'UNCALLED'

/** Whoever asked for something that is not there, or asked wrongly, was answered all the same. */
const ANSWERS = ['OK', 'NOT_FOUND', 'BAD_INPUT']

export function healthOf({ state, lastCall }: { state: ConnectorState; lastCall?: { code: string } | null }): HealthWord {
  if (state !== 'ANSWERING') return state
  if (!lastCall) return 'UNCALLED'
  return ANSWERS.includes(lastCall.code) ? 'WORKS' : 'FAILED'
}
