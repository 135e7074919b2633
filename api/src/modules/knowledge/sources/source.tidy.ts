import type { Unit } from '../../../platform/unit.ts'

const FILE_MS = 86_400_000
const UNDO_MS = 30 * 86_400_000

/** For a platform unit: sources whose deletion can no longer be undone go with all that was read of them, and files that nobody took. */
export async function tidySources(unit: Unit): Promise<void> {
  const before = (age: number) => [new Date(unit.now.getTime() - age)]
  await unit.sql('tidy-knowledge-files', 'delete from knowledge_file where source_id is null and created_at < $1', before(FILE_MS))
  await unit.sql('tidy-knowledge-sources', 'delete from knowledge_source where deleted_at < $1', before(UNDO_MS))
}
