import type { Unit } from '../../../platform/unit.ts'
import type { Run } from './run.store.ts'

// A flow begins where nobody has heard. A run goes on where it has not yet, no flow began, and it waited already when the first one heard.
const HEAR = `
  insert into flow_event_heard (tenant_id, event_id, run_id, at)
  select $1::uuid, $2::uuid, $3::uuid, $4::timestamptz where not exists (
    select from flow_event_heard h where h.tenant_id = $1 and h.event_id = $2 and ($3 is null or h.run_id is null or h.at < $5::timestamptz))
  on conflict do nothing returning event_id`

/** True for the first who hears of it, in the unit that goes on with it: a run, or a flow that begins. */
export async function hearsFirst(unit: Unit, eventId: string, run: Pick<Run, 'id' | 'restedAt'> | null): Promise<boolean> {
  const { tenantId, now } = unit
  return (await unit.sql('flow-event-hear', HEAR, [tenantId, eventId, run?.id ?? null, now, run?.restedAt ?? null])).length > 0
}
