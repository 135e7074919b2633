import type { Unit } from '../../../platform/unit.ts'

const OVER = `
  delete from flow_run r using conversation c
  where c.tenant_id = r.tenant_id and c.id = r.conversation_id and (
    (c.status = 'CLOSED' and c.closed_at < $1::timestamptz - interval '1 day') or (r.wake_at is null and r.event is null and r.rested_at < $1::timestamptz - interval '30 days'))`
// Longer than a job that fails is tried again, and than any process stays down.
const OLD_HEARD = `delete from flow_event_heard where at < $1::timestamptz - interval '14 days'`
// Long enough to make a test of a conversation that somebody complains of.
const OLD_RECORDINGS = `delete from flow_recording where at < $1::timestamptz - interval '30 days'`
const OLD_VISITS = `delete from flow_visit where at < $1::timestamptz - interval '400 days'`

/** Runs of conversations that are over, those that nobody answered for a month, who heard of what nobody tells any more, what tests were to be made with for a month, and figures of more than a year ago. */
export async function tidyRuns(unit: Unit): Promise<void> {
  await unit.sql('flow-runs-tidy', OVER, [unit.now])
  await unit.sql('flow-events-heard-tidy', OLD_HEARD, [unit.now])
  await unit.sql('flow-recordings-tidy', OLD_RECORDINGS, [unit.now])
  await unit.sql('flow-visits-tidy', OLD_VISITS, [unit.now])
}
