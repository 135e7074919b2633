import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ChannelFailure } from '../adapters/update.ts'

export type ChannelAlarmKind = 'ACCOUNT_STOPPED' | 'BACKLOG' | 'QUARANTINE' | 'UNSUBSCRIBED' | 'QUALITY' | 'TEMPLATE'

export interface NewAlarm {
  channelAccountId: string
  kind: ChannelAlarmKind
  problem: ChannelFailure
}

const RAISE = `
  insert into channel_alarm (tenant_id, id, channel_account_id, kind, problem, raised_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant_id, channel_account_id, kind) where cleared_at is null do nothing returning id`

/** True when it was not raised already: then somebody has to be told. */
export async function raiseAlarm(unit: Unit, { channelAccountId, kind, problem }: NewAlarm): Promise<boolean> {
  const values = [unit.tenantId, newId(unit.now), channelAccountId, kind, JSON.stringify(problem), unit.now]
  return (await unit.sql('alarm-raise', RAISE, values)).length > 0
}

const CLEAR = `
  update channel_alarm set cleared_at = $4
  where tenant_id = $1 and channel_account_id = $2 and kind = $3 and cleared_at is null`

const CLEAR_ABOUT = CLEAR + ` and problem->>'code' = any ($5)`

/** Where it is about one of these. */
export async function clearAlarmAbout(unit: Unit, { channelAccountId, kind, codes }: { channelAccountId: string; kind: ChannelAlarmKind; codes: readonly string[] }): Promise<void> {
  await unit.sql('alarm-clear-about', CLEAR_ABOUT, [unit.tenantId, channelAccountId, kind, unit.now, codes])
}

export async function clearAlarm(unit: Unit, channelAccountId: string, kind: ChannelAlarmKind): Promise<void> {
  await unit.sql('alarm-clear', CLEAR, [unit.tenantId, channelAccountId, kind, unit.now])
}
