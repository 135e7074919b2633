import type { Unit } from '../../../platform/unit.ts'

const DELETED = `delete from bot_flow where deleted_at < $1::timestamptz - interval '30 days'`

/** Flows that were deleted a month ago go for good; versions keep what they said. */
export async function tidyBots(unit: Unit): Promise<void> {
  await unit.sql('bot-flows-tidy', DELETED, [unit.now])
}
