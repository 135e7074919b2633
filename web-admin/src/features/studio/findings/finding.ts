import type { Json } from '@botpro/graphql/flows'
import { UNCHOSEN, UNSET } from '../document/new-step.ts'

/** What the linter found. `step` is empty where it is about the flow as a whole, `flow` where it is about the bot. */
export interface Finding { code: string; severity: 'ERROR' | 'WARNING'; flow: string | null; step: string | null; field: string | null; facts: Record<string, Json> }

export function byStep(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) if (finding.step) found.set(finding.step, [...(found.get(finding.step) ?? []), finding])
  return found
}

/** Errors first, as they stop a version from being published. */
export const sortedFindings = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => Number(b.severity === 'ERROR') - Number(a.severity === 'ERROR'))

/** Found of what nobody has chosen yet, and not of a name that is wrong. */
export const isUnchosen = ({ facts }: Pick<Finding, 'facts'>): boolean => Object.values(facts).some(fact => fact === UNCHOSEN || fact === UNSET)

/** Found of what begins the flow: it is mended among the triggers. */
const OF_TRIGGERS = new Set(['UNREACHABLE_FLOW', 'NOTHING_BEGINS', 'EMPTY_KEYWORDS', 'UNKNOWN_INTENT', 'UNKNOWN_LINK', 'AMBIGUOUS_LINK', 'DUPLICATE_TRIGGER', 'KEYWORD_IS_GLOBAL_WORD'])
export const isOfTriggers = ({ code, step }: Pick<Finding, 'code' | 'step'>): boolean => !step && OF_TRIGGERS.has(code)
