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

export interface PublishForm { note: string; reasons: Record<string, string>; override: string; approves: boolean; goLive: string }
/** `isLive`: it serves at once; `lacks`: something that it needs for that is missing, besides the approval of its texts. */
export interface Published { codes: readonly string[]; failing: boolean; isLive: boolean; lacks: boolean }

const needsReason = ({ approves }: PublishForm, { isLive, lacks }: Published): boolean => isLive && (lacks || !approves)

/** What still has to be written before it can be published. */
export function gapsOf(form: PublishForm, published: Published): string[] {
  const [{ note, reasons, override, goLive }, { codes, failing }] = [form, published]
  return [
    ...(note.trim() ? [] : ['note']),
    ...codes.filter(code => !reasons[code]?.trim()).map(code => `reasons.${code}`),
    ...(failing && !override.trim() ? ['override'] : []),
    ...(needsReason(form, published) && !goLive.trim() ? ['goLive'] : []),
  ]
}

export const inputOf = (bot: { id: string; draftRevision: number }, form: PublishForm, published: Published) => ({
  botId: bot.id, draftRevision: bot.draftRevision, note: form.note.trim(),
  reasons: published.codes.map(code => ({ code, reason: form.reasons[code]!.trim() })),
  ...(published.failing ? { overrideTests: form.override.trim() } : {}),
  ...(published.isLive ? { approvesContent: form.approves } : {}),
  ...(needsReason(form, published) ? { overrideReason: form.goLive.trim() } : {}),
})
