import type { Actor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { BotApprovalRow } from './bot-approval.queries.ts'

export type NewApproval = Pick<BotApprovalRow, 'botId' | 'kind' | 'versionId' | 'side'> &
  Partial<Pick<BotApprovalRow, 'fromStage' | 'toStage' | 'item' | 'note' | 'overrideReason' | 'missing' | 'memberId'>>

const INSERT = `
  insert into bot_approval (tenant_id, id, bot_id, kind, from_stage, to_stage, item, version_id, side, by_name, member_id, at, note, override_reason, missing)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
    coalesce((select m.name from member m where m.tenant_id = $1 and m.id = $11), $10), $11, $12, $13, $14, $15)`

/** Written once, never changed. */
export async function keepApproval(unit: Unit, tenantId: string, approval: NewApproval): Promise<void> {
  const { botId, kind, fromStage = null, toStage = null, item = null, versionId, side, memberId = null, note = null, overrideReason = null, missing = [] } = approval
  await unit.sql('bot-approval-keep', INSERT, [
    tenantId, newId(unit.now), botId, kind, fromStage, toStage, item, versionId, side, nameOf(unit.actor, side), memberId, unit.now, note, overrideReason, missing,
  ])
}

const nameOf = ({ name }: Actor, side: string): string => name?.trim() || (side === 'BOTPRO' ? 'BotPro' : '—')
