import type { Unit } from '../../platform/unit.ts'

const FILE_MS = 86_400_000
const UNDO_MS = 30 * 86_400_000
const WAITING_MS = 180 * 86_400_000

const STATEMENTS = {
  'tidy-phrases': 'delete from phrase where deleted_at < $1 and $2::timestamptz is not null',
  'tidy-intents': 'delete from intent where deleted_at < $1 and $2::timestamptz is not null',
  'tidy-misunderstood': `delete from misunderstood_message where (state <> 'WAITING' and judged_at < $1) or (state = 'WAITING' and at < $2)`,
}

/** For a platform unit: what can no longer be undone goes, and what nobody judged in half a year. */
export async function tidyElena(unit: Unit): Promise<void> {
  const before = [UNDO_MS, WAITING_MS].map(age => new Date(unit.now.getTime() - age))
  await unit.sql('tidy-training-files', 'delete from training_file where created_at < $1', [new Date(unit.now.getTime() - FILE_MS)])
  for (const [name, text] of Object.entries(STATEMENTS)) await unit.sql(name, text, before)
}
