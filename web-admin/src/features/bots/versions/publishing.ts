import type { FindingList_BotFindingFragment as BotFinding } from '../../../contract/graphql.ts'
import type { Finding } from '../../studio/findings/finding.ts'

export const MOST_LETTERS = 500

export const toFinding = ({ code, severity, flow, step, field, facts }: BotFinding): Finding =>
  ({ code, severity, flow: flow ?? null, step: step ?? null, field: field ?? null, facts: (facts ?? {}) as Finding['facts'] })

export const errorsOf = <F extends Pick<Finding, 'severity'>>(findings: readonly F[]): F[] => findings.filter(({ severity }) => severity === 'ERROR')

/** Warnings by their code, in the order in which they were found: each code asks for one reason. */
export function warningGroups(findings: readonly Finding[]): [code: string, found: Finding[]][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) if (finding.severity === 'WARNING') groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding])
  return [...groups]
}

export interface PublishForm { note: string; reasons: Record<string, string>; override: string }
export interface Published { codes: readonly string[]; failing: boolean }

/** What still has to be written before it can be published. */
export function gapsOf({ note, reasons, override }: PublishForm, { codes, failing }: Published): string[] {
  return [
    ...(note.trim() ? [] : ['note']),
    ...codes.filter(code => !reasons[code]?.trim()).map(code => `reasons.${code}`),
    ...(failing && !override.trim() ? ['override'] : []),
  ]
}

export const inputOf = (bot: { id: string; draftRevision: number }, form: PublishForm, { codes, failing }: Published) => ({
  botId: bot.id, draftRevision: bot.draftRevision, note: form.note.trim(),
  reasons: codes.map(code => ({ code, reason: form.reasons[code]!.trim() })),
  ...(failing ? { overrideTests: form.override.trim() } : {}),
})
